/** Everything the bid panel and the dock show and do: one bidder, one lot, one bid at a time. */

import { useNavigate } from '@tanstack/react-router'
import type { Costs, LotState } from '@vendue/sdk'
import { useLotState } from '@vendue/sdk/react-query'
import { useSurroundings } from '@vendue/ui/language'
import { useEffect, useRef, useState } from 'react'

import { type LotCostsAt, useCosts } from '@/shared/lots/costs'
import type { LotFacts } from '@/shared/lots/facts'
import { useLotRules } from '@/shared/lots/first-page'
import { type MyBidRead, useMyBid } from '@/shared/lots/my-bid'
import { incrementAt, type LotRules } from '@/shared/lots/terms'
import { useIsGuest, useIsSignedIn } from '@/shared/session/session'

import { isFarAbove, shownStep } from './amounts'
import { type Doubt, isOnItsWay } from './attempt'
import { bringAmount, broughtTo, forgetBrought } from './brought-amount'
import type { Link } from './link'
import { isOutlived, type Moment, type Phase } from './outlived'
import { NO_BID, type Own, type Standing, standingOf } from './standing'
import { type AmountChoice, useAmount } from './use-amount'
import { type Attempts, useAttempt } from './use-attempt'
import { useIsPast } from './use-is-past'
import { useLink } from './use-link'

export interface Bidding extends Attempts {
  readonly lot: LotFacts
  readonly state: LotState
  readonly viewers: number | null
  readonly rules: LotRules | null
  readonly phase: Phase
  readonly link: Link
  readonly isGuest: boolean
  readonly own: Own
  /** Whether the person has a bid here, as far as it could be read. */
  readonly read: MyBidRead
  readonly standing: Standing
  /** The least maximum that would be taken from this person now, in minor units. */
  readonly leastMinor: number
  readonly stepMinor: number
  readonly amount: AmountChoice
  /** What the chosen amount comes to in all; undefined until the server has said it. */
  readonly costs: Costs | undefined
  readonly priceCosts: Costs | undefined
  readonly costsAt: LotCostsAt
  /** Whether a press would do something now. */
  readonly canBid: boolean
  readonly submit: () => void
}

export function useBidding(lot: LotFacts, published: LotState): Bidding {
  const lotId = lot.lot_id
  const navigate = useNavigate()
  const isGuest = useIsGuest()
  const live = useLotState(lotId, { initialState: published })
  const state = live.state ?? published
  const link = useLink(lotId, live.isLive)
  const phase = usePhase(state)
  const { own, read, standing, attempts } = useOwnPart(lotId, state, link.kind !== 'stale')
  useEndOfRefusal(attempts, { standing, phase, link: link.kind })
  const rules = useLotRules(lotId)
  const broughtMinor = useBrought(lotId)

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
    isOutbid: standing === 'outbid',
    broughtMinor,
    attempt: attempts.attempt,
  })
  const price = state.hammer_price_minor ?? state.price_minor
  const costs = useCosts(lotId, [price, amount.minor], nextAmounts(amount, stepMinor))
  const canBid =
    phase === 'open' &&
    read.bid !== undefined &&
    link.kind !== 'stale' &&
    !isOnItsWay(attempts.attempt) &&
    amount.minor !== null &&
    amount.minor >= leastMinor &&
    // Nobody binds themselves to a sum that they were not shown, unless it cannot be had.
    (costs.at(amount.minor) !== undefined || costs.hasFailed)

  const submit = () => {
    if (!canBid || amount.minor === null) return
    if (isGuest) {
      bringAmount(lotId, amount.minor)
      void navigate({ to: '/sign-in', search: { back: `/lot/${lotId}` } })
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
    read,
    standing,
    leastMinor,
    stepMinor,
    amount,
    costs: costs.at(amount.minor),
    priceCosts: costs.at(price),
    costsAt: costs,
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

/** The amount that was chosen before signing in: filled in once, and not at the next visit. */
function useBrought(lotId: string): number | null {
  const isSignedIn = useIsSignedIn()
  const [brought] = useState(() => (isSignedIn ? broughtTo(lotId) : null))
  useEffect(() => {
    if (brought !== null) forgetBrought()
  }, [brought])
  return brought
}

/** The person's own bid: as read from the server, or as the answer to the last bid told it. */
function useOwnPart(lotId: string, state: LotState, mayBegin: boolean) {
  const isSignedIn = useIsSignedIn()
  const read = useMyBid(lotId)
  const attempts = useAttempt(lotId, mayBegin)
  const { placed, attempt, settle } = attempts
  const isPlacedValid = isSignedIn && placed !== null && placed.epoch === state.epoch
  const readMinor = read.bid?.maximum_minor ?? null
  const maximumMinor = isPlacedValid ? Math.max(readMinor ?? 0, placed.maximumMinor) : readMinor
  const bidder = read.bid?.bidder ?? (isPlacedValid ? placed.bidder : null)
  const own: Own = maximumMinor === null ? NO_BID : { bidder, maximumMinor }

  const isFound = attempt.step === 'unknown' && readMinor === attempt.intent.amountMinor
  useEffect(() => {
    if (isFound) settle()
  })
  return { own, read, standing: standingOf(state, own), attempts }
}

/** A refusal is told until something has happened that matters more. */
function useEndOfRefusal({ attempt, leave }: Attempts, now: Moment): void {
  const told = useRef<{ key: string; since: Moment } | null>(null)
  useEffect(() => {
    if (attempt.step !== 'refused') return
    const { key } = attempt.intent
    // The refusal's own answer may have moved the lot: it counts from when it was first shown.
    if (told.current?.key !== key) told.current = { key, since: now }
    else if (isOutlived(attempt.refusal, told.current.since, now)) leave()
  })
}

function usePhase(state: LotState): Phase {
  const { now } = useSurroundings()
  const isOver = useIsPast(state.ends_at, now)
  if (state.status === 'scheduled') return 'scheduled'
  if (state.status !== 'live') return 'closed'
  return isOver ? 'falling' : 'open'
}
