import { describe, expect, test } from 'vitest'

import { isLeadGone, nextShown } from '@/features/home/queue'

const lots = (...ids: string[]) => ids.map((lot_id) => ({ lot_id }))

describe('the room', () => {
  test('shows what came first, and moves on by itself', () => {
    expect(nextShown({ shown: undefined, fresh: lots('a'), isHeld: false, over: null })).toEqual(
      lots('a'),
    )
    const room = { shown: lots('a', 'b'), fresh: lots('a', 'c'), isHeld: false, over: null }
    expect(nextShown(room)).toBe(room.fresh)
  })

  test('keeps its place under a pointer, whatever has fallen', () => {
    const room = { shown: lots('a', 'b'), fresh: lots('b', 'c'), isHeld: true, over: 'a' }
    expect(nextShown(room)).toBe(room.shown)
  })

  test('keeps the fallen lot until its result has been shown', () => {
    const room = { shown: lots('a', 'b'), fresh: lots('b', 'c'), isHeld: false, over: null }
    expect(isLeadGone(room.shown, room.fresh)).toBe(true)
    expect(nextShown(room)).toBe(room.shown)
    expect(nextShown({ ...room, over: 'a' })).toBe(room.fresh)
  })

  test('lets an extended lot be overtaken by one that ends before it', () => {
    const room = { shown: lots('a', 'b'), fresh: lots('b', 'a'), isHeld: false, over: null }
    expect(isLeadGone(room.shown, room.fresh)).toBe(false)
    expect(nextShown(room)).toBe(room.fresh)
  })
})
