/** The market as it happens: prices, extensions, results, and what concerns the caller alone. */
export type * from './generated/realtime/messages.gen'
export type * from './generated/realtime/types.gen'
export { type LocalClocks, ServerClock } from './realtime/clock'
export type { Tickets } from './realtime/entrance'
export { isOlder, type LotView, type Position } from './realtime/lot-stream'
export {
  type Connection,
  createRealtime,
  type Realtime,
  type RealtimeOptions,
} from './realtime/realtime'
export type { ConnectionState } from './realtime/socket'
