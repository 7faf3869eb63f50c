import { expect, it } from 'vitest'

import { moved, WHOLE, zoomed } from '@/features/lot/pan-view'

const FRAME = { width: 400, height: 300 }

it('a picture that is seen whole stays where it is', () => {
  expect(moved(WHOLE, 120, -40, FRAME)).toEqual(WHOLE)
})

it('a picture can be moved to its edge and no further', () => {
  const close = zoomed(WHOLE, 2, FRAME)
  expect(moved(close, 150, 0, FRAME)).toMatchObject({ x: 150, y: 0 })
  expect(moved(close, 9_000, -9_000, FRAME)).toMatchObject({ x: 200, y: -150 })
})

it('what is at the edge comes back as the picture gets smaller', () => {
  const edge = moved(zoomed(WHOLE, 4, FRAME), 9_000, 0, FRAME)
  expect(zoomed(edge, 2, FRAME).x).toBeLessThanOrEqual(200)
  expect(zoomed(edge, 0.5, FRAME)).toEqual(WHOLE)
})
