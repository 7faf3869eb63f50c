/** One entry of the bell: what happened, to which lot, when; and the way to it. */

import { Link } from '@tanstack/react-router'
import type { Notification } from '@vendue/sdk'
import { IconButton } from '@vendue/ui/button'
import { End } from '@vendue/ui/clock'
import {
  Ban,
  Bell,
  Check,
  CircleCheck,
  Clock3,
  Gavel,
  type LucideIcon,
  Search,
  TrendingUp,
} from 'lucide-react'

import { useTranslation } from '@/shared/i18n/translation'

import { type Case, caseOf, useWords } from './words'

const ICONS: Record<Case, LucideIcon> = {
  leading: Check,
  outbid: TrendingUp,
  bid_voided: Ban,
  ending_led: Clock3,
  ending_outbid: Clock3,
  won: Gavel,
  lost: Gavel,
  reserve_not_met: Gavel,
  taken_down: Ban,
  watched_ending: Clock3,
  saved_search: Search,
  other: Bell,
}

export interface NotificationRowProps {
  readonly notification: Notification
  readonly onRead: (notification: Notification) => void
}

export function NotificationRow({ notification, onRead }: NotificationRowProps) {
  const { t } = useTranslation('notifications')
  const words = useWords()(notification)
  const Icon = ICONS[caseOf(notification)]
  const isUnread = notification.read_at === null
  return (
    <li
      className="relative grid grid-cols-[24px_minmax(0,1fr)_44px] items-start gap-x-3 border-b border-line py-4 hover:bg-sunk wide:gap-x-4"
      data-unread={isUnread || undefined}
    >
      <Icon
        size={20}
        strokeWidth={1.6}
        aria-hidden="true"
        className={`mt-0.5 ${isUnread ? 'text-accent' : 'text-muted'}`}
      />
      <div className="grid gap-0.5 wide:grid-cols-[minmax(0,1fr)_auto] wide:gap-x-6">
        <p className={isUnread ? 'font-semibold' : ''}>
          {isUnread && <span className="visually-hidden">{t('unread')}: </span>}
          <Target notification={notification} onOpen={() => isUnread && onRead(notification)}>
            {words.title}
          </Target>
        </p>
        <p className="text-13 text-muted wide:text-end">
          <End endsAt={notification.created_at} />
        </p>
        <p className="text-14 text-muted wide:col-span-2">
          {notification.lot_title !== null && (
            <span className="font-display text-16 font-medium text-ink">
              {notification.lot_title}
            </span>
          )}
          {notification.data.saved_search_name !== null && (
            <span className="text-ink">{notification.data.saved_search_name}</span>
          )}
          {words.text !== '' && <span className="block figures">{words.text}</span>}
        </p>
      </div>
      {isUnread && (
        <IconButton
          label={t('markRead', { title: words.title })}
          className="relative z-1 -mt-2.5"
          onClick={() => onRead(notification)}
        >
          <CircleCheck size={20} strokeWidth={1.6} aria-hidden="true" />
        </IconButton>
      )}
    </li>
  )
}

interface TargetProps {
  readonly notification: Notification
  readonly onOpen: () => void
  readonly children: string
}

/** The title leads to what it is about, and covers the row. */
function Target({ notification, onOpen, children }: TargetProps) {
  const cover = 'after:absolute after:inset-0'
  if (notification.lot_id !== null) {
    return (
      <Link
        to="/lot/$lotId"
        params={{ lotId: notification.lot_id }}
        className={cover}
        onClick={onOpen}
      >
        {children}
      </Link>
    )
  }
  if (notification.saved_search_id !== null) {
    return (
      <Link
        to="/me/searches"
        hash={notification.saved_search_id}
        className={cover}
        onClick={onOpen}
      >
        {children}
      </Link>
    )
  }
  return <>{children}</>
}
