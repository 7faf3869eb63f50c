import { createFileRoute } from '@tanstack/react-router'

import { NotificationsPage } from '@/features/notifications/notifications-page'

interface NotificationsSearch {
  readonly view?: 'unread'
}

export const Route = createFileRoute('/me/notifications')({
  validateSearch: ({ view }: Record<string, unknown>): NotificationsSearch =>
    view === 'unread' ? { view } : {},
  component: NotificationsRoute,
})

function NotificationsRoute() {
  const { view = 'all' } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <NotificationsPage
      view={view}
      onView={(next) =>
        void navigate({
          search: next === 'all' ? {} : { view: next },
          replace: true,
          resetScroll: false,
        })
      }
    />
  )
}
