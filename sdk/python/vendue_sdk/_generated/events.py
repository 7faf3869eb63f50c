"""What is told live, by channel. Made by the generator; do not edit."""

from collections.abc import Mapping

from vendue_sdk._generated import models

#: What is told of a lot.
LotMessage = (
    models.BidPlaced
    | models.BidVoided
    | models.LotBought
    | models.LotCancelled
    | models.LotClosed
    | models.LotExtended
    | models.LotPrices
    | models.LotSnapshot
    | models.LotViewers
    | models.ReserveMet
)
#: What is told of an auction.
AuctionMessage = (
    models.AuctionClosed
    | models.AuctionLotClosed
    | models.AuctionLotMoved
    | models.AuctionOpened
    | models.AuctionScheduled
)
#: What an account alone is told.
OwnMessage = (
    models.Leading
    | models.Lost
    | models.NotificationsRead
    | models.Notified
    | models.Outbid
    | models.SessionEnded
    | models.Won
)
#: Anything that is told live.
Message = LotMessage | AuctionMessage | OwnMessage

#: The classes by the `type` of a message.
BY_TYPE: Mapping[str, type[Message]] = {
    "auction.closed": models.AuctionClosed,
    "auction.lot_closed": models.AuctionLotClosed,
    "auction.lot_moved": models.AuctionLotMoved,
    "auction.opened": models.AuctionOpened,
    "auction.scheduled": models.AuctionScheduled,
    "lot.bid_placed": models.BidPlaced,
    "lot.bid_voided": models.BidVoided,
    "me.leading": models.Leading,
    "me.lost": models.Lost,
    "lot.bought": models.LotBought,
    "lot.cancelled": models.LotCancelled,
    "lot.closed": models.LotClosed,
    "lot.extended": models.LotExtended,
    "lot.prices": models.LotPrices,
    "lot.snapshot": models.LotSnapshot,
    "lot.viewers": models.LotViewers,
    "me.notifications_read": models.NotificationsRead,
    "me.notification": models.Notified,
    "me.outbid": models.Outbid,
    "lot.reserve_met": models.ReserveMet,
    "me.session_ended": models.SessionEnded,
    "me.won": models.Won,
}
