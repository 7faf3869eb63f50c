/**
 * Who is opening an account on this device, and where they came from.
 *
 * The letter's link opens in a tab of its own, and a phone may have dropped the first one by then:
 * so it is kept for all tabs, but a day at most, and no longer than until somebody signs in.
 */

import { type Back, readBack } from '@/shared/session/back'

const KEY = 'vendue.joining'
const DAY_MS = 24 * 60 * 60_000

export interface Joining extends Back {
  readonly email: string
}

const NOBODY: Joining = { email: '' }

export function keepJoining({ email, back }: Joining): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ email, back, until: Date.now() + DAY_MS }))
  } catch {
    // Storage is closed to us: the way back has to be found by hand.
  }
}

/** The address is empty where nobody is. */
export function readJoining(): Joining {
  try {
    const kept: Record<string, unknown> = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof kept.email !== 'string' || !(Number(kept.until) > Date.now())) return NOBODY
    return { email: kept.email, ...readBack(kept) }
  } catch {
    return NOBODY
  }
}

export function forgetJoining(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // What could not be kept need not be forgotten.
  }
}
