import type { LotState } from '@vendue/sdk'
import { describe, expect, it } from 'vitest'

import { NO_BID, standingOf } from '@/features/bidding/standing'

const ME = { bidder: 'bidder 2', maximumMinor: 5_000 }

function aState(fields: Partial<LotState>): LotState {
  return {
    lot_id: '01a2048c-0000-7000-8000-000000000001',
    epoch: 0,
    sequence: 3,
    status: 'live',
    currency: 'EUR',
    price_minor: 3_100,
    minimum_bid_minor: 3_300,
    bid_count: 3,
    bidder_count: 2,
    reserve: 'none',
    buy_now: null,
    leader: 'bidder 1',
    starts_at: '2026-11-20T10:00:00Z',
    ends_at: '2026-11-24T18:00:00Z',
    extension_count: 0,
    closed_at: null,
    result: null,
    hammer_price_minor: null,
    ...fields,
  }
}

describe('where a bidder stands', () => {
  it('is nowhere without a bid', () => {
    expect(standingOf(aState({ leader: 'bidder 1' }), NO_BID)).toBe('none')
  })

  it('is in front only where the server names them', () => {
    expect(standingOf(aState({ leader: 'bidder 2' }), ME)).toBe('leading')
    expect(standingOf(aState({ leader: 'bidder 1' }), ME)).toBe('outbid')
  })

  it('is never in front while the pseudonym is unknown', () => {
    const unnamed = { bidder: null, maximumMinor: 5_000 }
    expect(standingOf(aState({ leader: null }), unnamed)).toBe('outbid')
    expect(standingOf(aState({ leader: 'bidder 2' }), unnamed)).toBe('outbid')
  })

  it('is won where the lot was sold or bought, and not where the reserve was not met', () => {
    const closed = { status: 'closed', leader: 'bidder 2' } as const
    expect(standingOf(aState({ ...closed, result: 'sold' }), ME)).toBe('won')
    expect(standingOf(aState({ ...closed, result: 'bought' }), ME)).toBe('won')
    expect(standingOf(aState({ ...closed, result: 'reserve_not_met' }), ME)).toBe('lost')
    expect(standingOf(aState({ ...closed, leader: 'bidder 1', result: 'sold' }), ME)).toBe('lost')
  })

  it('is nowhere once the bid was voided', () => {
    expect(standingOf(aState({ epoch: 1 }), { bidder: 'bidder 2', maximumMinor: null })).toBe(
      'none',
    )
  })
})
