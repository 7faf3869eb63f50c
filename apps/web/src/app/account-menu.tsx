/** The person's own corner: signing in, or what is theirs. */

import { Link } from '@tanstack/react-router'
import { UserRound } from 'lucide-react'
import { useTranslation } from '@/shared/i18n/translation'

import { useBackHere } from '@/shared/session/back'
import { useIsSignedIn } from '@/shared/session/session'

import { Menu } from './menu'
import { OnDemand, partOf, prepare } from './on-demand'

const OWN_LINKS = partOf(() => import('./own-links'))

export function AccountMenu() {
  const { t } = useTranslation()
  const isSignedIn = useIsSignedIn()
  const back = useBackHere()
  const icon = <UserRound size={20} strokeWidth={1.6} aria-hidden="true" />
  if (!isSignedIn) {
    return (
      <Link
        to="/sign-in"
        search={back}
        className="icon-button"
        aria-label={t('shell.signIn')}
        title={t('shell.signIn')}
      >
        {icon}
      </Link>
    )
  }
  return (
    <Menu label={t('shell.account')} button={icon} prepare={() => prepare(OWN_LINKS)}>
      {(close) => <OnDemand part={OWN_LINKS} onClose={close} />}
    </Menu>
  )
}
