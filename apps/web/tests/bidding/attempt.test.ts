import { describe, expect, it } from 'vitest'

import { type Attempt, IDLE, type Intent, isOnItsWay, next } from '@/features/bidding/attempt'

const BID: Intent = { key: 'one', kind: 'bid', amountMinor: 12_500 }
const OTHER: Intent = { key: 'two', kind: 'bid', amountMinor: 13_000 }
const SENDING: Attempt = { step: 'sending', intent: BID }
const REFUSAL = { code: 'bid_too_low', minimumMinor: 13_000 }

describe('a bid on its way', () => {
  it('is sent at once where nothing is doubted', () => {
    expect(next(IDLE, { type: 'meant', intent: BID, doubt: null })).toEqual(SENDING)
  })

  it('waits for a second yes where it is doubted, and is then sent as it was meant', () => {
    const doubted = next(IDLE, { type: 'meant', intent: BID, doubt: 'far_above' })
    expect(doubted).toEqual({ step: 'doubted', intent: BID, doubt: 'far_above' })
    expect(next(doubted, { type: 'confirmed' })).toEqual(SENDING)
  })

  it('is dropped where the person turns back from the doubt', () => {
    const doubted = next(IDLE, { type: 'meant', intent: BID, doubt: 'just_changed' })
    expect(next(doubted, { type: 'left' })).toEqual(IDLE)
  })

  it('lets no second bid begin while its answer is out', () => {
    const unknown = next(SENDING, { type: 'unanswered', key: BID.key })
    for (const attempt of [SENDING, unknown]) {
      expect(isOnItsWay(attempt)).toBe(true)
      expect(next(attempt, { type: 'meant', intent: OTHER, doubt: null })).toBe(attempt)
      expect(next(attempt, { type: 'left' })).toBe(attempt)
    }
  })

  it('is asked about again with the very same key', () => {
    const unknown = next(SENDING, { type: 'unanswered', key: BID.key })
    expect(unknown).toEqual({ step: 'unknown', intent: BID, isAsking: false })
    const asking = next(unknown, { type: 'asked_again' })
    expect(asking).toEqual({ step: 'unknown', intent: BID, isAsking: true })
    expect(next(asking, { type: 'accepted', key: BID.key })).toEqual({
      step: 'accepted',
      intent: BID,
    })
  })

  it('is never accepted by the answer to another', () => {
    expect(next(SENDING, { type: 'accepted', key: OTHER.key })).toBe(SENDING)
    expect(next(SENDING, { type: 'refused', key: OTHER.key, refusal: REFUSAL })).toBe(SENDING)
  })

  it('keeps its refusal until the person goes on', () => {
    const refused = next(SENDING, { type: 'refused', key: BID.key, refusal: REFUSAL })
    expect(refused).toEqual({ step: 'refused', intent: BID, refusal: REFUSAL })
    expect(next(refused, { type: 'accepted', key: BID.key })).toBe(refused)
    expect(next(refused, { type: 'left' })).toEqual(IDLE)
    expect(next(refused, { type: 'meant', intent: OTHER, doubt: null })).toEqual({
      step: 'sending',
      intent: OTHER,
    })
  })
})
