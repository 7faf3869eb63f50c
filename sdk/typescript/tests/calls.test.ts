import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  ConnectionFailed,
  isProblem,
  TimedOut,
  UnexpectedAnswer,
  type VendueProblem,
  wrongFields,
} from '../src/index'
import { aMarket, json, problem } from './market'

const LOT = '0198d5a0-0000-7000-8000-000000000001'
const PLACED = { standing: 'leading' }

beforeEach(() => vi.useFakeTimers().setTimerTickMode('nextTimerAsync'))
afterEach(() => vi.useRealTimers())

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => expect.unreachable('The call succeeded.'),
    (error: unknown) => error,
  )
}

describe('A call', () => {
  test('puts ids into the path, filters into the query, and answers with the body', async () => {
    const { vendue, asked } = aMarket([json({ items: [], next_cursor: null })])
    const page = await vendue.lots
      .search({ words: 'oak & ash', attribute: ['period:baroque', 'wood:oak'] })
      .first()
    expect(page.items).toEqual([])
    expect(asked[0]?.path).toBe(
      '/api/v1/lots?words=oak%20%26%20ash&attribute=period%3Abaroque&attribute=wood%3Aoak',
    )
    expect(asked[0]?.headers.get('Accept')).toBe('application/json')
  })

  test('of a version sends it as If-Match and not in the body', async () => {
    const { vendue, asked } = aMarket([json({})])
    await vendue.me.update({ version: 7, language: 'lv' })
    expect(asked[0]?.headers.get('If-Match')).toBe('"7"')
    expect(asked[0]?.body).toEqual({ language: 'lv' })
  })

  test('answers nothing for 204', async () => {
    const { vendue } = aMarket([new Response(null, { status: 204 })])
    expect(await vendue.lots.unwatch(LOT)).toBeUndefined()
  })

  test('keeps fields and enum members that nobody told us about', async () => {
    const { vendue } = aMarket([json({ lot_id: LOT, status: 'paused', mood: 'tense' })])
    expect(await vendue.lots.getState(LOT)).toEqual({
      lot_id: LOT,
      status: 'paused',
      mood: 'tense',
    })
  })
})

describe('An idempotency key', () => {
  test('is made up for a POST that takes one, and kept over the retries', async () => {
    const { vendue, asked } = aMarket([new TypeError('reset'), problem('busy', 503), json(PLACED)])
    await vendue.lots.placeBid(LOT, { maximum_minor: 1000 })
    const keys = asked.map(({ headers }) => headers.get('Idempotency-Key'))
    expect(asked).toHaveLength(3)
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(new Set(keys).size).toBe(1)
  })

  test('is the caller’s where the caller has one', async () => {
    const { vendue, asked } = aMarket([json(PLACED)])
    await vendue.lots.placeBid(LOT, { maximum_minor: 1000 }, { idempotencyKey: 'mine' })
    expect(asked[0]?.headers.get('Idempotency-Key')).toBe('mine')
  })

  test('is never sent where none is taken', async () => {
    const { vendue, asked } = aMarket([json({})])
    await vendue.sessions.signIn({ email: 'a@example.com', password: 'x' })
    await vendue.lots.previewBid(LOT, { maximum_minor: 1000 })
    expect(asked.map(({ headers }) => headers.has('Idempotency-Key'))).toEqual([false, false])
  })

  test('is told with a failure, so that the call can be repeated', async () => {
    const { vendue, asked } = aMarket([new TypeError('reset')])
    const failure = await failureOf(vendue.lots.placeBid(LOT, { maximum_minor: 1000 }))
    expect(failure).toBeInstanceOf(ConnectionFailed)
    expect((failure as ConnectionFailed).idempotencyKey).toBe(
      asked[0]?.headers.get('Idempotency-Key'),
    )
  })
})

describe('A refusal', () => {
  test('is a problem with its code, its data and the request to report', async () => {
    const state = { lot_id: LOT, price_minor: 900 }
    const data = { minimum_bid_minor: 1000, currency: 'EUR', state }
    const { vendue, asked } = aMarket([problem('bid_too_low', 409, data)])
    const failure = await failureOf(vendue.lots.placeBid(LOT, { maximum_minor: 950 }))
    if (!isProblem(failure, 'bid_too_low')) return expect.unreachable()
    expect(failure.data).toEqual(data)
    expect(failure.data.minimum_bid_minor).toBe(1000)
    expect(failure.requestId).toBe('req-1')
    expect(asked).toHaveLength(1)
  })

  test('with an unknown code is a problem all the same', async () => {
    const { vendue } = aMarket([problem('moon_phase', 409, { phase: 'full' })])
    const failure = await failureOf(vendue.lots.buyNow(LOT))
    expect(isProblem(failure)).toBe(true)
    expect(isProblem(failure, 'lot_closed')).toBe(false)
    expect((failure as VendueProblem).data).toEqual({ phase: 'full' })
  })

  test('of fields names them', async () => {
    const errors = [{ pointer: '/maximum_minor', code: 'greater_than', detail: 'Too small.' }]
    const { vendue } = aMarket([problem('invalid_request', 422, { errors })])
    const failure = await failureOf(vendue.lots.placeBid(LOT, { maximum_minor: 0 }))
    expect(wrongFields(failure)).toEqual(errors)
    expect(wrongFields(new Error('other'))).toEqual([])
  })
})

describe('What is not the market', () => {
  test('is not taken for it: a page of HTML with status 200', async () => {
    const page = new Response('<html>', { headers: { 'Content-Type': 'text/html' } })
    const failure = await failureOf(aMarket([page]).vendue.lots.get(LOT))
    expect(failure).toBeInstanceOf(UnexpectedAnswer)
    expect((failure as UnexpectedAnswer).status).toBe(200)
  })

  test.each([
    ['JSON cut short', new Response('{"a":', { headers: { 'Content-Type': 'application/json' } })],
    ['a refusal in prose', new Response('no', { status: 404 })],
    ['a refusal of another kind', json({ error: 'no' }, 404)],
  ])('is not taken for it: %s', async (_, answer) => {
    const failure = await failureOf(aMarket([answer]).vendue.lots.get(LOT))
    expect(failure).toBeInstanceOf(UnexpectedAnswer)
  })
})

describe('Another attempt', () => {
  test('is made at a read that failed on the way', async () => {
    const { vendue, asked } = aMarket([new TypeError('reset'), json({ lot_id: LOT })])
    expect(await vendue.lots.getState(LOT)).toEqual({ lot_id: LOT })
    expect(asked).toHaveLength(2)
  })

  test('is made only so often', async () => {
    const { vendue, asked } = aMarket([problem('unavailable', 503)], { maxRetries: 1 })
    expect(isProblem(await failureOf(vendue.lots.get(LOT)), 'unavailable')).toBe(true)
    expect(asked).toHaveLength(2)
  })

  test('is never made at a write without a key', async () => {
    const { vendue, asked } = aMarket([new TypeError('reset')])
    await failureOf(vendue.me.update({ version: 1, language: 'en' }))
    await failureOf(vendue.lots.unwatch(LOT))
    await failureOf(vendue.sessions.signIn({ email: 'a@example.com', password: 'x' }))
    expect(asked).toHaveLength(3)
  })

  test('is made when the first one with this key is still at work', async () => {
    const { vendue, asked } = aMarket([problem('request_in_progress', 409), json(PLACED)])
    await vendue.lots.placeBid(LOT, { maximum_minor: 1000 })
    expect(asked).toHaveLength(2)
  })

  test('waits as long as the market asks, and not at all where that is long', async () => {
    const soon = problem('rate_limited', 429, {}, { 'Retry-After': '3' })
    const started = Date.now()
    await aMarket([soon, json({})]).vendue.lots.get(LOT)
    expect(Date.now() - started).toBeGreaterThanOrEqual(3000)
    const late = problem('rate_limited', 429, {}, { 'Retry-After': '600' })
    const { vendue, asked } = aMarket([late, json({})])
    const failure = await failureOf(vendue.lots.get(LOT))
    expect((failure as VendueProblem).retryAfterSeconds).toBe(600)
    expect(asked).toHaveLength(1)
  })

  test('is not made once the caller has given up', async () => {
    vi.setTimerTickMode('manual')
    const { vendue, asked } = aMarket([problem('busy', 503, {}, { 'Retry-After': '9' })])
    const giveUp = new AbortController()
    const failure = failureOf(vendue.lots.get(LOT, { signal: giveUp.signal }))
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    giveUp.abort()
    expect(await failure).toBe(giveUp.signal.reason)
    expect(asked).toHaveLength(1)
  })
})

test('No answer in time is told from no connection', async () => {
  vi.useRealTimers()
  const never = (): Promise<Response> => new Promise(() => undefined)
  const { vendue } = aMarket([never], { timeoutSeconds: 0.02, maxRetries: 0 })
  expect(await failureOf(vendue.lots.get(LOT))).toBeInstanceOf(TimedOut)
})
