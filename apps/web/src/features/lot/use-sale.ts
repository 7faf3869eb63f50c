/** The sale that a lot belongs to, and the lots around it; nothing for a lot that is sold alone. */

import { useQuery } from '@tanstack/react-query'
import type { Auction, AuctionLot } from '@vendue/sdk'
import { getAuctionOptions, listAuctionLotsOptions } from '@vendue/sdk/react-query'
import type { LotFacts } from '@/shared/lots/facts'

export interface Sale {
  readonly auction: Auction
  readonly place: AuctionLot | undefined
  readonly before: AuctionLot | undefined
  readonly after: AuctionLot | undefined
  /** The next ones that can still be bid on. */
  readonly coming: readonly AuctionLot[]
}

const COMING = 4

/** Undefined until it is known. */
export function useSale(lot: LotFacts): Sale | null | undefined {
  const path = { auction_id: lot.auction_id ?? '' }
  const auction = useQuery({ ...getAuctionOptions({ path }), enabled: lot.auction_id !== null })
  const isMany = (auction.data?.lot_count ?? 1) > 1
  const lots = useQuery({
    ...listAuctionLotsOptions({ path, query: { limit: 100 } }),
    enabled: isMany,
  })
  if (auction.data === undefined) return undefined
  if (!isMany) return null
  const items = lots.data?.items ?? []
  const at = items.findIndex(({ lot_id }) => lot_id === lot.lot_id)
  const isFound = at >= 0
  return {
    auction: auction.data,
    place: isFound ? items[at] : undefined,
    before: isFound ? items[at - 1] : undefined,
    after: isFound ? items[at + 1] : undefined,
    coming: items
      .slice(at + 1)
      .filter(({ state }) => state !== null && state.status !== 'closed')
      .slice(0, COMING),
  }
}
