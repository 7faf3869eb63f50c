import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import { RealtimeProvider } from '@vendue/sdk/react-query'
import type { LotMessage, Realtime } from '@vendue/sdk/realtime'
import { type ReactNode, useRef } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { useLotHistory } from '@/shared/lots/history'

const tellers = new Set<(message: LotMessage) => void>()
const realtime = {
  onLot: (_: string, listener: (message: LotMessage) => void) => {
    tellers.add(listener)
    return () => tellers.delete(listener)
  },
} as unknown as Realtime

function Market({ children }: { children: ReactNode }) {
  const client = useRef(new QueryClient({ defaultOptions: { queries: { retry: false } } }))
  return (
    <QueryClientProvider client={client.current}>
      <RealtimeProvider realtime={realtime}>{children}</RealtimeProvider>
    </QueryClientProvider>
  )
}

/** A market whose history has as many facts as are asked of it. */
function aMarket() {
  const market = { facts: 1, isDown: false, asked: 0 }
  vi.stubGlobal('fetch', async () => {
    market.asked += 1
    if (market.isDown) throw new TypeError('Failed to fetch')
    const items = Array.from({ length: market.facts }, (_, at) => ({ sequence: at + 1, hash: 'h' }))
    return Response.json({ items, next_cursor: null, terms: {}, terms_hash: '' })
  })
  return market
}

function bid(sequence: number): void {
  const state = { ends_at: '2026-11-30T20:00:00Z' }
  const message = { type: 'lot.bid_placed', sequence, bidder: 'bidder 1', state }
  for (const tell of tellers) tell(message as unknown as LotMessage)
}

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }))

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function followHistory() {
  return renderHook(({ sequence }) => useLotHistory('a lot', sequence), {
    wrapper: Market,
    initialProps: { sequence: 1 },
  })
}

it('bids that are told are added, and cost no reading', async () => {
  const market = aMarket()
  const { result, rerender } = followHistory()
  await waitFor(() => expect(result.current.data?.facts).toHaveLength(1))
  for (let sequence = 2; sequence <= 40; sequence += 1) {
    bid(sequence)
    rerender({ sequence })
  }
  await vi.advanceTimersByTimeAsync(10_000)
  expect(result.current.data?.facts).toHaveLength(40)
  expect(market.asked).toBe(1)
})

it('a fact that was missed is read, though more happens meanwhile and a reading fails', async () => {
  const market = aMarket()
  const { result, rerender } = followHistory()
  await waitFor(() => expect(result.current.data?.facts).toHaveLength(1))
  Object.assign(market, { facts: 4, isDown: true })
  rerender({ sequence: 3 })
  await vi.advanceTimersByTimeAsync(900)
  rerender({ sequence: 4 })
  await vi.advanceTimersByTimeAsync(2_500)
  expect(market.asked).toBeGreaterThan(1)
  expect(result.current.data?.facts).toHaveLength(1)
  market.isDown = false
  await vi.advanceTimersByTimeAsync(10_000)
  await waitFor(() => expect(result.current.data?.facts).toHaveLength(4))
})
