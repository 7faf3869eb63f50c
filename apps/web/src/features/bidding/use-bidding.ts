/** Everything the bid panel and the dock show and do: one bidder, one lot, one bid at a time. */

import { useNavigate } from '@tanstack/react-router'
import type { Costs, Lot, LotState } from '@vendue/sdk'
import { useLotState } from '@vendue/sdk/react-query'
import { useSurroundings } from '@vendue/ui/language'
import { useEffect } from 'react'

import { useLotHistory } from '@/shared/lots/history'
import { useMyBid } from '@/shared/lots/my-bid'
import { incrementAt, type LotRules, rulesOf } from '@/shared/lots/terms'
import { useIsSignedIn } from '@/shared/session/session'

import { isFarAbove, shownStep } from './amounts'
import { type Doubt, isOnItsWay } from './attempt'
import type { Link } from './link'
import { NO_BID, type Own, type Standing, standingOf } from './standing'
import { type AmountChoice, useAmount } from './use-amount'
import { type Attempts, useAttempt } from './use-attempt'
import { useCosts } from './use-costs'
import { useIsPast } from './use-is-past'
import { useLink } from './use-link'

/** Where the lot is in its life, as the bidder sees it. */
type Phase = 'scheduled' | 'open' | 'falling' | 'closed'

export interface Bidding extends Attempts {
  readonly lot: Lot
  readonly state: LotState
  readonly viewers: number | null
  readonly rules: LotRules | null
  readonly phase: Phase
  readonly link: Link
  readonly isGuest: boolean
  readonly own: Own
  /** Whether it is known if the person has a bid here. */
  readonly isKnown: boolean
  readonly standing: Standing
  /** The least maximum that would be taken from this person now, in minor units. */
  readonly leastMinor: number
  readonly stepMinor: number
  readonly amount: AmountChoice
  /** What the chosen amount comes to in all; undefined until the server has said it. */
  readonly costs: Costs | undefined
  readonly priceCosts: Costs | undefined
  /** Whether a press would do something now. */
  readonly canBid: boolean
  readonly submit: () => void
}

export function useBidding(lot: Lot, published: LotState, broughtMinor: number | null): Bidding {
  const lotId = lot.lot_id
  const navigate = useNavigate()
  const isGuest = !useIsSignedIn()
  const live = useLotState(lotId, { initialState: published })
  const state = live.state ?? published
  const { own, isKnown, standing, attempts } = useOwnPart(lotId, state)
  const rules = rulesOf(useLotHistory(lotId, state.sequence).data?.terms)
  const link = useLink(lotId, live.isLive)
  const phase = usePhase(state)

  const stepMinor =
    rules === null
      ? shownStep(state.price_minor, state.minimum_bid_minor)
      : incrementAt(rules.increments, state.price_minor)
  const leastMinor =
    standing === 'leading' && own.maximumMinor !== null
      ? own.maximumMinor + 1
      : state.minimum_bid_minor
  const amount = useAmount({
    leastMinor,
    stepMinor,
    currency: state.currency,
    isRaise: standing === 'leading',
    broughtMinor,
    attempt: attempts.attempt,
  })
  const price = state.hammer_price_minor ?? state.price_minor
  const costs = useCosts(lotId, [price, amount.minor], nextAmounts(amount, stepMinor))
  const canBid =
    phase === 'open' &&
    isKnown &&
    link.kind !== 'stale' &&
    !isOnItsWay(attempts.attempt) &&
    amount.minor !== null &&
    amount.minor >= leastMinor &&
    // Nobody binds themselves to a sum that they were not shown, unless it cannot be had.
    (costs.at(amount.minor) !== undefined || costs.hasFailed)

  const submit = () => {
    if (!canBid || amount.minor === null) return
    if (isGuest) {
      const back = `/lot/${lotId}?maximum=${amount.minor}`
      void navigate({ to: '/sign-in', search: { back } })
      return
    }
    attempts.begin('bid', amount.minor, doubtOf(amount, leastMinor))
  }
  return {
    ...attempts,
    lot,
    state,
    viewers: live.viewers,
    rules,
    phase,
    link,
    isGuest,
    own,
    isKnown,
    standing,
    leastMinor,
    stepMinor,
    amount,
    costs: costs.at(amount.minor),
    priceCosts: costs.at(price),
    canBid,
    submit,
  }
}

/** What may be shown next: the steps that are offered, and the price after another bid or two. */
function nextAmounts({ minor, steps }: AmountChoice, stepMinor: number): number[] {
  const after = minor === null ? [] : [minor + stepMinor, minor + 2 * stepMinor]
  return [...steps, ...after]
}

function doubtOf(amount: AmountChoice, leastMinor: number): Doubt | null {
  if (amount.minor !== null && isFarAbove(amount.minor, leastMinor)) return 'far_above'
  return amount.hasJustChanged() ? 'just_changed' : null
}

/** The person's own bid: as read from the server, or as the answer to the last bid told it. */
function useOwnPart(lotId: string, state: LotState) {
  const isSignedIn = useIsSignedIn()
  const bid = useMyBid(lotId)
  const attempts = useAttempt(lotId)
  const { placed, attempt, settle } = attempts
  const isPlacedValid = isSignedIn && placed !== null && placed.epoch === state.epoch
  const read = bid?.maximum_minor ?? null
  const maximumMinor = isPlacedValid ? Math.max(read ?? 0, placed.maximumMinor) : read
  const bidder = bid?.bidder ?? (isPlacedValid ? placed.bidder : null)
  const own: Own = maximumMinor === null ? NO_BID : { bidder, maximumMinor }

  const isFound = attempt.step === 'unknown' && read === attempt.intent.amountMinor
  useEffect(() => {
    if (isFound) settle()
  })
  return { own, isKnown: bid !== undefined, standing: standingOf(state, own), attempts }
}

function usePhase(state: LotState): Phase {
  const { now } = useSurroundings()
  const isOver = useIsPast(state.ends_at, now)
  if (state.status === 'scheduled') return 'scheduled'
  if (state.status !== 'live') return 'closed'
  return isOver ? 'falling' : 'open'
}
