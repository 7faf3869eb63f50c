import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createBrowserSession, isProblem } from '../src/index'
import { type Asked, aMarket, json, problem } from './market'

const LOT = '0198d5a0-0000-7000-8000-000000000001'

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-22T18:00:00Z') }))
afterEach(() => void vi.useRealTimers())

/** A market that takes one token only, the one given out last. */
function aDoor() {
  let good = 'token-1'
  let refreshes = 0
  let held = 'token-0'
  const answer = ({ headers }: Asked): Response =>
    headers.get('Authorization') === `Bearer ${good}`
      ? json({ lot_id: LOT })
      : problem('token_expired', 401)
  const market = aMarket([answer], {
    getToken: () => held,
    refresh: async () => {
      refreshes += 1
      await Promise.resolve()
      held = good
    },
  })
  const expire = (): void => {
    good = `token-${refreshes + 2}`
  }
  return { ...market, expire, refreshes: () => refreshes }
}

describe('A token that is refused', () => {
  test('is renewed once, however many calls it was refused to', async () => {
    const { vendue, refreshes, asked } = aDoor()
    const calls = Array.from({ length: 10 }, () => vendue.lots.getState(LOT))
    expect(await Promise.all(calls)).toHaveLength(10)
    expect(refreshes()).toBe(1)
    expect(asked).toHaveLength(20)
  })

  test('is renewed again when the next one expires', async () => {
    const { vendue, refreshes, expire } = aDoor()
    await vendue.lots.getState(LOT)
    expire()
    await vendue.lots.getState(LOT)
    expect(refreshes()).toBe(2)
  })

  test('keeps the key of a bid, whose body is sent again', async () => {
    const { vendue, asked } = aDoor()
    await vendue.lots.placeBid(LOT, { maximum_minor: 5_000 })
    const keys = asked.map(({ headers }) => headers.get('Idempotency-Key'))
    expect(keys[0]).toBe(keys[1])
    expect(asked.map(({ body }) => body)).toEqual([
      { maximum_minor: 5_000 },
      { maximum_minor: 5_000 },
    ])
  })

  test('and cannot be renewed is the refusal of the call', async () => {
    const refresh = vi.fn(async () => {
      throw new Error('The session is over.')
    })
    const options = { getToken: () => 'old', refresh }
    const { vendue, asked } = aMarket([problem('token_expired', 401)], options)
    const failures = await Promise.allSettled([vendue.me.get(), vendue.me.get()])
    const reasons = failures.map((one) => one.status === 'rejected' && one.reason)
    expect(reasons.every((reason) => isProblem(reason, 'token_expired'))).toBe(true)
    expect(refresh).toHaveBeenCalledOnce()
    expect(asked).toHaveLength(2)
  })

  test('is not renewed for a guest or a key', async () => {
    const refresh = vi.fn()
    for (const options of [{ refresh }, { apiKey: 'vk_x' }]) {
      const { vendue, asked } = aMarket([problem('unauthenticated', 401)], options)
      await expect(vendue.me.get()).rejects.toThrow('unauthenticated')
      expect(asked).toHaveLength(1)
    }
    expect(refresh).not.toHaveBeenCalled()
  })
})

test('A key is sent as it is', async () => {
  const { vendue, asked } = aMarket([json({})], { apiKey: 'vk_x' })
  await vendue.me.get()
  expect(asked[0]?.headers.get('Authorization')).toBe('Bearer vk_x')
})

describe('A session in a browser', () => {
  function aBrowser(cookies = 'theme=dark; vendue_csrf=c%2B1; other=1') {
    let given = 0
    const asked: { path: string; csrf: string | null; authorization: string | null }[] = []
    const answers = { refresh: () => session() }
    const session = (): Response => {
      given += 1
      const access_expires_at = new Date(Date.now() + 600_000).toISOString()
      return json({ session_id: 's-1', access_token: `access-${given}`, access_expires_at }, 201)
    }
    const fetch = async (input: RequestInfo | URL): Promise<Response> => {
      const { url, method, headers } = input as Request
      const path = new URL(url).pathname.replace('/api/v1/', '')
      asked.push({
        path: `${method} ${path}`,
        csrf: headers.get('X-CSRF-Token'),
        authorization: headers.get('Authorization'),
      })
      if (method === 'DELETE') return new Response(null, { status: 204 })
      return path === 'sessions' ? session() : answers.refresh()
    }
    const options = { baseUrl: 'http://market.test', fetch, cookies: () => cookies }
    return { session: createBrowserSession(options), asked, answers }
  }

  test('is taken up from its cookie, which is shown to be the page’s own', async () => {
    const { session, asked } = aBrowser()
    const changed = vi.fn()
    session.onChange(changed)
    expect(await session.resume()).toBe(true)
    expect(asked[0]).toMatchObject({ path: 'POST sessions/refresh', csrf: 'c+1' })
    expect(await session.getToken()).toBe('access-1')
    expect(changed).toHaveBeenCalledOnce()
  })

  test('asks nothing where there is none', async () => {
    const { session, asked } = aBrowser('theme=dark')
    expect(await session.resume()).toBe(false)
    expect(await session.getToken()).toBeNull()
    expect(asked).toEqual([])
  })

  test('renews its token before it ends, once for all who ask', async () => {
    const { session, asked } = aBrowser()
    const changed = vi.fn()
    await session.resume()
    session.onChange(changed)
    vi.setSystemTime(Date.now() + 590_000)
    const tokens = await Promise.all([session.getToken(), session.getToken()])
    expect(tokens).toEqual(['access-2', 'access-2'])
    expect(asked).toHaveLength(2)
    expect(changed).not.toHaveBeenCalled()
  })

  test('is over when the market says so, and not when it cannot be reached', async () => {
    const { session, answers } = aBrowser()
    await session.resume()
    answers.refresh = () => problem('unavailable', 503)
    await expect(session.refresh()).rejects.toThrow('unavailable')
    expect(session.isSignedIn()).toBe(true)
    answers.refresh = () => problem('token_reused', 401)
    await expect(session.refresh()).rejects.toThrow('token_reused')
    expect(session.isSignedIn()).toBe(false)
  })

  test('begins with a password and ends for good', async () => {
    const { session, asked } = aBrowser('')
    await session.signIn({ email: 'a@example.com', password: 'long enough to be one' })
    expect(session.isSignedIn()).toBe(true)
    await session.signOut()
    expect(session.isSignedIn()).toBe(false)
    expect(asked.at(-1)).toMatchObject({
      path: 'DELETE sessions/current',
      authorization: 'Bearer access-1',
    })
  })
})
