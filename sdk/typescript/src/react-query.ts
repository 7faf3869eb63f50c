/** The market's operations as options for TanStack Query, and the live market as hooks. */
import { client } from './generated/rest/client.gen'
import type { Vendue } from './vendue'

export * from './generated/rest/queries.gen'
export { useConnection, useServerNow } from './react/connection'
export { type LiveLot, type LotStateOptions, useLotState, useShowLotState } from './react/lot'
export { useAuctionMessages, useLotMessages, useMyMessages } from './react/messages'
export { RealtimeProvider, useRealtime } from './react/provider'

/** From here on the options of this entry ask this market, unless they are given a `client`. */
export function bindQueries(vendue: Vendue): void {
  client.setConfig(vendue.client.getConfig())
}
