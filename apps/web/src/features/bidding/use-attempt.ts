/** Carries one bid at a time to the desk, and asks again with its key where no answer came. */

import { useQueryClient } from '@tanstack/react-query'
import { isProblem, type LotState, operations } from '@vendue/sdk'
import { getMyBidQueryKey, listMyBidsQueryKey, useShowLotState } from '@vendue/sdk/react-query'
import { useEffect, useReducer, useRef, useState } from 'react'

import { type Attempt, type Doubt, IDLE, type Intent, next } from './attempt'
import { desk, outcomeOf } from './desk'

/** So long after the person meant it a bid is asked about without another press. */
const ASKED_FOR_MS = 20_000
const ASK_EVERY_MS = 2_000

/** What the answer to a bid has told, until it is read back. */
interface Placed {
  readonly epoch: number
  /** Known at once only to whoever leads. */
  readonly bidder: string | null
  readonly maximumMinor: number
}

export interface Attempts {
  readonly attempt: Attempt
  readonly placed: Placed | null
  readonly begin: (kind: Intent['kind'], amountMinor: number, doubt: Doubt | null) => void
  readonly confirm: () => void
  readonly askAgain: () => void
  readonly leave: () => void
  /** The server told by another way that the bid stands. */
  readonly settle: () => void
}

/** With `mayBegin` false nothing is sent, and nothing is kept to be sent later. */
export function useAttempt(lotId: string, mayBegin: boolean): Attempts {
  const [attempt, tell] = useReducer(next, IDLE)
  const [placed, setPlaced] = useState<Placed | null>(null)
  const queries = useQueryClient()
  const show = useShowLotState()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The key of the bid that is out, one at a time: a second press comes before the page has been
  // drawn anew, and an answer that comes late is about a bid that was settled otherwise.
  const out = useRef<string | null>(null)
  useEffect(() => () => clearTimeout(timer.current), [])

  const send = async (intent: Intent, meantAt: number) => {
    try {
      const { state, isAhead } = await deliver(lotId, intent)
      const bidder = isAhead ? state.leader : null
      setPlaced({ epoch: state.epoch, bidder, maximumMinor: intent.amountMinor })
      show(state)
      tell({ type: 'accepted', key: intent.key })
      if (out.current === intent.key) out.current = null
    } catch (error) {
      fail(error, intent, meantAt)
    }
    void queries.invalidateQueries({ queryKey: listMyBidsQueryKey() })
    void queries.invalidateQueries({ queryKey: getMyBidQueryKey({ path: { lot_id: lotId } }) })
  }
  const fail = (error: unknown, intent: Intent, meantAt: number) => {
    if (isProblem(error, 'bid_too_low')) show(error.data.state)
    if (out.current !== intent.key) return
    const happening = outcomeOf(error, intent)
    tell(happening)
    if (happening.type !== 'unanswered') out.current = null
    else if (performance.now() - meantAt < ASKED_FOR_MS) {
      timer.current = setTimeout(() => repeat(intent, meantAt), ASK_EVERY_MS)
    }
  }
  const repeat = (intent: Intent, meantAt: number) => {
    clearTimeout(timer.current)
    tell({ type: 'asked_again' })
    void send(intent, meantAt)
  }

  return {
    attempt,
    placed,
    begin: (kind, amountMinor, doubt) => {
      if (out.current !== null || !mayBegin) return
      const intent = { key: crypto.randomUUID(), kind, amountMinor }
      tell({ type: 'meant', intent, doubt })
      if (doubt !== null) return
      out.current = intent.key
      void send(intent, performance.now())
    },
    confirm: () => {
      if (attempt.step !== 'doubted' || out.current !== null || !mayBegin) return
      out.current = attempt.intent.key
      tell({ type: 'confirmed' })
      void send(attempt.intent, performance.now())
    },
    askAgain: () => {
      // Pressed by the person: no further question follows of itself.
      if (attempt.step === 'unknown' && !attempt.isAsking) repeat(attempt.intent, -Infinity)
    },
    leave: () => tell({ type: 'left' }),
    settle: () => {
      if (attempt.step !== 'unknown') return
      clearTimeout(timer.current)
      out.current = null
      tell({ type: 'accepted', key: attempt.intent.key })
    },
  }
}

interface Delivered {
  readonly state: LotState
  /** Whether the state names this bidder as its leader. */
  readonly isAhead: boolean
}

async function deliver(lotId: string, intent: Intent): Promise<Delivered> {
  const call = {
    client: desk,
    path: { lot_id: lotId },
    headers: { 'Idempotency-Key': intent.key },
    throwOnError: true,
  } as const
  if (intent.kind === 'purchase') {
    const { data } = await operations.buyNow(call)
    return { state: data.state, isAhead: true }
  }
  const body = { maximum_minor: intent.amountMinor }
  const { data } = await operations.placeBid({ ...call, body })
  return { state: data.state, isAhead: data.standing === 'leading' }
}
