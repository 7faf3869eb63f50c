import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'

import { IDLE } from '@/features/bidding/attempt'
import { useAmount } from '@/features/bidding/use-amount'

const OUTBID = {
  leastMinor: 1_200,
  stepMinor: 100,
  currency: 'EUR',
  isRaise: false,
  isOutbid: true,
  broughtMinor: null,
  attempt: IDLE,
}

function outbidAt(leastMinor: number) {
  return { ...OUTBID, leastMinor }
}

it('a larger maximum that was overtaken gives way to the least, which one press can bid', () => {
  const { result, rerender } = renderHook(useAmount, { initialProps: outbidAt(1_200) })
  act(() => result.current.pick(1_500))
  expect(result.current.minor).toBe(1_500)
  rerender(outbidAt(1_400))
  expect(result.current.minor).toBe(1_500)
  rerender(outbidAt(1_600))
  expect(result.current).toMatchObject({ minor: 1_600, isOwn: false })
  // The press may have been meant for the amount before.
  expect(result.current.hasJustChanged()).toBe(true)
})

it('what stands in a field that the person asked for stays, however low it is', () => {
  const { result, rerender } = renderHook(useAmount, { initialProps: outbidAt(1_200) })
  act(() => result.current.free())
  act(() => result.current.type('13', { kind: 'amount', minor: 1_300 }))
  rerender(outbidAt(1_600))
  expect(result.current).toMatchObject({ minor: 1_300, isOwn: true })
})
