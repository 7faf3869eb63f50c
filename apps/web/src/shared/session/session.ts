/** Whether somebody is signed in here, and who. The access token stays in memory. */

import { useQuery } from '@tanstack/react-query'
import { createBrowserSession, createMarketClient, operations, type Person } from '@vendue/sdk'
import { getMeOptions } from '@vendue/sdk/react-query'
import { useSyncExternalStore } from 'react'

import { fetchAsDevice } from './device-id'

const held = createBrowserSession({ baseUrl: '', fetch: fetchAsDevice })
let leaving = false

export const session = { ...held, signOut: () => leave(held.signOut) }

/** End every session of the account, this one as well. */
export function signOutEverywhere(): Promise<void> {
  return leave(async () => {
    const client = createMarketClient({ baseUrl: '', getToken: held.getToken })
    await operations.signOutEverywhere({ client, throwOnError: true })
    await held.signOut()
  })
}

async function leave(end: () => Promise<void>): Promise<void> {
  leaving = true
  await end().finally(() => {
    leaving = false
  })
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
