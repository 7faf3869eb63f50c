import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import { type ReactNode, useRef } from 'react'
import { afterEach, expect, it, vi } from 'vitest'

import { useCosts } from '@/shared/lots/costs'

function Market({ children }: { children: ReactNode }) {
  const client = useRef(new QueryClient({ defaultOptions: { queries: { retry: false } } }))
  return <QueryClientProvider client={client.current}>{children}</QueryClientProvider>
}

function costsOf(url: string) {
  const amounts = new URL(url).searchParams.getAll('amount_minor').map(Number)
  return Response.json({ items: amounts.map((hammer_minor) => ({ hammer_minor })) })
}

function urlOf(asked: Request | string): string {
  return typeof asked === 'string' ? asked : asked.url
}

afterEach(() => vi.unstubAllGlobals())

it('what arrives is shown without waiting for anything else to happen', async () => {
  const ask = vi.fn(async (asked: Request) => costsOf(urlOf(asked)))
  vi.stubGlobal('fetch', ask)
  const { result, rerender } = renderHook(({ minor }) => useCosts('a lot', [minor]), {
    wrapper: Market,
    initialProps: { minor: 1_000 },
  })
  await waitFor(() => expect(result.current.at(1_000)).toBeDefined())
  rerender({ minor: 1_500 })
  await waitFor(() => expect(result.current.at(1_500)).toBeDefined())
  expect(result.current.hasFailed).toBe(false)
})

it('a price that never stands still is asked about all the same', async () => {
  const ask = vi.fn(async (asked: Request) => costsOf(urlOf(asked)))
  vi.stubGlobal('fetch', ask)
  const { result, rerender } = renderHook(({ minor }) => useCosts('a lot', [minor]), {
    wrapper: Market,
    initialProps: { minor: 1_000 },
  })
  await waitFor(() => expect(result.current.at(1_000)).toBeDefined())
  for (let minor = 1_100; minor <= 2_600; minor += 100) {
    rerender({ minor })
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(ask.mock.calls.length).toBeGreaterThan(1)
})

it('a sum that cannot be had is said, and can be asked for again', async () => {
  let isDown = true
  vi.stubGlobal('fetch', async (asked: Request) => {
    if (isDown) throw new TypeError('Failed to fetch')
    return costsOf(urlOf(asked))
  })
  const { result } = renderHook(() => useCosts('a lot', [1_000]), { wrapper: Market })
  await waitFor(() => expect(result.current.hasFailed).toBe(true), { timeout: 10_000 })
  isDown = false
  result.current.retry()
  await waitFor(() => expect(result.current.at(1_000)).toBeDefined())
}, 15_000)
