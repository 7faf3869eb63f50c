import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { useIsSettled } from '@/features/bidding/use-just-changed'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('an amount can be meant at once when it is drawn first, and only after a while when it has moved', () => {
  const { result, rerender } = renderHook(({ minor }) => useIsSettled(minor, 1_500), {
    initialProps: { minor: 4_700 as number | null },
  })
  expect(result.current).toBe(true)
  rerender({ minor: 5_100 })
  expect(result.current).toBe(false)
  act(() => vi.advanceTimersByTime(1_400))
  rerender({ minor: 5_300 })
  act(() => vi.advanceTimersByTime(1_400))
  expect(result.current).toBe(false)
  act(() => vi.advanceTimersByTime(100))
  expect(result.current).toBe(true)
})
