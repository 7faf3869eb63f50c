/** The live market of this page: one connection, over which every price and result arrives. */

import { createRealtime } from '@vendue/sdk/realtime'

import { vendue } from '../market/vendue'
import { session } from '../session/session'

export const live = createRealtime(vendue)

// The connection is the caller's: whoever comes or goes gets one of their own.
session.onChange(() => live.reconnect())

/** The server's time now, in milliseconds. Every countdown counts by it. */
export function serverNow(): number {
  return live.now()
}
