/** A small auction played by the rules (2.2 to 2.6): the visitor's maximum against three others. */

import { incrementAt, type LotRules } from '@/shared/lots/terms'

export interface Move {
  /** 'you', or the number of another bidder. */
  readonly bidder: 'you' | number
  readonly offerMinor: number
  readonly leader: 'you' | number
  readonly priceMinor: number
  /** What the move did, which is what the sentence beside it says. */
  readonly effect: 'first' | 'answered' | 'tied' | 'overtook' | 'too_low'
}

interface Lead {
  readonly bidder: 'you' | number
  readonly maximumMinor: number
  readonly priceMinor: number
}

/** What the others offer at most, in minor units: known only to this page. */
export const OTHERS_MINOR = [13_000, 22_000, 36_000] as const
export const START_MINOR = 10_000

/** Play the example. The visitor bids first, so a tie is theirs. */
export function played(maximumMinor: number, increments: LotRules['increments']): readonly Move[] {
  const above = (amount: number) => amount + incrementAt(increments, amount)
  const moves: Move[] = [
    {
      bidder: 'you',
      offerMinor: maximumMinor,
      leader: 'you',
      priceMinor: START_MINOR,
      effect: 'first',
    },
  ]
  let lead: Lead = { bidder: 'you', maximumMinor, priceMinor: START_MINOR }
  for (const [place, offerMinor] of OTHERS_MINOR.entries()) {
    const bidder = place + 1
    const effect = effectOf(offerMinor, lead, above)
    lead = after(lead, bidder, offerMinor, effect, above)
    moves.push({ bidder, offerMinor, leader: lead.bidder, priceMinor: lead.priceMinor, effect })
  }
  return moves
}

type Above = (amount: number) => number

function effectOf(offerMinor: number, lead: Lead, above: Above): Move['effect'] {
  if (offerMinor < above(lead.priceMinor)) return 'too_low'
  if (offerMinor > lead.maximumMinor) return 'overtook'
  return offerMinor === lead.maximumMinor ? 'tied' : 'answered'
}

function after(
  lead: Lead,
  bidder: number,
  offerMinor: number,
  effect: Move['effect'],
  above: Above,
): Lead {
  if (effect === 'too_low') return lead
  if (effect === 'overtook') {
    const priceMinor = Math.min(offerMinor, above(lead.maximumMinor))
    return { bidder, maximumMinor: offerMinor, priceMinor }
  }
  return { ...lead, priceMinor: Math.min(lead.maximumMinor, above(offerMinor)) }
}
