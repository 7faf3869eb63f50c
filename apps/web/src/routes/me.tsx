import { createFileRoute, Outlet, redirect, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

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
  const router = useRouter()
  useEffect(() => {
    if (isSignedIn) return
    // The place that is left, and not the one that the way to signing in passes.
    const back = router.state.resolvedLocation?.href ?? '/me/account'
    void router.navigate({ to: '/sign-in', search: { back }, replace: true })
  }, [isSignedIn, router])
  return isSignedIn ? <Outlet /> : null
}
