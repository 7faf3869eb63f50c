import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRealtime } from '../src/realtime'
import { aBid, aFollowedLot, aLiveMarket, aMessage, LOT, subscribed } from './live'
import { aMarket, json } from './market'

const CHANNEL = `lots.${LOT}`

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('A connection', () => {
  test('that was lost is resumed from where it was left, with every sequence once', async () => {
    const { line, lines, connect, realtime, told } = await aFollowedLot()
    line().say(aBid(4))
    line().close(1012)
    expect(realtime.connection).toMatchObject({ state: 'reconnecting', closeCode: 1012 })
    expect(realtime.lot(LOT).isLive).toBe(false)
    const next = await connect()
    expect(lines).toHaveLength(2)
    expect(next.url).toContain('ticket-2')
    expect(next.asked).toEqual([{ type: 'subscribe', channel: CHANNEL, epoch: 0, sequence: 4 }])
    next.say(subscribed(), aBid(5), aBid(6))
    expect(told).toEqual([3, 4, 5, 6])
    expect(realtime.lot(LOT).isLive).toBe(true)
  })

  test('that is silent is given up, though nobody closed it', async () => {
    const { line, lines, realtime } = await aFollowedLot()
    line().say(aMessage('pong', { sent_at: 0 }))
    await vi.advanceTimersByTimeAsync(15_000)
    expect(line().heard.filter(({ type }) => type === 'ping')).toHaveLength(2)
    expect(realtime.connection.state).toBe('open')
    await vi.advanceTimersByTimeAsync(5_100)
    expect(lines).toHaveLength(2)
    expect(realtime.connection.state).not.toBe('open')
  })

  test('that talks is kept', async () => {
    const { line, lines } = await aFollowedLot()
    for (let second = 0; second < 60; second += 1) {
      line().say(aMessage('lot.viewers', { lot_id: LOT, viewers: second }))
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(lines).toHaveLength(1)
  })

  test('tells when it was last heard', async () => {
    const { line, realtime } = await aFollowedLot()
    await vi.advanceTimersByTimeAsync(2_000)
    line().say(aBid(4))
    expect(Date.now() - (realtime.connection.lastHeardAt ?? 0)).toBe(0)
  })

  test('is begun anew for somebody else, who is asked about again', async () => {
    const { realtime, connect } = aLiveMarket()
    const missed = vi.fn()
    realtime.onMe(() => {}, missed)
    const guest = await connect()
    guest.say(aMessage('problem', { code: 'unauthenticated', detail: 'No.', channel: 'me' }))
    guest.close(4403)
    const still = await connect()
    expect(still.asked).toEqual([])
    realtime.reconnect()
    const known = await connect()
    expect(known.asked).toEqual([{ type: 'subscribe', channel: 'me' }])
    expect(missed).not.toHaveBeenCalled()
  })

  test('closed for good stays closed', async () => {
    const { realtime, lines } = await aFollowedLot()
    realtime.close()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(lines).toHaveLength(1)
    expect(realtime.connection.state).toBe('closed')
  })
})

test('What concerns me alone is told as it comes; after an interruption that some may be missing', async () => {
  const { realtime, connect } = aLiveMarket()
  const [told, missed] = [vi.fn(), vi.fn()]
  realtime.onMe(told, missed)
  const line = await connect()
  const outbid = aMessage('me.outbid', { lot_id: LOT, lot_title: 'Clock', sequence: 4 })
  line.say(subscribed('me'), outbid, outbid)
  expect(told.mock.calls).toEqual([[outbid]])
  expect(missed).not.toHaveBeenCalled()
  line.close(1006)
  const next = await connect()
  next.say(subscribed('me'))
  expect(missed).toHaveBeenCalledOnce()
})

test('What cannot be served now is asked for again after a while', async () => {
  const { line, realtime } = await aFollowedLot()
  const problem = { code: 'unavailable', detail: 'Later.', channel: CHANNEL }
  line().say(aMessage('problem', problem))
  expect(realtime.lot(LOT).isLive).toBe(false)
  await vi.advanceTimersByTimeAsync(4_900)
  line().say(aMessage('lot.viewers', { lot_id: LOT, viewers: 1 }))
  await vi.advanceTimersByTimeAsync(3_200)
  expect(line().asked).toHaveLength(2)
})

test('More lots than one connection carries wait their turn; what is one’s own does not', async () => {
  const { realtime, connect } = aLiveMarket()
  const stops = Array.from({ length: 110 }, (_, at) => realtime.onLot(`lot-${at}`, () => {}))
  realtime.onMe(vi.fn(), () => {})
  const line = await connect()
  const asked = line.asked.map(({ channel }) => channel)
  expect(asked).toHaveLength(100)
  expect(asked[0]).toBe('me')
  expect(asked).not.toContain('lots.lot-105')
  for (const stop of stops.slice(0, 50)) stop()
  await vi.advanceTimersByTimeAsync(2_100)
  const channels = line.asked.map(({ type, channel }) => `${type} ${channel}`)
  expect(channels).toContain('subscribe lots.lot-105')
})

test('A market without a live side is waited for', async () => {
  const createTicket = vi.fn(async () => ({ ticket: 't', realtime_url: null }))
  const realtime = createRealtime({ realtime: { createTicket } }, { WebSocket: class {} })
  realtime.onLot(LOT, () => {})
  await vi.advanceTimersByTimeAsync(60_000)
  expect(createTicket.mock.calls.length).toBeGreaterThan(5)
  expect(realtime.connection.state).toBe('connecting')
  realtime.close()
})

test.each([
  ['a guest', {}, 'GET /api/v1/meta', ''],
  ['a program', { apiKey: 'vk_1' }, 'POST /api/v1/realtime/tickets', '?ticket=t'],
])('Of %s the market asks no more than it must', async (_, options, asks, query) => {
  const realtime_url = 'ws://a.test/v1'
  const answer = ({ path }: { path: string }) =>
    json(path === '/api/v1/meta' ? { realtime_url } : { ticket: 't', realtime_url })
  const { vendue, asked } = aMarket([answer], options)
  const dialled: string[] = []
  class Dialled extends EventTarget {
    constructor(url: string) {
      super()
      dialled.push(url)
    }

    close(): void {}
  }
  const realtime = createRealtime(vendue, { WebSocket: Dialled })
  realtime.onLot(LOT, () => {})
  await vi.waitUntil(() => dialled.length > 0)
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([asks])
  expect(dialled).toEqual([`ws://a.test/v1${query}`])
  realtime.close()
})

test('An auction is told of by its id', async () => {
  const { realtime, connect } = aLiveMarket()
  const told = vi.fn()
  realtime.onAuction('a-1', told, () => {})
  const line = await connect()
  const moved = aMessage('auction.lot_moved', { auction_id: 'a-1', lot_id: LOT, ends_at: 'later' })
  line.say(moved, aMessage('auction.closed', { auction_id: 'a-2' }))
  expect(told.mock.calls).toEqual([[moved]])
})
