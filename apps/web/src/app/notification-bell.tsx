/** The way to the notifications, with how many are new. */

import { Link } from '@tanstack/react-router'
import { Bell } from 'lucide-react'
import { useTranslation } from 'react-i18next'

export function NotificationBell() {
  const { t } = useTranslation()
  return (
    <Link
      to="/me/notifications"
      className="icon-button"
      aria-label={t('shell.notifications')}
      title={t('shell.notifications')}
    >
      <Bell size={20} strokeWidth={1.6} aria-hidden="true" />
    </Link>
  )
}
