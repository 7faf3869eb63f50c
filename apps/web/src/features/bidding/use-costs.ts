/**
 * What a lot costs in all at an amount: always the server's own sum.
 *
 * Sums are kept by amount. Those of the next few increments come with the one that is wanted, so
 * that a fight does not outrun them.
 */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Costs, LotCosts } from '@vendue/sdk'
import { listLotCostsQueryKey } from '@vendue/sdk/react-query'
import { useEffect, useState } from 'react'

import { vendue } from '@/shared/market/vendue'

/** A price that moves in a fight is asked about once it has stood so long. */
const CALM_MS = 250
/** So many amounts are answered at once. */
const AT_ONCE = 8

export interface LotCostsAt {
  /** The costs at a hammer price; undefined until the server has said them. */
  readonly at: (hammerMinor: number | null) => Costs | undefined
  /** Whether the server could not say. */
  readonly hasFailed: boolean
}

/** The costs at the amounts that are shown, and at those that may be shown next. */
export function useCosts(
  lotId: string,
  shown: readonly (number | null)[],
  likely: readonly number[] = [],
): LotCostsAt {
  const queries = useQueryClient()
  const keyOf = (minor: number) =>
    listLotCostsQueryKey({ path: { lot_id: lotId }, query: { amount_minor: [minor] } })
  const at = (minor: number | null) =>
    minor === null ? undefined : queries.getQueryData<LotCosts>(keyOf(minor))?.items[0]
  const isMissing = (minor: number) => minor > 0 && at(minor) === undefined

  const missing = unique(shown.filter((minor) => minor !== null)).filter(isMissing)
  const asked = useCalm(missing.join())
  const wanted = asked === '' ? [] : asked.split(',').map(Number).filter(isMissing)
  const batch = unique([...wanted, ...likely.filter(isMissing)]).slice(0, AT_ONCE)
  const query = useQuery({
    // Not the key of an amount: what is being fetched is taken back when it is not waited for any more.
    queryKey: ['costs asked for', lotId, wanted],
    queryFn: async ({ signal }): Promise<LotCosts> => {
      const { items } = await vendue.lots.listCosts(lotId, { amount_minor: batch }, { signal })
      for (const costs of items) queries.setQueryData(keyOf(costs.hammer_minor), { items: [costs] })
      return { items: items.filter(({ hammer_minor }) => wanted.includes(hammer_minor)) }
    },
    enabled: wanted.length > 0,
  })
  return { at, hasFailed: query.isError && missing.length > 0 }
}

/** The first wish at once, a later one when no other has followed it. */
function useCalm(wish: string): string {
  const [calm, setCalm] = useState(wish)
  useEffect(() => {
    if (wish === calm) return
    const timer = setTimeout(() => setCalm(wish), calm === '' ? 0 : CALM_MS)
    return () => clearTimeout(timer)
  }, [wish, calm])
  return calm
}

function unique(amounts: readonly number[]): number[] {
  return [...new Set(amounts)]
}
