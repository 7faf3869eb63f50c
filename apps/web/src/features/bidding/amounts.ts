/** Which amounts are offered, and when one is doubted. All amounts are in minor units. */

import { decimalsOf } from '@vendue/ui/values/money'

/** A maximum so many times the least that would do is asked about once more. */
const FAR_ABOVE = 4

/** One, two and five times the powers of ten: amounts that people name. */
const ROUND = [1, 2, 5] as const

/** Whether a maximum is so far above the least one that a digit may have slipped in. */
export function isFarAbove(amountMinor: number, leastMinor: number): boolean {
  return amountMinor > leastMinor * FAR_ABOVE
}

/** How many times the least maximum an amount is: to one decimal below ten. */
export function timesOf(amountMinor: number, leastMinor: number): number {
  const times = amountMinor / leastMinor
  return times < 10 ? Math.round(times * 10) / 10 : Math.round(times)
}

/**
 * Three maxima above an amount: a little more, some more, and a good deal more.
 *
 * `stepMinor` is the increment now, where it is known.
 */
export function stepsAbove(amountMinor: number, stepMinor: number, currency: string): number[] {
  const step = Math.max(stepMinor, roundBelow(amountMinor / 25), unitOf(currency))
  const first = ceilTo(amountMinor + 1, step)
  const second = first + step
  const third = Math.max(ceilTo(amountMinor * 1.3, step), second + step)
  return [first, second, third]
}

/** The increment that the public figures show: what the least bid is above the price. */
export function shownStep(priceMinor: number, minimumMinor: number): number {
  return Math.max(0, minimumMinor - priceMinor)
}

/**
 * The maximum offered to somebody who raises their own: one increment above it, on a round amount.
 */
export function raiseOf(maximumMinor: number, stepMinor: number, currency: string): number {
  const step = Math.max(stepMinor, unitOf(currency))
  return ceilTo(maximumMinor + 1, step)
}

function unitOf(currency: string): number {
  return 10 ** decimalsOf(currency)
}

/** The largest round amount that is not above another. */
function roundBelow(amount: number): number {
  if (amount < 1) return 1
  const power = 10 ** Math.floor(Math.log10(amount))
  return Math.max(...ROUND.map((times) => times * power).filter((round) => round <= amount))
}

function ceilTo(amount: number, step: number): number {
  return Math.ceil(amount / step) * step
}
