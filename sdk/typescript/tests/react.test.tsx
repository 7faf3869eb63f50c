// @vitest-environment happy-dom
import {
  QueryClient,
  QueryClientProvider,
  useInfiniteQuery,
  useMutation,
} from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { isProblem } from '../src/index'
import {
  bindQueries,
  getLotStateQueryKey,
  listMyBidsQueryKey,
  placeBidMutation,
  RealtimeProvider,
  searchLotsInfiniteOptions,
  useConnection,
  useLotMessages,
  useLotState,
  useMyMessages,
  useServerNow,
  useShowLotState,
} from '../src/react-query'
import { aBid, aLiveMarket, aMessage, aSnapshot, aState, type Live, LOT, subscribed } from './live'
import { aMarket, type FakeMarket, json, problem } from './market'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

interface Page extends Live, FakeMarket {
  cache: QueryClient
  wrapper: (props: { children: ReactNode }) => ReactNode
}

function aPage(answers: Parameters<typeof aMarket>[0] = [json(aState())]): Page {
  const live = aLiveMarket()
  const market = aMarket(answers, { maxRetries: 0 })
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  bindQueries(market.vendue)
  const wrapper = ({ children }: { children: ReactNode }): ReactNode => (
    <QueryClientProvider client={cache}>
      <RealtimeProvider realtime={live.realtime}>{children}</RealtimeProvider>
    </QueryClientProvider>
  )
  return { ...live, ...market, cache, wrapper }
}

/** The key of the lot's state; it names the market that was bound last. */
const keyOfState = () => getLotStateQueryKey({ path: { lot_id: LOT } })

describe('useLotState', () => {
  test('shows what was read, then what is told, and puts it into the cache', async () => {
    const page = aPage([json(aState({ sequence: 1, price_minor: 1_001 }))])
    const { result } = renderHook(() => useLotState(LOT), page)
    expect(result.current.isPending).toBe(true)
    await waitFor(() => expect(result.current.state?.price_minor).toBe(1_001))
    expect(result.current.isLive).toBe(false)

    const line = await page.connect()
    act(() => line.say(subscribed(), aSnapshot(2), aBid(3)))
    expect(result.current.isLive).toBe(true)
    expect(result.current.state?.price_minor).toBe(1_003)
    expect(page.cache.getQueryData(keyOfState())).toMatchObject({
      sequence: 3,
    })
  })

  test('never goes back to what was read before it was told better', async () => {
    let answer: (response: Response) => void = () => {}
    const late = new Promise<Response>((resolve) => {
      answer = resolve
    })
    const page = aPage([() => late])
    const { result } = renderHook(() => useLotState(LOT), page)
    const line = await page.connect()
    act(() => line.say(subscribed(), aSnapshot(9)))
    await act(async () => answer(json(aState({ sequence: 4 }))))
    await waitFor(() => expect(page.asked).toHaveLength(1))
    expect(result.current.state?.sequence).toBe(9)
  })

  test('reads nothing where the state is here already', async () => {
    const page = aPage()
    const options = { initialState: aState({ sequence: 7 }) }
    const { result } = renderHook(() => useLotState(LOT, options), page)
    const line = await page.connect()
    expect(result.current.state?.sequence).toBe(7)
    act(() => line.say(subscribed(), aSnapshot(8)))
    expect(result.current.state?.sequence).toBe(8)
    expect(page.asked).toEqual([])
  })

  test('reads the lot every few seconds while nothing is told', async () => {
    const page = aPage([
      json(aState({ sequence: 1 })),
      json(aState({ sequence: 2 })),
      problem('unavailable', 503),
    ])
    const { result } = renderHook(() => useLotState(LOT, { refetchEverySeconds: 0.05 }), page)
    await waitFor(() => expect(result.current.state?.sequence).toBe(2))
    await waitFor(() => expect(isProblem(result.current.error, 'unavailable')).toBe(true))
    expect(result.current.state?.sequence).toBe(2)
  })

  test('shows the answer to a bid at once', async () => {
    const page = aPage()
    const { result } = renderHook(() => ({ lot: useLotState(LOT), show: useShowLotState() }), page)
    const line = await page.connect()
    act(() => line.say(subscribed(), aSnapshot(2)))
    act(() => result.current.show(aState({ sequence: 4, price_minor: 7_000 })))
    expect(result.current.lot.state?.price_minor).toBe(7_000)
    act(() => line.say(aBid(3)))
    expect(result.current.lot.state?.price_minor).toBe(7_000)
  })
})

test('useLotMessages tells each message once, to the latest callback', async () => {
  const page = aPage()
  const [first, second] = [vi.fn(), vi.fn()]
  const { rerender } = renderHook(({ told }) => useLotMessages(LOT, told), {
    ...page,
    initialProps: { told: first },
  })
  const line = await page.connect()
  act(() => line.say(aSnapshot(1), aBid(2)))
  rerender({ told: second })
  act(() => line.say(aBid(2), aBid(3)))
  expect(first.mock.calls.map(([{ sequence }]) => sequence)).toEqual([1, 2])
  expect(second.mock.calls.map(([{ sequence }]) => sequence)).toEqual([3])
})

test('useMyMessages shows the lot as it is told and reads anew what is shown of the caller', async () => {
  const page = aPage()
  const told = vi.fn()
  page.cache.setQueryData(listMyBidsQueryKey(), { items: [], next_cursor: null })
  renderHook(() => useMyMessages(true, told), page)
  const line = await page.connect()
  const outbid = { lot_id: LOT, lot_title: 'Clock', sequence: 5, state: aState({ sequence: 5 }) }
  act(() => line.say(subscribed('me'), aMessage('me.outbid', outbid)))
  expect(told).toHaveBeenCalledOnce()
  expect(page.cache.getQueryData(keyOfState())).toMatchObject({ sequence: 5 })
  expect(page.cache.getQueryState(listMyBidsQueryKey())?.isInvalidated).toBe(true)
})

test('useMyMessages asks nothing for a guest', () => {
  const page = aPage()
  renderHook(() => useMyMessages(false, () => {}), page)
  expect(page.realtime.connection.state).toBe('idle')
})

describe('useConnection', () => {
  test('follows the connection, and knows at once when the page goes off line and on', async () => {
    const page = aPage()
    const { result } = renderHook(() => ({ now: useConnection(), lot: useLotState(LOT) }), page)
    await page.connect().then(() => act(async () => {}))
    expect(result.current.now.state).toBe('open')
    act(() => void window.dispatchEvent(new Event('offline')))
    expect(result.current.now.state).toBe('reconnecting')
    act(() => void window.dispatchEvent(new Event('online')))
    await page.connect().then(() => act(async () => {}))
    expect(result.current.now.state).toBe('open')
    expect(page.lines).toHaveLength(2)
  })
})

test('useServerNow steps on the full seconds of the server', async () => {
  vi.useFakeTimers({ now: 1_000_250 })
  const page = aPage()
  const { result } = renderHook(() => useServerNow(), page)
  const first = result.current
  await act(() => vi.advanceTimersByTimeAsync(1_000))
  expect(result.current).toBeGreaterThan(first)
  expect(Math.round(result.current) % 1_000).toBeLessThan(5)
})

test('Options for endless lists go on where the page before says', async () => {
  const page = aPage([
    json({ items: [{ lot_id: '1' }], next_cursor: 'more' }),
    json({ items: [{ lot_id: '2' }], next_cursor: null }),
  ])
  const { result } = renderHook(() => {
    const options = searchLotsInfiniteOptions({ query: { words: 'clock' } })
    const { data, isSuccess, hasNextPage, fetchNextPage } = useInfiniteQuery(options)
    return { data, isSuccess, hasNextPage, fetchNextPage }
  }, page)
  await waitFor(() => expect(result.current.isSuccess).toBe(true))
  await act(() => result.current.fetchNextPage())
  await waitFor(() => expect(result.current.data?.pages).toHaveLength(2))
  expect(page.asked.map(({ path }) => path)).toEqual([
    '/api/v1/lots?words=clock',
    '/api/v1/lots?words=clock&cursor=more',
  ])
  expect(result.current.hasNextPage).toBe(false)
})

test('A mutation that is tried again keeps its key; the next one has another', async () => {
  const page = aPage([problem('busy', 503), json({ standing: 'leading' })])
  const { result } = renderHook(
    () => useMutation({ ...placeBidMutation({ path: { lot_id: LOT } }), retry: 1, retryDelay: 1 }),
    page,
  )
  const bid = { path: { lot_id: LOT }, body: { maximum_minor: 1_000 } }
  await act(() => result.current.mutateAsync({ ...bid }))
  await act(() => result.current.mutateAsync({ ...bid }))
  const [first, retried, second] = page.asked.map(({ headers }) => headers.get('Idempotency-Key'))
  expect(retried).toBe(first)
  expect(second).not.toBe(first)
})
