import type { Costs, LotState, MyBid } from '@vendue/sdk'
import { describe, expect, it } from 'vitest'

import {
  amountOf,
  isAtMaximum,
  noteOf,
  sectionOf,
  standingNow,
  titleOf,
} from '@/features/my-bids/standing'
import { summed } from '@/features/my-bids/use-total'

const ME = { bidder: 'bidder 3' }

function aState(fields: Partial<LotState> = {}): LotState {
  return {
    lot_id: '01a20000-0000-7000-8000-000000000001',
    epoch: 0,
    sequence: 4,
    status: 'live',
    currency: 'EUR',
    price_minor: 12_000,
    minimum_bid_minor: 12_500,
    bid_count: 4,
    bidder_count: 2,
    reserve: 'none',
    buy_now: null,
    leader: 'bidder 3',
    starts_at: '2026-11-22T10:00:00Z',
    ends_at: '2026-11-22T18:00:00Z',
    extension_count: 0,
    closed_at: null,
    result: null,
    hammer_price_minor: null,
    ...fields,
  }
}

const CLOSED = { status: 'closed', closed_at: '2026-11-22T18:00:00Z' } as const

describe('where a row belongs', () => {
  it.each([
    [{}, 'leading', 'leading'],
    [{ leader: 'bidder 1' }, 'outbid', 'outbid'],
    [{ ...CLOSED, result: 'sold' as const }, 'won', 'closed'],
    [{ ...CLOSED, result: 'bought' as const, leader: 'bidder 1' }, 'lost', 'closed'],
    [{ ...CLOSED, result: 'reserve_not_met' as const }, 'lost', 'closed'],
    [{ ...CLOSED, result: 'cancelled' as const }, 'lost', 'closed'],
  ])('follows the newest state: %o', (fields, standing, section) => {
    expect(standingNow(ME, aState(fields))).toBe(standing)
    expect(sectionOf(standingNow(ME, aState(fields)))).toBe(section)
  })
})

describe('what is said of a section', () => {
  const leading = { standing: 'leading', maximum_minor: 15_000, state: aState() } as MyBid

  it('holds for every row in it, though rows stay where they were first seen', () => {
    expect(titleOf('leading', [leading])).toBe('section.leading.title')
    expect(noteOf('leading', [leading])).toBe('section.leading.note')
    const outbid = { ...leading, standing: 'outbid' } as MyBid
    expect(titleOf('leading', [leading, outbid])).toBe('section.leading.then')
    expect(noteOf('leading', [leading, outbid])).toBe('section.changed')
  })

  it('asks for nothing only while no price stands at a maximum', () => {
    const capped = { ...leading, maximum_minor: 12_000 }
    expect(titleOf('leading', [leading, capped])).toBe('section.leading.title')
    expect(noteOf('leading', [leading, capped])).toBe('section.leading.atMaximum')
  })
})

describe('the amount whose total is shown', () => {
  it('is the next bid, then the price, then the hammer price', () => {
    expect(amountOf('outbid', aState())).toBe(12_500)
    expect(amountOf('leading', aState())).toBe(12_000)
    expect(amountOf('won', aState({ ...CLOSED, hammer_price_minor: 11_900 }))).toBe(11_900)
  })

  it('knows when the price has come up to the maximum', () => {
    expect(isAtMaximum({ maximum_minor: 12_000 }, aState())).toBe(true)
    expect(isAtMaximum({ maximum_minor: 12_001 }, aState())).toBe(false)
    expect(isAtMaximum({ maximum_minor: null }, aState())).toBe(false)
  })
})

describe('the sum of several lots', () => {
  it('never adds one currency to another', () => {
    const costs = [
      { currency: 'EUR', total_minor: 100 },
      { currency: 'USD', total_minor: 7 },
      { currency: 'EUR', total_minor: 50 },
    ] as Costs[]
    expect(summed(costs)).toEqual([
      { currency: 'EUR', totalMinor: 150 },
      { currency: 'USD', totalMinor: 7 },
    ])
  })
})
