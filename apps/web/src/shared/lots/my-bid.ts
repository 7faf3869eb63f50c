/** The person's own bid on one lot. */

import { useQuery } from '@tanstack/react-query'
import { isProblem, type MyBid } from '@vendue/sdk'
import { getMyBidOptions, listMyBidsOptions } from '@vendue/sdk/react-query'

import { useIsSignedIn } from '../session/session'

/** Null for a guest and for whoever has not bid on the lot; undefined until that is known. */
export function useMyBid(lotId: string): MyBid | null | undefined {
  const isSignedIn = useIsSignedIn()
  // The list says on which lots there is a bid: asked about any other, the server finds nothing.
  const latest = useQuery({ ...listMyBidsOptions({ query: { limit: 100 } }), enabled: isSignedIn })
  const listed = latest.data?.items.find((bid) => bid.lot_id === lotId)
  const mayBeOlder = listed === undefined && (latest.data?.next_cursor ?? null) !== null
  const older = useQuery({
    ...getMyBidOptions({ path: { lot_id: lotId } }),
    enabled: isSignedIn && mayBeOlder,
  })
  if (!isSignedIn) return null
  if (mayBeOlder) return isProblem(older.error, 'not_found') ? null : older.data
  return latest.isSuccess ? (listed ?? null) : undefined
}
