/**
 * What a lot costs in all at an amount: always the server's own sum, to where the person wants it.
 *
 * Sums are kept by amount, so that every place which shows one takes it from here.
 */

import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Costs, type LotCosts, operations } from '@vendue/sdk'
import { listLotCostsQueryKey } from '@vendue/sdk/react-query'
import { useEffect, useRef, useState } from 'react'

import { client } from '../market/client'
import { type Delivery, useDelivery } from './delivery'

/** A price that moves in a fight is asked about once it has stood so long, */
const CALM_MS = 250
/** or once it has not stood still for so long. */
const LONGEST_MS = 1_000
/** So many amounts are answered at once. */
const AT_ONCE = 8
/** A sum that could not be had is asked for again by itself. */
const AGAIN_MS = 5_000

/** The costs at one hammer price, for pages that list lots. */
export function costsOptions(lotId: string, hammerMinor: number, delivery: Delivery) {
  return queryOptions({
    queryKey: keyOf(lotId, hammerMinor, delivery),
    queryFn: ({ signal }) => ask(lotId, [hammerMinor], delivery, signal),
    // The same amount costs the same for as long as the page is open.
    staleTime: Number.POSITIVE_INFINITY,
    enabled: hammerMinor > 0,
  })
}

/** The costs at a price that may move; those before it stay until they are there. */
export function useCostsAt(lotId: string, hammerMinor: number): Costs | undefined {
  const options = costsOptions(lotId, hammerMinor, useDelivery(lotId))
  return useQuery({ ...options, placeholderData: keepPreviousData }).data?.items[0]
}

export interface LotCostsAt {
  /** The costs at a hammer price; undefined until the server has said them. */
  readonly at: (hammerMinor: number | null) => Costs | undefined
  /** Whether the server could not say. */
  readonly hasFailed: boolean
  readonly retry: () => void
}

/**
 * The costs at the amounts that are shown, and at those that may be shown next.
 *
 * Those of the next few increments come with the one that is wanted, so that a fight does not
 * outrun them.
 */
export function useCosts(
  lotId: string,
  shown: readonly (number | null)[],
  likely: readonly number[] = [],
): LotCostsAt {
  const queries = useQueryClient()
  const delivery = useDelivery(lotId)
  const at = (minor: number | null) =>
    minor === null
      ? undefined
      : queries.getQueryData<LotCosts>(keyOf(lotId, minor, delivery))?.items[0]
  const isMissing = (minor: number) => minor > 0 && at(minor) === undefined

  const missing = unique(shown.filter((minor) => minor !== null)).filter(isMissing)
  const asked = useCalm(missing.join())
  const wanted = asked === '' ? [] : asked.split(',').map(Number).filter(isMissing)
  const batch = unique([...wanted, ...likely.filter(isMissing)]).slice(0, AT_ONCE)
  const query = useQuery({
    // Not the key of an amount: what is being fetched is taken back when it is not waited for any more.
    queryKey: ['costs asked for', lotId, wanted, delivery],
    queryFn: async ({ signal }): Promise<LotCosts> => {
      const { items } = await ask(lotId, batch, delivery, signal)
      for (const costs of items) {
        queries.setQueryData(keyOf(lotId, costs.hammer_minor, delivery), { items: [costs] })
      }
      return { items: items.filter(({ hammer_minor }) => wanted.includes(hammer_minor)) }
    },
    enabled: wanted.length > 0,
    // The sums are read from where they are kept: their coming must draw them all the same.
    notifyOnChangeProps: ['data', 'isError'],
    refetchInterval: ({ state }) => (state.status === 'error' ? AGAIN_MS : false),
  })
  return {
    at,
    hasFailed: query.isError && missing.length > 0,
    retry: () => void query.refetch(),
  }
}

function keyOf(lotId: string, minor: number, delivery: Delivery) {
  return listLotCostsQueryKey({
    path: { lot_id: lotId },
    query: { amount_minor: [minor], ...delivery },
  })
}

async function ask(
  lot_id: string,
  amount_minor: number[],
  delivery: Delivery,
  signal: AbortSignal,
): Promise<LotCosts> {
  const query = { amount_minor, ...delivery }
  const asked = { client, path: { lot_id }, query, signal, throwOnError: true } as const
  return (await operations.listLotCosts(asked)).data
}

/** The first wish at once; a later one when no other has followed it, or none has been granted long. */
function useCalm(wish: string): string {
  const [calm, setCalm] = useState(wish)
  const since = useRef<number | null>(null)
  useEffect(() => {
    if (wish === calm) {
      since.current = null
      return
    }
    since.current ??= performance.now()
    const patience = since.current + LONGEST_MS - performance.now()
    const wait = calm === '' ? 0 : Math.max(0, Math.min(CALM_MS, patience))
    const timer = setTimeout(() => setCalm(wish), wait)
    return () => clearTimeout(timer)
  }, [wish, calm])
  return calm
}

function unique(amounts: readonly number[]): number[] {
  return [...new Set(amounts)]
}
