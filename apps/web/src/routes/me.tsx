import { createFileRoute, Navigate, Outlet, redirect, useRouterState } from '@tanstack/react-router'

import { session, useIsSignedIn } from '@/shared/session/session'

export const Route = createFileRoute('/me')({
  beforeLoad: async ({ location }) => {
    if (session.isSignedIn() || (await session.resume())) return
    throw redirect({ to: '/sign-in', search: { back: location.href } })
  },
  component: OwnPages,
})

/** A session may also end while one of these pages is open. */
function OwnPages() {
  const isSignedIn = useIsSignedIn()
  const here = useRouterState({ select: ({ location }) => location.href })
  if (!isSignedIn) return <Navigate to="/sign-in" search={{ back: here }} replace />
  return <Outlet />
}
