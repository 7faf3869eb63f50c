/** Where a bidder stands, told from what the server says and from nothing else. */

import type { LotState } from '@vendue/sdk'

/** What is known of one's own part in a lot. */
export interface Own {
  /** The pseudonym on this lot; null until the server has told it. */
  readonly bidder: string | null
  /** The maximum that stands, in minor units; null without one. */
  readonly maximumMinor: number | null
}

export const NO_BID: Own = { bidder: null, maximumMinor: null }

export type Standing = 'none' | 'leading' | 'outbid' | 'won' | 'lost'

/**
 * The standing of a bidder on a lot as it is now.
 *
 * Somebody whose pseudonym is unknown, but whose maximum stands, was outbid at once: whoever leads
 * is named by the state.
 */
export function standingOf(state: LotState, own: Own): Standing {
  if (own.maximumMinor === null) return 'none'
  const isAhead = own.bidder !== null && state.leader === own.bidder
  if (state.status === 'live') return isAhead ? 'leading' : 'outbid'
  if (state.status === 'scheduled') return 'none'
  return isAhead && isBought(state) ? 'won' : 'lost'
}

function isBought(state: LotState): boolean {
  return state.result === 'sold' || state.result === 'bought'
}
