/** Which lots a person has put side by side, on this device; four at most. */

import { useSyncExternalStore } from 'react'

export const MOST_COMPARED = 4

const KEY = 'vendue.compared'

const listeners = new Set<() => void>()
let compared: readonly string[] = read()

/** The lots put side by side, and what changes that. */
export function useComparison() {
  const lotIds = useSyncExternalStore(subscribe, () => compared)
  return { lotIds, toggle }
}

/** Put a lot beside the others, or take it away. A fifth takes the place of the first. */
function toggle(lotId: string): void {
  keep(
    compared.includes(lotId)
      ? compared.filter((other) => other !== lotId)
      : [...compared, lotId].slice(-MOST_COMPARED),
  )
}

function keep(lotIds: readonly string[]): void {
  compared = lotIds
  try {
    sessionStorage.setItem(KEY, JSON.stringify(lotIds))
  } catch {
    // Storage is closed to us: the choice holds until the page is left.
  }
  for (const listener of listeners) listener()
}

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
