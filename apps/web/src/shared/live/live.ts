/** The live market of this page: one connection, over which every price and result arrives. */

import { operations } from '@vendue/sdk'
import { createRealtime } from '@vendue/sdk/realtime'

import { client } from '../market/client'
import { session } from '../session/session'

export const live = createRealtime({ realtime: { createTicket } })

async function createTicket(): Promise<{ ticket: string; realtime_url: string }> {
  const { data } = await operations.createRealtimeTicket({ client, throwOnError: true })
  const { ticket, realtime_url } = data
  // Prices are read every few seconds then; the socket asks again by and by.
  if (realtime_url === null) throw new Error('This market says nothing live.')
  return { ticket, realtime_url }
}

// The connection is the caller's: whoever comes or goes gets one of their own.
session.onChange(() => live.reconnect())

/** The server's time now, in milliseconds. Every countdown counts by it. */
export function serverNow(): number {
  return live.now()
}
