import { createFileRoute, Outlet, redirect, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

import { Problem } from '@/shared/problem'
import { session, useIsGuest, useIsSignedIn } from '@/shared/session/session'

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
  const isGuest = useIsGuest()
  const router = useRouter()
  useEffect(() => {
    if (!isGuest) return
    // The place that is left, and not the one that the way to signing in passes.
    const back = router.state.resolvedLocation?.href ?? '/me/account'
    void router.navigate({ to: '/sign-in', search: { back }, replace: true })
  }, [isGuest, router])
  if (isSignedIn) return <Outlet />
  if (isGuest) return null
  // Whose page it is could not be asked: it comes by itself once it could.
  return (
    <div className="wrap pt-8">
      <Problem error={session.failure()} onRetry={() => void session.resume()} />
    </div>
  )
}
