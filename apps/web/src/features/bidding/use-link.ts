/** How the page hears of a lot now, and how old its figures are while it does not. */

import { useQuery } from '@tanstack/react-query'
import { getLotStateOptions, useConnection } from '@vendue/sdk/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'

import { type Link, linkOf } from './link'

export function useLink(lotId: string, isLive: boolean): Link {
  const connection = useConnection()
  const isOnline = useSyncExternalStore(onNetwork, () => navigator.onLine)
  const readAt = useReadAt(lotId)
  const lostAt = useLostAt(isLive)
  const now = useTicking(!isLive || !isOnline)
  return linkOf({
    connection: connection.state,
    isOnline,
    isLive,
    lostAt,
    heardAt: Math.max(readAt, lostAt ?? 0),
    now,
  })
}

/** When the lot's figures were last put into the cache, by whichever way. */
function useReadAt(lotId: string): number {
  const { dataUpdatedAt } = useQuery({
    ...getLotStateOptions({ path: { lot_id: lotId } }),
    enabled: false,
  })
  return dataUpdatedAt
}

/** When news last stopped; null while it arrives, and before it ever did. */
function useLostAt(isLive: boolean): number | null {
  const [lost, setLost] = useState<{ wasLive: boolean; at: number | null }>({
    wasLive: isLive,
    at: null,
  })
  if (isLive !== lost.wasLive) setLost({ wasLive: isLive, at: isLive ? null : Date.now() })
  return lost.at
}

/** The device's time, renewed every second while somebody looks at an age. */
function useTicking(isTicking: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!isTicking) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [isTicking])
  return now
}

function onNetwork(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}
