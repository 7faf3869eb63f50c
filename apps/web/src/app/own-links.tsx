/** Where a signed-in person's own things are, and the way out. */

import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/shared/i18n/translation'

import { useMe } from '@/shared/session/session'

import { useSignOut } from './use-sign-out'

const OWN = [
  ['/me/bids', 'shell.bids'],
  ['/me/watching', 'shell.watching'],
  ['/me/searches', 'shell.searches'],
  ['/me/notifications', 'shell.notifications'],
  ['/me/account', 'shell.account'],
] as const

export default function OwnLinks({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const leave = useSignOut()
  return (
    <>
      {me !== undefined && <p className="truncate px-2.5 py-2 text-13 text-muted">{me.email}</p>}
      {OWN.map(([to, text]) => (
        <Link key={to} to={to} className="menu-item" onClick={onClose}>
          {t(text)}
        </Link>
      ))}
      <button
        type="button"
        className="menu-item"
        onClick={() => {
          onClose()
          leave()
        }}
      >
        {t('shell.signOut')}
      </button>
    </>
  )
}
