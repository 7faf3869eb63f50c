/** The live market of this page: one connection, over which every price and result arrives. */

import { operations } from '@vendue/sdk'
import { createRealtime } from '@vendue/sdk/realtime'

import { client } from '../market/client'
import { session } from '../session/session'

const asking = { client, throwOnError: true } as const

export const live = createRealtime({
  realtime: {
    createTicket: async () => (await operations.createRealtimeTicket(asking)).data,
  },
  // Guests come in while the market can give no tickets, and however many share an address.
  meta: { get: async () => (await operations.getMeta(asking)).data },
  isGuest: async () => session.isGuest(),
})

// The connection is the caller's: whoever comes or goes gets one of their own.
session.onChange(() => live.reconnect())

/** The server's time now, in milliseconds. Every countdown counts by it. */
export function serverNow(): number {
  return live.now()
}
