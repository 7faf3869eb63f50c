/** Where bids are sent: with little patience, for an answer that comes late is asked for again. */

import { createMarketClient, isProblem } from '@vendue/sdk'

import { MARKET } from '@/shared/market/client'

import type { Happening, Intent, Refusal } from './attempt'

/** The market as a bidder speaks to it: one try, and soon an end to the waiting. */
export const desk = createMarketClient({ ...MARKET, timeoutSeconds: 6, maxRetries: 0 })

/** These leave open whether the bid stands. */
const UNDECIDED = ['outcome_unknown', 'request_in_progress'] as const

/** What a call that did not succeed means for the bid that it carried. */
export function outcomeOf(error: unknown, { key }: Intent): Happening {
  if (!isProblem(error) || isProblem(error, ...UNDECIDED)) return { type: 'unanswered', key }
  return { type: 'refused', key, refusal: refusalOf(error) }
}

function refusalOf(error: unknown): Refusal {
  if (isProblem(error, 'bid_too_low')) {
    return { code: error.code, minimumMinor: error.data.minimum_bid_minor }
  }
  return { code: isProblem(error) ? error.code : 'unknown', minimumMinor: null }
}
