/** The person's own corner: signing in, or what is theirs. */

import { Link, useRouterState } from '@tanstack/react-router'
import { useToast } from '@vendue/ui/toast'
import { UserRound } from 'lucide-react'
import { useTranslation } from '@/shared/i18n/translation'

import { session, useIsSignedIn, useMe } from '@/shared/session/session'

import { Menu } from './menu'

export function AccountMenu() {
  const { t } = useTranslation()
  const isSignedIn = useIsSignedIn()
  const here = useRouterState({ select: ({ location }) => location.href })
  const icon = <UserRound size={20} strokeWidth={1.6} aria-hidden="true" />
  if (!isSignedIn) {
    return (
      <Link
        to="/sign-in"
        search={{ back: here }}
        className="icon-button"
        aria-label={t('shell.signIn')}
        title={t('shell.signIn')}
      >
        {icon}
      </Link>
    )
  }
  return (
    <Menu label={t('shell.account')} button={icon}>
      {(close) => <OwnLinks onChosen={close} />}
    </Menu>
  )
}

const OWN = [
  ['/me/bids', 'shell.bids'],
  ['/me/watching', 'shell.watching'],
  ['/me/searches', 'shell.searches'],
  ['/me/notifications', 'shell.notifications'],
  ['/me/account', 'shell.account'],
] as const

/** Where a signed-in person's own things are, and the way out. */
export function OwnLinks({ onChosen }: { onChosen: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const toast = useToast()
  const leave = async () => {
    onChosen()
    await session.signOut()
    toast(t('shell.signedOut'))
  }
  return (
    <>
      {me !== undefined && <p className="truncate px-2.5 py-2 text-13 text-muted">{me.email}</p>}
      {OWN.map(([to, text]) => (
        <Link key={to} to={to} className="menu-item" onClick={onChosen}>
          {t(text)}
        </Link>
      ))}
      <button type="button" className="menu-item" onClick={() => void leave()}>
        {t('shell.signOut')}
      </button>
    </>
  )
}
