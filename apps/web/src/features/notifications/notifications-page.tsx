/** What the market told the person, newest first. */

import {
  type InfiniteData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Notification, NotificationPage } from '@vendue/sdk'
import {
  countMyUnreadNotificationsQueryKey,
  listMyNotificationsInfiniteOptions,
} from '@vendue/sdk/react-query'
import { Button, buttonClass } from '@vendue/ui/button'
import { EmptyState } from '@vendue/ui/page-states'
import { Tabs } from '@vendue/ui/tabs'
import { useToast } from '@vendue/ui/toast'

import { useTranslation } from '@/shared/i18n/translation'
import { vendue } from '@/shared/market/vendue'
import { More } from '@/shared/more'
import { OwnPage } from '@/shared/own-page'
import { Problem } from '@/shared/problem'
import { RowSkeleton } from '@/shared/row-skeleton'

import { NotificationRow } from './notification-row'

export type View = 'all' | 'unread'

const PAGE = 30

function optionsOf(view: View) {
  const query = view === 'unread' ? { limit: PAGE, is_read: false } : { limit: PAGE }
  return listMyNotificationsInfiniteOptions({ query })
}

export interface NotificationsPageProps {
  readonly view: View
  readonly onView: (view: View) => void
}

export function NotificationsPage({ view, onView }: NotificationsPageProps) {
  const { t } = useTranslation('notifications')
  const told = useInfiniteQuery(optionsOf(view))
  const { read, readAll } = useReading(view)
  const entries = told.data?.pages.flatMap(({ items }) => items)
  const hasUnread = entries?.some(({ read_at }) => read_at === null) ?? false
  return (
    <OwnPage
      title={t('title')}
      action={
        <div className="flex flex-wrap gap-3">
          {hasUnread && (
            <Button size="small" className="min-h-11!" onClick={readAll}>
              {t('readAll')}
            </Button>
          )}
          <Link to="/me/account" hash="notices" className={buttonClass('quiet', 'small')}>
            {t('preferences')}
          </Link>
        </div>
      }
    >
      <div>
        <Tabs<View>
          label={t('title')}
          panelId="told"
          value={view}
          onChange={onView}
          tabs={[
            { value: 'all', label: t('view.all') },
            { value: 'unread', label: t('view.unread') },
          ]}
        />
        <div id="told" role="tabpanel" aria-label={t(`view.${view}`)} className="max-w-220">
          {told.isPending && <RowSkeleton height="h-12" />}
          {told.isError && entries === undefined && (
            <div className="pt-6">
              <Problem error={told.error} onRetry={() => void told.refetch()} />
            </div>
          )}
          {entries?.length === 0 && <NothingTold view={view} onAll={() => onView('all')} />}
          <ul>
            {entries?.map((entry) => (
              <NotificationRow key={entry.notification_id} notification={entry} onRead={read} />
            ))}
          </ul>
          <More list={told} />
        </div>
      </div>
    </OwnPage>
  )
}

function NothingTold({ view, onAll }: { view: View; onAll: () => void }) {
  const { t } = useTranslation('notifications')
  return (
    <div className="pt-6">
      <EmptyState
        title={t(`empty.${view}`)}
        action={
          view === 'all' ? (
            <Link to="/search" className={buttonClass('outlined')}>
              {t('empty.action')}
            </Link>
          ) : (
            <Button onClick={onAll}>{t('empty.toAll')}</Button>
          )
        }
      >
        {t('empty.text')}
      </EmptyState>
    </div>
  )
}

/** Marking as read shows at once; the bell's count follows. */
function useReading(view: View) {
  const { t } = useTranslation('notifications')
  const queries = useQueryClient()
  const toast = useToast()
  const { queryKey } = optionsOf(view)
  const show = (read_at: string, isMeant: (entry: Notification) => boolean) =>
    queries.setQueryData<InfiniteData<NotificationPage>>(
      queryKey,
      (held) =>
        held && {
          ...held,
          pages: held.pages.map((page) => ({
            ...page,
            items: page.items.map((entry) => (isMeant(entry) ? { ...entry, read_at } : entry)),
          })),
        },
    )
  const renew = () => queries.invalidateQueries({ queryKey: countMyUnreadNotificationsQueryKey() })
  const failed = () => {
    toast(t('failed'))
    return queries.invalidateQueries({ queryKey })
  }
  const one = useMutation({
    mutationFn: (id: string) => vendue.me.markNotificationRead(id),
    onMutate: (id) => show(new Date().toISOString(), (entry) => entry.notification_id === id),
    onError: failed,
    onSettled: renew,
  })
  const all = useMutation({
    mutationFn: () => vendue.me.markAllNotificationsRead(),
    onSuccess: ({ read_at }) => show(read_at, (entry) => entry.read_at === null),
    onError: failed,
    onSettled: renew,
  })
  return {
    read: (entry: Notification) => one.mutate(entry.notification_id),
    readAll: () => all.mutate(),
  }
}
