/** One beat a second for everything that counts down, on the second of the server's clock. */

import { useCallback, useRef, useSyncExternalStore } from 'react'

import { useSurroundings } from './language'

/** The server's time, in milliseconds, renewed at every full second of that clock. */
export function useSecond(): number {
  const { now } = useSurroundings()
  const second = useRef(0)
  const subscribe = useCallback(
    (changed: () => void) => {
      let timer: ReturnType<typeof setTimeout>
      const wait = () => {
        // A few milliseconds past the full second, so that a timer that fires early counts too.
        timer = setTimeout(beat, 1_000 - (now() % 1_000) + 5)
      }
      const beat = () => {
        changed()
        wait()
      }
      wait()
      return () => clearTimeout(timer)
    },
    [now],
  )
  const read = useCallback(() => {
    const current = Math.floor(now() / 1_000) * 1_000
    // A clock that is corrected backwards by a little does not flicker.
    if (current > second.current || second.current - current > 2_000) second.current = current
    return second.current
  }, [now])
  return useSyncExternalStore(subscribe, read, read)
}
