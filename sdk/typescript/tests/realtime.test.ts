import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  aBid,
  aFollowedLot,
  aLiveMarket,
  aMessage,
  aSnapshot,
  aState,
  LOT,
  prices,
  subscribed,
} from './live'

const CHANNEL = `lots.${LOT}`

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('A lot', () => {
  test('is asked for when somebody listens, with a ticket of its own for each connection', async () => {
    const { realtime, connect } = aLiveMarket()
    realtime.onLot(LOT, () => {})
    const line = await connect()
    expect(line.url).toBe('ws://live.test/realtime/v1?ticket=ticket-1')
    expect(line.asked).toEqual([{ type: 'subscribe', channel: CHANNEL }])
  })

  test('is shown as the last message says, each told once and in order', async () => {
    const { realtime, line, told } = await aFollowedLot()
    line().say(aBid(4), aBid(4), aBid(5), aBid(3))
    expect(told).toEqual([3, 4, 5])
    expect(realtime.lot(LOT).state?.price_minor).toBe(1_005)
    expect(realtime.lot(LOT).isLive).toBe(true)
  })

  test('takes a range of prices, even one that begins with what was seen', async () => {
    const { line, told, realtime } = await aFollowedLot()
    line().say(prices(4, 9), prices(8, 11), prices(6, 11), aBid(12))
    expect(told).toEqual([3, '4-9', '8-11', 12])
    expect(realtime.lot(LOT).state?.sequence).toBe(12)
  })

  test('with a gap is asked for from where it was left, once', async () => {
    const { line, told, realtime } = await aFollowedLot()
    line().say(aBid(6), aBid(7))
    expect(line().asked.slice(1)).toEqual([
      { type: 'subscribe', channel: CHANNEL, epoch: 0, sequence: 3 },
    ])
    expect(realtime.lot(LOT).state?.sequence).toBe(3)
    line().say(subscribed(), aBid(4), aBid(5), aBid(6), aBid(7), aBid(8))
    expect(told).toEqual([3, 4, 5, 6, 7, 8])
  })

  test('whose gap will not close is asked for whole', async () => {
    const { line, realtime } = await aFollowedLot()
    // Whoever asks is told how many watch, which closes no gap.
    const viewers = aMessage('lot.viewers', { lot_id: LOT, viewers: 2 })
    for (const sequence of [10, 11, 12]) line().say(aBid(sequence), subscribed(), viewers)
    expect(line().asked.at(-1)).toEqual({ type: 'subscribe', channel: CHANNEL })
    line().say(subscribed(), aSnapshot(12))
    expect(realtime.lot(LOT).state?.sequence).toBe(12)
  })

  test('opens by a snapshot with the sequence it had; an older snapshot changes nothing', async () => {
    const { line, realtime } = await aFollowedLot()
    line().say(aSnapshot(3, { status: 'scheduled' }), aSnapshot(3, { status: 'live' }))
    expect(realtime.lot(LOT).state?.status).toBe('live')
    line().say(aSnapshot(2, { status: 'closed' }))
    expect(realtime.lot(LOT).state?.status).toBe('live')
  })

  test('may become cheaper in a new epoch', async () => {
    const { line, realtime, told } = await aFollowedLot()
    const state = aState({ epoch: 1, sequence: 4, price_minor: 500 })
    const voided = { lot_id: LOT, epoch: 1, sequence: 4, state, voided_sequences: [2, 3] }
    line().say(aMessage('lot.bid_voided', voided), aBid(5, { epoch: 1, price_minor: 600 }))
    expect(told).toEqual([3, 4, 5])
    expect(realtime.lot(LOT).state?.price_minor).toBe(600)
  })

  test('tells how many watch it', async () => {
    const { line, realtime } = await aFollowedLot()
    line().say(aMessage('lot.viewers', { lot_id: LOT, viewers: 42 }))
    expect(realtime.lot(LOT).viewers).toBe(42)
  })

  test('shows what a bid answered before the message of it arrives, and tells it all the same', async () => {
    const { line, realtime, told } = await aFollowedLot()
    realtime.offer(aState({ sequence: 5, price_minor: 9_000 }))
    expect(realtime.lot(LOT).state?.price_minor).toBe(9_000)
    line().say(aBid(4))
    expect(realtime.lot(LOT).state?.price_minor).toBe(9_000)
    expect(told).toEqual([3, 4])
  })

  test('is left a little after nobody listens, and not at all where somebody is back', async () => {
    const { realtime, connect } = aLiveMarket()
    const stop = realtime.onLot(LOT, () => {})
    const line = await connect()
    stop()
    const again = realtime.onLot(LOT, () => {})
    await vi.advanceTimersByTimeAsync(2_100)
    expect(line.asked).toHaveLength(1)
    again()
    await vi.advanceTimersByTimeAsync(2_100)
    expect(line.asked.at(-1)).toEqual({ type: 'unsubscribe', channel: CHANNEL })
  })
})

describe('A message', () => {
  test.each([
    'no JSON',
    '[]',
    'null',
    '{"type":7}',
    '{"type":"weather.changed","sky":"blue"}',
    '{"type":"lot.bid_placed"}',
    '{"type":"lot.snapshot","lot_id":"somebody else\'s","epoch":0,"sequence":9}',
    '{"type":"hello","connection_id":"x","server_time":"whenever"}',
  ])('that makes no sense here changes nothing: %s', async (raw) => {
    const { line, realtime, told } = await aFollowedLot()
    const before = realtime.lot(LOT)
    line().sayRaw(raw)
    expect(realtime.lot(LOT)).toBe(before)
    line().say(aBid(4))
    expect(told).toEqual([3, 4])
  })

  test('of a type that came later has its place in the sequence', async () => {
    const { line, realtime, told } = await aFollowedLot()
    const state = { ...aState({ sequence: 4 }), status: 'paused', mood: 'tense' }
    line().say(aMessage('lot.paused', { lot_id: LOT, epoch: 0, sequence: 4, state }), aBid(5))
    expect(told).toEqual([3, 4, 5])
    expect(line().asked).toHaveLength(1)
    expect(realtime.lot(LOT).state?.sequence).toBe(5)
  })
})
