import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { forgetJoining, keepJoining, readJoining } from '@/features/auth/joining'

describe('who is opening an account', () => {
  beforeEach(() => localStorage.clear())
  afterEach(() => vi.useRealTimers())

  it('is known to another tab, with the way back, until it is forgotten', () => {
    keepJoining({ email: 'marta@example.com', back: '/lot/1?from=search' })
    expect(readJoining()).toEqual({ email: 'marta@example.com', back: '/lot/1?from=search' })
    forgetJoining()
    expect(readJoining().email).toBe('')
  })

  it('is not known the day after', () => {
    vi.useFakeTimers()
    keepJoining({ email: 'marta@example.com', back: '/lot/1' })
    vi.advanceTimersByTime(25 * 60 * 60_000)
    expect(readJoining()).toEqual({ email: '' })
  })

  it.each(['//example.org/lot', '/\\example.org', 'https://example.org', '/sign-in'])(
    'is led to no other place than a page of ours: %s',
    (back) => {
      keepJoining({ email: 'marta@example.com', back })
      expect(readJoining().back).toBeUndefined()
    },
  )

  it('is nobody where something else is written', () => {
    localStorage.setItem('vendue.joining', '[')
    expect(readJoining()).toEqual({ email: '' })
  })
})
