/** A list of bids with each lot as it is now, which is often known before the list is read again. */

import { useQueries } from '@tanstack/react-query'
import type { MyBid } from '@vendue/sdk'
import { getLotStateOptions } from '@vendue/sdk/react-query'

import { standingNow } from './standing'

export function useBidsNow(bids: readonly MyBid[]): readonly MyBid[] {
  const states = useQueries({
    // The rows keep these current; here they are only read.
    queries: bids.map(({ lot_id }) => ({
      ...getLotStateOptions({ path: { lot_id } }),
      enabled: false,
    })),
  })
  return bids.map((bid, place) => {
    const kept = states[place]?.data
    // What is kept may also be from before the list.
    if (kept === undefined || kept.epoch < bid.state.epoch) return bid
    if (kept.epoch === bid.state.epoch && kept.sequence <= bid.state.sequence) return bid
    return { ...bid, state: kept, standing: standingNow(bid, kept) }
  })
}
