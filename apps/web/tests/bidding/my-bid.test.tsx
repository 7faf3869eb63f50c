import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { type ReactNode, useRef } from 'react'
import { afterEach, expect, it, vi } from 'vitest'

import { useMyBid } from '@/shared/lots/my-bid'

const MINE = { lot_id: 'a lot', maximum_minor: 2_500, bidder: 'bidder 1', standing: 'leading' }

vi.mock('@/shared/session/session', () => ({
  useIsGuest: () => false,
  useIsSignedIn: () => true,
  session: { onChange: () => () => undefined, getToken: () => null, refresh: () => null },
}))

function Market({ children }: { children: ReactNode }) {
  const client = useRef(new QueryClient({ defaultOptions: { queries: { retry: false } } }))
  return <QueryClientProvider client={client.current}>{children}</QueryClientProvider>
}

function answersWith(...answers: (object | null)[]) {
  const served = vi.fn(async () => {
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (!answer) throw new TypeError('Failed to fetch')
    return Response.json(answer)
  })
  vi.stubGlobal('fetch', served)
  return served
}

afterEach(() => vi.unstubAllGlobals())

it('what was read of one’s own bid stays when a later reading fails', async () => {
  answersWith({ items: [MINE], next_cursor: null }, null)
  const { result } = renderHook(() => useMyBid('a lot'), { wrapper: Market })
  await waitFor(() => expect(result.current.bid).toMatchObject({ maximum_minor: 2_500 }))
  act(() => result.current.retry())
  await waitFor(() => expect(fetch).toHaveBeenCalledTimes(2))
  await act(async () => undefined)
  expect(result.current).toMatchObject({ bid: { maximum_minor: 2_500 }, hasFailed: false })
})

it('a first reading that fails is said, and can be tried again', async () => {
  answersWith(null, { items: [], next_cursor: null })
  const { result } = renderHook(() => useMyBid('a lot'), { wrapper: Market })
  await waitFor(() => expect(result.current.hasFailed).toBe(true))
  expect(result.current.bid).toBeUndefined()
  act(() => result.current.retry())
  await waitFor(() => expect(result.current).toMatchObject({ bid: null, hasFailed: false }))
})
