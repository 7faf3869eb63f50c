/** Whether the figures on the page are of now: decided from what was heard last, and how. */

import type { Connection } from '@vendue/sdk/realtime'

/** So long a lost connection is waited for before the slower way is taken. */
const PATIENCE_MS = 15_000
/** Figures that are read again and again are bid on while they are no older than this. */
const FRESH_MS = 12_000

export interface Hearing {
  readonly connection: Connection['state']
  readonly isOnline: boolean
  /** Whether the lot's news arrives as it happens. */
  readonly isLive: boolean
  /** When its news last stopped arriving; null where it never came. */
  readonly lostAt: number | null
  /** When the figures were last heard or read. */
  readonly heardAt: number
  readonly now: number
}

export type Link =
  | { readonly kind: 'live' }
  /** The figures are read every few seconds. */
  | { readonly kind: 'polling'; readonly isNoticed: boolean }
  /** Nothing may be bid on figures of then. */
  | { readonly kind: 'stale'; readonly ageSeconds: number }

/** How the page hears of the lot. */
export function linkOf(hearing: Hearing): Link {
  const { connection, isOnline, isLive, lostAt, heardAt, now } = hearing
  if (isLive && isOnline) return { kind: 'live' }
  const ageMs = Math.max(0, now - heardAt)
  const isDropped = lostAt !== null && connection !== 'open'
  const isWaitedFor = isDropped && now - lostAt < PATIENCE_MS
  if (!isOnline || isWaitedFor || ageMs > FRESH_MS) {
    return { kind: 'stale', ageSeconds: Math.round(ageMs / 1_000) }
  }
  return { kind: 'polling', isNoticed: lostAt !== null }
}
