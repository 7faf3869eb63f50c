/** The person's own bid on one lot. */

import { useQuery } from '@tanstack/react-query'
import { isProblem, type MyBid } from '@vendue/sdk'
import { getMyBidOptions, listMyBidsOptions } from '@vendue/sdk/react-query'

import { useIsGuest, useIsSignedIn } from '../session/session'

export interface MyBidRead {
  /** Null for a guest and for whoever has not bid on the lot; undefined until that is known. */
  readonly bid: MyBid | null | undefined
  /** Whether nothing is known because asking has failed. */
  readonly hasFailed: boolean
  readonly retry: () => void
}

export function useMyBid(lotId: string): MyBidRead {
  const isSignedIn = useIsSignedIn()
  const isGuest = useIsGuest()
  // The list says on which lots there is a bid: asked about any other, the server finds nothing.
  const latest = useQuery({ ...listMyBidsOptions({ query: { limit: 100 } }), enabled: isSignedIn })
  const listed = latest.data?.items.find((bid) => bid.lot_id === lotId)
  const mayBeOlder = listed === undefined && (latest.data?.next_cursor ?? null) !== null
  const older = useQuery({
    ...getMyBidOptions({ path: { lot_id: lotId } }),
    enabled: isSignedIn && mayBeOlder,
  })
  const asked = mayBeOlder ? older : latest
  // What was read once stays true when a later reading fails: data decides, and not success.
  const read = latest.data && (listed ?? null)
  const bid = mayBeOlder ? olderBid(older.data, older.error) : read
  return {
    bid: isGuest ? null : bid,
    hasFailed: isSignedIn && bid === undefined && asked.isError && !asked.isFetching,
    retry: () => void asked.refetch(),
  }
}

function olderBid(data: MyBid | undefined, error: unknown): MyBid | null | undefined {
  return isProblem(error, 'not_found') ? null : data
}
