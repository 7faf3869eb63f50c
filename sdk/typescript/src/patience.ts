/** How often, and how patiently, a call is tried again. */
import { type VendueError, VendueProblem } from './errors'

export interface Policy {
  maxRetries: number
  /** How long one attempt may take. */
  timeoutSeconds: number
  /** Asked to wait longer than this, the call fails instead. */
  longestWaitSeconds: number
}

export const POLICY: Policy = { maxRetries: 2, timeoutSeconds: 30, longestWaitSeconds: 10 }

const FIRST_PAUSE_SECONDS = 0.25
const LONGEST_PAUSE_SECONDS = 8

/** How long to wait before the next attempt, or null where there is none. */
export function pauseSeconds(
  policy: Policy,
  failure: VendueError,
  attempts: number,
): number | null {
  if (attempts > policy.maxRetries) return null
  const asked = failure instanceof VendueProblem ? failure.retryAfterSeconds : null
  if (asked !== null && asked > policy.longestWaitSeconds) return null
  const pause = Math.min(FIRST_PAUSE_SECONDS * 2 ** (attempts - 1), LONGEST_PAUSE_SECONDS)
  // Jitter: clients that failed together must not come back together.
  return (asked ?? 0) + pause * (0.5 + Math.random() / 2)
}

/** Resolves after so many seconds; rejects as soon as the signal aborts. */
export function wait(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort)
      resolve()
    }, seconds * 1000)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
}
