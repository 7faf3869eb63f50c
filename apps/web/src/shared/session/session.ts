/** Whether somebody is signed in here, and who. The access token stays in memory. */

import { useQuery } from '@tanstack/react-query'
import {
  createBrowserSession,
  createMarketClient,
  isProblem,
  operations,
  type Person,
} from '@vendue/sdk'
import { getMeOptions } from '@vendue/sdk/react-query'
import { useSyncExternalStore } from 'react'

import { fetchAsDevice } from './device-id'
import { createKnown } from './known'

const held = createBrowserSession({ baseUrl: '', fetch: fetchAsDevice })
const known = createKnown({
  isSignedIn: held.isSignedIn,
  onChange: held.onChange,
  refresh: held.refresh,
  // The market has looked, and there is no such session any more.
  isOver: (error) => isProblem(error) && (error.status === 401 || error.status === 403),
})
let leaving = false

export const session = {
  ...held,
  signOut: () => leave(held.signOut),
  /** Take up the session of this browser, if it has one. Answers once somebody has looked. */
  resume: known.resume,
  isGuest: known.isGuest,
  failure: known.failure,
}

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

/** Whether somebody is signed in. Who is not may still turn out to be: see `useIsGuest`. */
export function useIsSignedIn(): boolean {
  return useSyncExternalStore(session.onChange, session.isSignedIn)
}

/** Whether it is known that nobody is signed in. Until the market has said so, nobody is told. */
export function useIsGuest(): boolean {
  return useSyncExternalStore(known.onChange, known.isGuest)
}

/** Who is signed in; nothing for a guest, or while it is being asked. */
export function useMe(): Person | undefined {
  const isSignedIn = useIsSignedIn()
  const me = useQuery({ ...getMeOptions(), enabled: isSignedIn })
  return isSignedIn ? me.data : undefined
}
