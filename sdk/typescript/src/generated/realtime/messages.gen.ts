// Made by the generator; do not edit.
import type * as types from './types.gen'

/** What the server says about the connection, by type. */
export interface ControlMessages {
  'hello': types.Hello
  'pong': types.Pong
  'problem': types.Problem
  'subscribed': types.Subscribed
}

export type ControlMessage = ControlMessages[keyof ControlMessages]

/** What happens to a lot, by type. */
export interface LotMessages {
  'lot.bid_placed': types.BidPlaced
  'lot.bid_voided': types.BidVoided
  'lot.bought': types.LotBought
  'lot.cancelled': types.LotCancelled
  'lot.closed': types.LotClosed
  'lot.extended': types.LotExtended
  'lot.prices': types.LotPrices
  'lot.reserve_met': types.ReserveMet
  'lot.snapshot': types.LotSnapshot
  'lot.viewers': types.LotViewers
}

export type LotMessage = LotMessages[keyof LotMessages]

/** What concerns an auction as a whole, by type. */
export interface AuctionMessages {
  'auction.closed': types.AuctionClosed
  'auction.lot_closed': types.AuctionLotClosed
  'auction.lot_moved': types.AuctionLotMoved
  'auction.opened': types.AuctionOpened
  'auction.scheduled': types.AuctionScheduled
}

export type AuctionMessage = AuctionMessages[keyof AuctionMessages]

/** What concerns the caller alone, by type. */
export interface MeMessages {
  'me.leading': types.Leading
  'me.lost': types.Lost
  'me.notification': types.Notified
  'me.notifications_read': types.NotificationsRead
  'me.outbid': types.Outbid
  'me.session_ended': types.SessionEnded
  'me.won': types.Won
}

export type MeMessage = MeMessages[keyof MeMessages]

/** What a client may ask, by type. */
export interface ClientMessages {
  'ping': types.Ping
  'subscribe': types.Subscribe
  'unsubscribe': types.Unsubscribe
}

export type ClientMessage = ClientMessages[keyof ClientMessages]
