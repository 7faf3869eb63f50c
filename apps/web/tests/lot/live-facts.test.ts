import type { LotMessage } from '@vendue/sdk/realtime'
import { describe, expect, it } from 'vitest'

import { factOf, followed, type ShownFact } from '@/shared/lots/live-facts'

const STATE = { ends_at: '2026-11-30T20:00:00Z', hammer_price_minor: 4_500 }

function told(message: object): ShownFact | null {
  const common = { id: 'm', lot_id: 'l', epoch: 1, occurred_at: '2026-11-30T19:00:00Z' }
  return factOf({ ...common, state: STATE, ...message } as unknown as LotMessage)
}

describe('the fact that a live message tells of', () => {
  it('is a bid, by a person or by their maximum', () => {
    const bid = { type: 'lot.bid_placed', sequence: 4, bidder: 'bidder 2', amount_minor: 1_200 }
    expect(told({ ...bid, automatic: false })).toMatchObject({
      sequence: 4,
      kind: 'bid',
      bidder: 'bidder 2',
      amount_minor: 1_200,
      hash: null,
    })
    expect(told({ ...bid, automatic: true })?.kind).toBe('automatic_bid')
  })

  it('is what happens to the lot otherwise', () => {
    const ends_at = '2026-11-30T20:01:00Z'
    expect(told({ type: 'lot.extended', sequence: 5, ends_at })).toMatchObject({
      kind: 'extension',
      ends_at,
    })
    expect(told({ type: 'lot.bid_voided', sequence: 6, voided_sequences: [4] })).toMatchObject({
      kind: 'void',
      voided_sequences: [4],
    })
    const closed = { type: 'lot.closed', sequence: 7, result: 'sold', winner: 'bidder 2' }
    expect(told(closed)).toMatchObject({ kind: 'close', result: 'sold', amount_minor: 4_500 })
  })

  it('is none where several are summed up, or where the message is of tomorrow', () => {
    expect(told({ type: 'lot.prices', first_sequence: 5, last_sequence: 9 })).toBeNull()
    expect(told({ type: 'lot.snapshot', sequence: 9 })).toBeNull()
    expect(told({ type: 'lot.repainted', sequence: 9 })).toBeNull()
  })
})

describe('facts that are followed', () => {
  const fact = (sequence: number) => ({ sequence }) as ShownFact

  it('grow by the next one, and by no other', () => {
    const two = [fact(1), fact(2)]
    expect(followed(two, fact(3)).map(({ sequence }) => sequence)).toEqual([1, 2, 3])
    expect(followed(two, fact(2))).toBe(two)
    expect(followed(two, fact(4))).toBe(two)
  })
})
