import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { useFirstSight } from '@/shared/first-sight'

interface Row {
  readonly id: string
  readonly place: string
}

function useRows(rows: readonly Row[]) {
  return useFirstSight(
    rows,
    ({ id }) => id,
    ({ place }) => place,
  )
}

describe('rows that stay where they were first seen', () => {
  it('move only when they are asked to', () => {
    const before = { id: 'a', place: 'leading' }
    const after = { id: 'a', place: 'outbid' }
    const { result, rerender } = renderHook(useRows, { initialProps: [before] })
    expect(result.current.hasMoved).toBe(false)
    rerender([after])
    expect(result.current.placeOf(after)).toBe('leading')
    expect(result.current.hasMoved).toBe(true)
    act(() => result.current.renew())
    expect(result.current.placeOf(after)).toBe('outbid')
    expect(result.current.hasMoved).toBe(false)
  })

  it('take a new row in where it belongs', () => {
    const { result, rerender } = renderHook(useRows, { initialProps: [] as Row[] })
    rerender([{ id: 'b', place: 'closed' }])
    expect(result.current.placeOf({ id: 'b', place: 'closed' })).toBe('closed')
    expect(result.current.hasMoved).toBe(false)
  })
})
