/** What the palette can do besides finding lots. */

import { type LinkProps, useNavigate } from '@tanstack/react-router'
import { choose, useChoices } from '@/shared/choices'
import { LANGUAGE_NAMES, LANGUAGES } from '@/shared/i18n/languages'
import { useTranslation } from '@/shared/i18n/translation'
import { useBackHere } from '@/shared/session/back'
import { useIsSignedIn } from '@/shared/session/session'

import { useSignOut } from './use-sign-out'
import { useSpeak } from './use-speak'

export interface Entry {
  readonly key: string
  readonly group: 'pages' | 'lots' | 'actions'
  readonly text: string
  readonly run: () => void
}

const PAGES = [
  ['/', 'shell.home'],
  ['/search', 'shell.allLots'],
  ['/auctions', 'shell.auctions'],
  ['/how-bidding-works', 'shell.how'],
] as const

const OWN_PAGES = [
  ['/me/bids', 'shell.bids'],
  ['/me/watching', 'shell.watching'],
  ['/me/searches', 'shell.searches'],
  ['/me/notifications', 'shell.notifications'],
  ['/me/account', 'shell.account'],
] as const

const THEMES = ['light', 'dark', 'system'] as const

export function useCommands(): readonly Entry[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const isSignedIn = useIsSignedIn()
  const { hasShortcuts } = useChoices()
  const back = useBackHere()
  const speak = useSpeak()
  const leave = useSignOut()
  const page = (
    to: LinkProps['to'],
    text: string,
    run: () => void = () => void navigate({ to }),
  ): Entry => ({
    key: String(to).replaceAll('/', '-'),
    group: 'pages',
    text,
    run,
  })
  const action = (key: string, text: string, run: () => void): Entry => ({
    key,
    group: 'actions',
    text,
    run,
  })
  const signIn = () => void navigate({ to: '/sign-in', search: back })
  return [
    ...[...PAGES, ...(isSignedIn ? OWN_PAGES : [])].map(([to, text]) => page(to, t(text))),
    ...(isSignedIn ? [] : [page('/sign-in', t('shell.signIn'), signIn)]),
    ...LANGUAGES.map((language) =>
      action(language, t('palette.speak', { name: LANGUAGE_NAMES[language] }), () =>
        speak(language),
      ),
    ),
    ...THEMES.map((theme) =>
      action(theme, t('palette.theme', { name: t(`shell.theme.${theme}`) }), () =>
        choose({ theme }),
      ),
    ),
    action('shortcuts', t(hasShortcuts ? 'palette.shortcutsOff' : 'palette.shortcutsOn'), () =>
      choose({ hasShortcuts: !hasShortcuts }),
    ),
    ...(isSignedIn ? [action('leave', t('shell.signOut'), leave)] : []),
  ]
}
