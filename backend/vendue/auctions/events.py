"""What happens at auction, as everybody may know it. Each lot event carries the lot after it."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime, Field

from vendue.kernel.events import Event
from vendue.kernel.lots import LotResult, LotStateOut


class LotEvent(Event):
    """One fact of a lot. ``state`` alone is enough to show the lot right."""

    channel: ClassVar[str] = "lots.{lot_id}"

    lot_id: UUID = Field(description="The lot.")
    epoch: int = Field(description="Grows when staff void bids.", examples=[0])
    sequence: int = Field(
        description="The fact's number; a gap means that something was missed.", examples=[12]
    )
    state: LotStateOut = Field(description="The public facts of the lot after this one.")


class BidPlaced(LotEvent):
    """A bid was accepted, or the leader's proxy answered one."""

    name: ClassVar[str] = "lot.bid_placed"

    bidder: str = Field(description="The bidder's pseudonym on this lot.", examples=["bidder 3"])
    amount_minor: int = Field(
        description="The amount shown: for whoever leads, the price.", examples=[12_500]
    )
    automatic: bool = Field(description="Whether the leader's proxy made this bid.")


class LotExtended(LotEvent):
    """A late bid moved the end."""

    name: ClassVar[str] = "lot.extended"

    ends_at: AwareDatetime = Field(description="The end now in force.")


class ReserveMet(LotEvent):
    """The leader's maximum has reached the reserve."""

    name: ClassVar[str] = "lot.reserve_met"


class BidVoided(LotEvent):
    """Staff took bids out; a new epoch began and the price may have fallen."""

    name: ClassVar[str] = "lot.bid_voided"

    voided_sequences: list[int] = Field(description="The bids taken out.", examples=[[9, 11]])


class LotBought(LotEvent):
    """Somebody bought the lot at its Buy Now price; it is closed."""

    name: ClassVar[str] = "lot.bought"

    buyer: str = Field(description="The buyer's pseudonym on this lot.", examples=["bidder 3"])


class LotClosed(LotEvent):
    """The lot came to its end."""

    name: ClassVar[str] = "lot.closed"

    result: LotResult = Field(description="How it ended.")
    winner: str | None = Field(
        description="The winner's pseudonym, null where it is not sold.", examples=["bidder 3"]
    )


class LotCancelled(LotEvent):
    """The lot was taken out of the sale."""

    name: ClassVar[str] = "lot.cancelled"


class AuctionEvent(Event):
    """Something about an auction as a whole."""

    channel: ClassVar[str] = "auctions.{auction_id}"

    auction_id: UUID = Field(description="The auction.")


class AuctionScheduled(AuctionEvent):
    """An auction was published; its lots can be seen and will open at their time."""

    name: ClassVar[str] = "auction.scheduled"


class AuctionOpened(AuctionEvent):
    """Bidding on the auction's lots has begun."""

    name: ClassVar[str] = "auction.opened"


class AuctionLotMoved(AuctionEvent):
    """A lot of the auction has a new end."""

    name: ClassVar[str] = "auction.lot_moved"

    lot_id: UUID = Field(description="The lot.")
    ends_at: AwareDatetime = Field(description="The end now in force.")


class AuctionLotClosed(AuctionEvent):
    """A lot of the auction is closed."""

    name: ClassVar[str] = "auction.lot_closed"

    lot_id: UUID = Field(description="The lot.")
    result: LotResult = Field(description="How it ended.")


class AuctionClosed(AuctionEvent):
    """Every lot of the auction is closed, or the auction was cancelled."""

    name: ClassVar[str] = "auction.closed"
