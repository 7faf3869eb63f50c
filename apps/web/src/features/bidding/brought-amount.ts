/**
 * The amount that a guest chose, on its way through signing in.
 *
 * It is the person's own maximum, so it has no place in an address, which is shared and logged.
 */

const KEY = 'vendue.brought'

interface Brought {
  readonly lotId: string
  readonly minor: number
}

export function bringAmount(lotId: string, minor: number): void {
  const brought: Brought = { lotId, minor }
  try {
    sessionStorage.setItem(KEY, JSON.stringify(brought))
  } catch {
    // Storage is closed to us: the amount has to be chosen again.
  }
}

/** The amount that was brought to this lot; null where there is none. */
export function broughtTo(lotId: string): number | null {
  try {
    const brought: Partial<Brought> = JSON.parse(sessionStorage.getItem(KEY) ?? '{}')
    const { minor } = brought
    const isOurs = brought.lotId === lotId && Number.isSafeInteger(minor)
    return isOurs && minor !== undefined && minor > 0 ? minor : null
  } catch {
    return null
  }
}

/** It is filled in once, and not at the next visit. */
export function forgetBrought(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // What could not be kept need not be forgotten.
  }
}
