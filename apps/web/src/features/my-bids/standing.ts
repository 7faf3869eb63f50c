/** Where a row belongs, told from what is public about the lot and from who the bidder is on it. */

import type { BidderStanding, LotState, MyBid } from '@vendue/sdk'

export const SECTIONS = ['outbid', 'leading', 'closed'] as const
export type Section = (typeof SECTIONS)[number]

/** The standing by the newest state, which is often here before the list is. */
export function standingNow(bid: Pick<MyBid, 'bidder'>, state: LotState): BidderStanding {
  const isAhead = state.leader === bid.bidder
  if (state.closed_at === null) return isAhead ? 'leading' : 'outbid'
  const isBought = state.result === 'sold' || state.result === 'bought'
  return isAhead && isBought ? 'won' : 'lost'
}

export function sectionOf(standing: BidderStanding): Section {
  return standing === 'outbid' || standing === 'leading' ? standing : 'closed'
}

/** Whether the price stands at the maximum: the next bid of anybody else passes it. */
export function isAtMaximum(bid: Pick<MyBid, 'maximum_minor'>, state: LotState): boolean {
  return bid.maximum_minor !== null && state.price_minor >= bid.maximum_minor
}

/** The amount whose total matters now: the next bid, the price, or the hammer price. */
export function amountOf(standing: BidderStanding, state: LotState): number {
  if (standing === 'outbid') return state.minimum_bid_minor
  return state.hammer_price_minor ?? state.price_minor
}

/** What a section is called; once a row in it belongs elsewhere it tells only where they stood. */
export function titleOf(section: Section, bids: readonly MyBid[]) {
  return section === 'closed' || isTrueOf(section, bids)
    ? (`section.${section}.title` as const)
    : (`section.${section}.then` as const)
}

/** What a section's rows ask for: no more than what holds for every one of them. */
export function noteOf(section: Section, bids: readonly MyBid[]) {
  if (!isTrueOf(section, bids)) return 'section.changed'
  const isAnyAtMaximum = bids.some((bid) => isAtMaximum(bid, bid.state))
  return section === 'leading' && isAnyAtMaximum
    ? 'section.leading.atMaximum'
    : (`section.${section}.note` as const)
}

function isTrueOf(section: Section, bids: readonly MyBid[]): boolean {
  return bids.every(({ standing }) => sectionOf(standing) === section)
}
