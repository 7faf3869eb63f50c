/** A lot as it happens, for React: what was read and what was told, whichever is newer. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { VendueError } from '../errors'
import {
  getLotQueryKey,
  getLotStateOptions,
  getLotStateQueryKey,
} from '../generated/rest/queries.gen'
import type { Lot, LotState } from '../generated/rest/types.gen'
import { isOlder, NOTHING_KNOWN } from '../realtime/lot-stream'
import { useRealtime } from './provider'

export interface LotStateOptions {
  /** A state that is here already, for instance in a list: nothing is read then. */
  initialState?: LotState | null
  /** How often the lot is read while news does not arrive by itself. */
  refetchEverySeconds?: number
}

export interface LiveLot {
  state: LotState | undefined
  /** How many watch the lot; null where nobody told. */
  viewers: number | null
  /** Whether news arrives as it happens; otherwise the lot is read every few seconds. */
  isLive: boolean
  isPending: boolean
  error: VendueError | null
  refetch: () => void
}

/** The public facts of a lot, kept current. */
export function useLotState(lotId: string, options: LotStateOptions = {}): LiveLot {
  const { initialState, refetchEverySeconds = 5 } = options
  const realtime = useRealtime()
  const queries = useQueryClient()
  const view = useSyncExternalStore(
    useCallback((changed) => realtime.onLot(lotId, changed), [realtime, lotId]),
    () => realtime.lot(lotId),
    () => NOTHING_KNOWN,
  )
  const { data, error, refetch } = useQuery({
    ...getLotStateOptions({ path: { lot_id: lotId } }),
    ...(initialState ? { initialData: initialState } : {}),
    staleTime: 30_000,
    refetchInterval: view.isLive ? false : refetchEverySeconds * 1_000,
  })
  useEffect(() => {
    if (view.state) remember(queries, view.state)
  }, [queries, view.state])

  const state = newer(view.state, data)
  return {
    state,
    viewers: view.viewers,
    isLive: view.isLive,
    isPending: state === undefined && error === null,
    error,
    refetch: () => void refetch(),
  }
}

/** Answers with what shows a state that came with an answer, such as that to a bid, everywhere. */
export function useShowLotState(): (state: LotState) => void {
  const realtime = useRealtime()
  const queries = useQueryClient()
  return useCallback(
    (state) => {
      realtime.offer(state)
      remember(queries, state)
    },
    [realtime, queries],
  )
}

/** Puts a state into the cache, where it is newer than what is there. */
function remember(queries: QueryClient, state: LotState): void {
  const path = { lot_id: state.lot_id }
  queries.setQueryData<LotState>(getLotStateQueryKey({ path }), (held) => newer(state, held))
  queries.setQueryData<Lot>(getLotQueryKey({ path }), (held) => {
    if (!held || isOlder(state, held.state)) return held
    return { ...held, state }
  })
}

function newer(told: LotState | null, read: LotState | undefined): LotState | undefined {
  return told && !isOlder(told, read) ? told : read
}
