import { describe, expect, it } from 'vitest'

import { incrementAt, rulesOf } from '@/shared/lots/terms'

const BANDS = [
  { from_minor: 100, steps_minor: [100] },
  { from_minor: 2_000, steps_minor: [200] },
  { from_minor: 50_000, steps_minor: [2_000, 3_000] },
  { from_minor: 1_000_000, basis_points: 250, floor_minor: 30_000 },
]

describe('the increment at an amount', () => {
  it.each([
    [1, 100],
    [100, 100],
    [1_999, 100],
    [2_000, 200],
    [50_000, 2_000],
    [51_999, 2_000],
    [52_000, 3_000],
    [55_000, 2_000],
    [1_000_000, 30_000],
    [2_000_001, 50_001],
  ])('at %i is %i', (amount, step) => {
    expect(incrementAt(BANDS, amount)).toBe(step)
  })
})

describe('the rules in published terms', () => {
  it('are read where they are as they should be, and are nothing otherwise', () => {
    const rules = {
      increments: BANDS,
      anti_sniping: {
        trigger_seconds: 30,
        extend_seconds: 30,
        mode: 'reset',
        max_extensions: null,
      },
    }
    expect(rulesOf({ rules })).toEqual(rules)
    expect(rulesOf(undefined)).toBeNull()
    expect(rulesOf({ rules: { increments: 'none' } })).toBeNull()
  })
})
