/** What lots come to with premium, VAT and shipping: the market's own sums. */

import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { Costs, MyBid } from '@vendue/sdk'
import { getLotStateOptions } from '@vendue/sdk/react-query'

import { costsOptions } from '@/shared/lots/costs'
import { useDeliveries } from '@/shared/lots/delivery'

export interface Sum {
  readonly currency: string
  readonly totalMinor: number
}

/** What all of these lots come to at their prices now, by currency; undefined until all is known. */
export function useSums(bids: readonly MyBid[]): readonly Sum[] | undefined {
  const deliveryOf = useDeliveries()
  const states = useQueries({
    // The rows keep these current; here they are only read.
    queries: bids.map(({ lot_id, state }) => ({
      ...getLotStateOptions({ path: { lot_id } }),
      initialData: state,
      enabled: false,
    })),
  }).map(({ data }, place) => data ?? bids[place]?.state)
  const costs = useQueries({
    queries: states
      .filter((state) => state !== undefined)
      .map((state) => ({
        ...costsOptions(
          state.lot_id,
          state.hammer_price_minor ?? state.price_minor,
          deliveryOf(state.lot_id),
        ),
        placeholderData: keepPreviousData,
      })),
  }).map(({ data }) => data?.items[0])
  if (costs.some((one) => one === undefined)) return undefined
  return summed(costs.filter((one) => one !== undefined))
}

export function summed(costs: readonly Costs[]): readonly Sum[] {
  const sums = new Map<string, number>()
  for (const { currency, total_minor } of costs) {
    sums.set(currency, (sums.get(currency) ?? 0) + total_minor)
  }
  return [...sums].map(([currency, totalMinor]) => ({ currency, totalMinor }))
}
