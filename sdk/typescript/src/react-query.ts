/** The market's operations as options for TanStack Query, and the live market as hooks. */
import type { Client } from './generated/rest/client'
import { client } from './generated/rest/client.gen'

export * from './generated/rest/queries.gen'
export { useConnection, useServerNow } from './react/connection'
export { type LiveLot, type LotStateOptions, useLotState, useShowLotState } from './react/lot'
export { useAuctionMessages, useLotMessages, useMyMessages } from './react/messages'
export { RealtimeProvider, useRealtime } from './react/provider'

/** From here on the options of this entry ask this market, unless they are given a `client`. */
export function bindQueries(market: { client: Client }): void {
  client.setConfig(market.client.getConfig())
}
