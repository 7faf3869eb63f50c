/** A lot's history as it happens: which fact a live message tells of, and where one is missing. */

import type { LotFact } from '@vendue/sdk'
import type { LotMessage } from '@vendue/sdk/realtime'

/** A fact as it is shown. One that was told has no checksum until it is read. */
export type ShownFact = Pick<
  LotFact,
  'sequence' | 'kind' | 'bidder' | 'amount_minor' | 'ends_at' | 'at' | 'voided_sequences' | 'result'
> & { readonly hash: string | null }

type Told = Extract<LotMessage, { sequence: number }>

/** The fact that a message tells of; null where it tells of none, or of several at once. */
export function factOf(message: LotMessage): ShownFact | null {
  const own = 'sequence' in message ? ownPart(message) : null
  if (own === null) return null
  const { sequence, occurred_at, state } = message as Told
  return {
    sequence,
    at: occurred_at,
    ends_at: state.ends_at,
    bidder: null,
    amount_minor: null,
    voided_sequences: [],
    result: null,
    hash: null,
    ...own,
  }
}

/** Types may be added to the market after this page was made: theirs are read, not told. */
function ownPart(message: Told): (Pick<ShownFact, 'kind'> & Partial<ShownFact>) | null {
  switch (message.type) {
    case 'lot.bid_placed': {
      const { bidder, amount_minor, automatic } = message
      return { kind: automatic ? 'automatic_bid' : 'bid', bidder, amount_minor }
    }
    case 'lot.extended':
      return { kind: 'extension', ends_at: message.ends_at }
    case 'lot.reserve_met':
      return { kind: 'reserve_met' }
    case 'lot.bid_voided':
      return { kind: 'void', voided_sequences: message.voided_sequences }
    case 'lot.closed':
      return {
        kind: 'close',
        result: message.result,
        bidder: message.winner,
        amount_minor: message.state.hammer_price_minor,
      }
    case 'lot.cancelled':
      return { kind: 'cancel', result: 'cancelled' }
    case 'lot.bought':
      return {
        kind: 'purchase',
        bidder: message.buyer,
        amount_minor: message.state.hammer_price_minor,
        result: 'bought',
      }
    default:
      return null
  }
}

/** The facts with one more, where it is the next; otherwise as they are. */
export function followed(facts: readonly ShownFact[], next: ShownFact): readonly ShownFact[] {
  return next.sequence === facts.length + 1 ? [...facts, next] : facts
}
