/** Whether a moment has come, by the server's clock. */

import { useCallback, useSyncExternalStore } from 'react'

/** The clock may be corrected while it is waited for, so it is looked at again at least so often. */
const LOOK_MS = 1_000

/** Whether it is past `moment` (RFC 3339) by the clock `now`; drawn anew only when that changes. */
export function useIsPast(moment: string, now: () => number): boolean {
  const at = Date.parse(moment)
  const subscribe = useCallback(
    (changed: () => void) => {
      let timer: ReturnType<typeof setTimeout>
      const wait = () => {
        const left = at - now()
        timer = setTimeout(look, left > 0 ? Math.min(left + 1, LOOK_MS) : LOOK_MS)
      }
      const look = () => {
        changed()
        wait()
      }
      wait()
      return () => clearTimeout(timer)
    },
    [at, now],
  )
  return useSyncExternalStore(subscribe, () => now() >= at)
}
