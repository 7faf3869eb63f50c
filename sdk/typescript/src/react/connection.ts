/** The connection and the server's clock, for React. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Connection } from '../realtime/realtime'
import { useRealtime } from './provider'

const ON_THE_SERVER: Connection = { state: 'idle', lastHeardAt: null, closeCode: null }

/** How the connection stands. */
export function useConnection(): Connection {
  const realtime = useRealtime()
  return useSyncExternalStore(
    useCallback((changed) => realtime.onConnection(changed), [realtime]),
    () => realtime.connection,
    () => ON_THE_SERVER,
  )
}

/**
 * The server's time in milliseconds, on every full second of it: all countdowns step together.
 *
 * `stepMs` makes the steps longer or shorter.
 */
export function useServerNow(stepMs = 1_000): number {
  const realtime = useRealtime()
  const [now, setNow] = useState(() => realtime.now())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const step = (): void => {
      const current = realtime.now()
      setNow(current)
      timer = setTimeout(step, stepMs - (current % stepMs))
    }
    step()
    return () => clearTimeout(timer)
  }, [realtime, stepMs])
  return now
}
