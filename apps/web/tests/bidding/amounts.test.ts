import { describe, expect, it } from 'vitest'

import { isFarAbove, raiseOf, shownStep, stepsAbove, timesOf } from '@/features/bidding/amounts'

describe('amounts that are offered', () => {
  it.each([
    [190_000, 5_000, [195_000, 200_000, 250_000]],
    [260_000, 10_000, [270_000, 280_000, 340_000]],
    [1_000, 100, [1_100, 1_200, 1_300]],
    [6_100, 500, [6_500, 7_000, 8_000]],
  ])('are three, rising, on whole increments: above %i by %i', (least, step, expected) => {
    expect(stepsAbove(least, step, 'EUR')).toEqual(expected)
  })

  it.each([
    [1, 0, 'EUR'],
    [99_999_999, 500_000, 'EUR'],
    [333, 1, 'JPY'],
    [12_345, 500, 'KWD'],
  ])('rise strictly and never repeat: above %i', (least, step, currency) => {
    const [first = 0, second = 0, third = 0] = stepsAbove(least, step, currency)
    expect(first).toBeGreaterThan(least)
    expect(second).toBeGreaterThan(first)
    expect(third).toBeGreaterThan(second)
  })

  it('raise a maximum to the next whole increment', () => {
    expect(raiseOf(240_000, 10_000, 'EUR')).toBe(250_000)
    expect(raiseOf(240_050, 10_000, 'EUR')).toBe(250_000)
    expect(raiseOf(8_100, 500, 'EUR')).toBe(8_500)
  })

  it('are spaced by what the figures show while the rules are not here', () => {
    expect(shownStep(5_600, 6_100)).toBe(500)
    expect(shownStep(1_000, 1_000)).toBe(0)
  })
})

describe('an amount that is doubted', () => {
  it('is more than four times the least', () => {
    expect(isFarAbove(40_000, 10_000)).toBe(false)
    expect(isFarAbove(40_001, 10_000)).toBe(true)
    expect(isFarAbove(100_000, 10_000)).toBe(true)
  })

  it('is said as people say it', () => {
    expect(timesOf(45_500, 10_000)).toBe(4.6)
    expect(timesOf(900_000, 6_100)).toBe(148)
  })
})
