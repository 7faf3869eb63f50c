/** Messages of channels as effects, for React. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { AuctionMessage, LotMessage, MeMessage } from '../generated/realtime/messages.gen'
import type { LotState } from '../generated/rest/types.gen'
import { useShowLotState } from './lot'
import { useRealtime } from './provider'

/** Calls back with every message of a lot, each once and in order: for what is shown in passing. */
export function useLotMessages(lotId: string, onMessage: (message: LotMessage) => void): void {
  const realtime = useRealtime()
  const latest = useLatest(onMessage)
  useEffect(
    () => realtime.onLot(lotId, (message) => message && latest.current(message)),
    [realtime, lotId, latest],
  )
}

/** Calls back with every message of an auction; reads the auctions anew where some were missed. */
export function useAuctionMessages(
  auctionId: string,
  onMessage: (message: AuctionMessage) => void,
): void {
  const realtime = useRealtime()
  const queries = useQueryClient()
  const latest = useLatest(onMessage)
  useEffect(() => {
    const onMissed = (): void =>
      void queries.invalidateQueries({ queryKey: [{ tags: ['auctions'] }] })
    return realtime.onAuction(auctionId, (message) => latest.current(message), onMissed)
  }, [realtime, queries, auctionId, latest])
}

/**
 * Calls back with what concerns the caller alone; what is shown of the caller is read anew then.
 *
 * Listens only while `isSignedIn`: the channel is closed to guests.
 */
export function useMyMessages(isSignedIn: boolean, onMessage: (message: MeMessage) => void): void {
  const realtime = useRealtime()
  const queries = useQueryClient()
  const show = useShowLotState()
  const latest = useLatest(onMessage)
  useEffect(() => {
    if (!isSignedIn) return
    const onMissed = (): void => void queries.invalidateQueries({ queryKey: [{ tags: ['me'] }] })
    const listener = (message: MeMessage & { state?: LotState }): void => {
      if (message.state) show(message.state)
      onMissed()
      latest.current(message)
    }
    return realtime.onMe(listener, onMissed)
  }, [realtime, queries, show, isSignedIn, latest])
}

/** A callback that may change without anything being listened to anew. */
function useLatest<Callback>(callback: Callback): { readonly current: Callback } {
  const latest = useRef(callback)
  useEffect(() => {
    latest.current = callback
  }, [callback])
  return latest
}
