/** The way to the notifications, with how many are new. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { countMyUnreadNotificationsOptions } from '@vendue/sdk/react-query'
import { Bell } from 'lucide-react'

import { useTranslation } from '@/shared/i18n/translation'
import { useIsSignedIn } from '@/shared/session/session'

/** A larger figure would not fit beside the bell. */
const MOST_SHOWN = 99

export function NotificationBell() {
  const { t } = useTranslation()
  const isSignedIn = useIsSignedIn()
  const unread = useQuery({ ...countMyUnreadNotificationsOptions(), enabled: isSignedIn })
  const count = isSignedIn ? (unread.data?.count ?? 0) : 0
  const label = count === 0 ? t('shell.notifications') : t('shell.unread', { count })
  return (
    <Link to="/me/notifications" className="icon-button" aria-label={label} title={label}>
      <Bell size={20} strokeWidth={1.6} aria-hidden="true" />
      {count > 0 && (
        <span className="icon-count figures" aria-hidden="true">
          {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
        </span>
      )}
    </Link>
  )
}
