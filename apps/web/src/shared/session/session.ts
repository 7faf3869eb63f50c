/** Whether somebody is signed in here, and who. The access token stays in memory. */

import { useQuery } from '@tanstack/react-query'
import { createBrowserSession, type Person } from '@vendue/sdk'
import { getMeOptions } from '@vendue/sdk/react-query'
import { useSyncExternalStore } from 'react'

const held = createBrowserSession({ baseUrl: '' })
let leaving = false

export const session = {
  ...held,
  async signOut(): Promise<void> {
    leaving = true
    await held.signOut().finally(() => {
      leaving = false
    })
  },
}

/** Whether the person is signing out here just now: the end of the session is no news to them. */
export function isLeaving(): boolean {
  return leaving
}

/** Whether somebody is signed in. */
export function useIsSignedIn(): boolean {
  return useSyncExternalStore(session.onChange, session.isSignedIn)
}

/** Who is signed in; nothing for a guest, or while it is being asked. */
export function useMe(): Person | undefined {
  const isSignedIn = useIsSignedIn()
  const me = useQuery({ ...getMeOptions(), enabled: isSignedIn })
  return isSignedIn ? me.data : undefined
}
