/** Where the person stands on the lots they bid on and that are still open. */

import { useQuery } from '@tanstack/react-query'
import type { BidderStanding } from '@vendue/sdk'
import { listMyBidsOptions } from '@vendue/sdk/react-query'

import { useIsSignedIn } from '../session/session'

/** "leading", "outbid", or nothing for a guest and for lots they did not bid on. */
export function useMyStanding(lotId: string): BidderStanding | null {
  const isSignedIn = useIsSignedIn()
  const bids = useQuery({ ...listMyBidsOptions({ query: { limit: 100 } }), enabled: isSignedIn })
  if (!isSignedIn) return null
  return bids.data?.items.find((bid) => bid.lot_id === lotId)?.standing ?? null
}
