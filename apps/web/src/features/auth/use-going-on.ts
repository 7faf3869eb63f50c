/** Leaving a page for guests as soon as somebody is signed in. */

import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

import { useIsSignedIn } from '@/shared/session/session'

import { forgetJoining } from './joining'

/** Go on to where the person came from; answers whether that is under way. */
export function useGoingOn(back: string | undefined): boolean {
  const router = useRouter()
  const isSignedIn = useIsSignedIn()
  useEffect(() => {
    if (!isSignedIn) return
    forgetJoining()
    router.history.replace(back ?? '/')
  }, [isSignedIn, back, router])
  return isSignedIn
}
