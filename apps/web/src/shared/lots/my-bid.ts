/** The person's own bid on one lot. */

import { useQuery } from '@tanstack/react-query'
import { isProblem, type MyBid } from '@vendue/sdk'
import { getMyBidOptions } from '@vendue/sdk/react-query'

import { useIsSignedIn } from '../session/session'

export interface OwnBid {
  /** Null for a guest, and for whoever has not bid on the lot. */
  readonly bid: MyBid | null
  /** Whether the server has said so, and it is not just unknown yet. */
  readonly isKnown: boolean
}

export function useMyBid(lotId: string): OwnBid {
  const isSignedIn = useIsSignedIn()
  const mine = useQuery({ ...getMyBidOptions({ path: { lot_id: lotId } }), enabled: isSignedIn })
  if (!isSignedIn) return { bid: null, isKnown: true }
  // Without a bid there is nothing to be found: that is an answer too.
  if (isProblem(mine.error, 'not_found')) return { bid: null, isKnown: true }
  return { bid: mine.data ?? null, isKnown: mine.data !== undefined }
}
