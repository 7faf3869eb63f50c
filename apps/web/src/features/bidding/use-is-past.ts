/** Whether a moment has come, by the server's clock. */

import { useEffect, useState } from 'react'

/** A timer cannot be set for longer; the clock may be corrected meanwhile anyway. */
const LONGEST_WAIT_MS = 60_000

/** Whether it is past `moment` (RFC 3339) by the clock `now`; drawn anew when that changes. */
export function useIsPast(moment: string, now: () => number): boolean {
  const at = Date.parse(moment)
  const [, redraw] = useState(0)
  const isPast = now() >= at
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      redraw((times) => times + 1)
      wait()
    }
    const wait = () => {
      const left = at - now()
      if (left > 0) timer = setTimeout(look, Math.min(left + 1, LONGEST_WAIT_MS))
    }
    wait()
    return () => clearTimeout(timer)
  }, [at, now])
  return isPast
}
