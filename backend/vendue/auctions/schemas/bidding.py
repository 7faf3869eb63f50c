"""What bidding looks like on the wire. No field holds another's maximum, or a reserve."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from ninja import Field, Schema

from vendue.auctions.engine.figures import FactKind
from vendue.auctions.queries.standing import BidderStanding, NextStep
from vendue.auctions.schemas.costs import DESTINATION, METHOD
from vendue.auctions.services.costs import Shipment
from vendue.kernel.costs import CostsOut, ShippingMethod
from vendue.kernel.fields import Amount, Country, QueryNumber
from vendue.kernel.http import Body
from vendue.kernel.lots import LotResult, LotStateOut
from vendue.kernel.pages import PageOut, PageQuery


class BidIn(Body):
    """The most the bidder will pay; the market bids for them up to it."""

    maximum_minor: Amount = Field(
        description="Your maximum, in the lot's minor unit. Nobody else ever sees it.",
        examples=[12_500],
    )


class BidPreviewIn(BidIn):
    """A maximum to try, and where the lot would go."""

    destination: Country | None = Field(None, description=DESTINATION)
    shipping_method: ShippingMethod | None = Field(None, description=METHOD)

    def shipment(self) -> Shipment:
        """Where and how, as the services take it."""
        return Shipment(self.destination, self.shipping_method)


class PlacedStanding(StrEnum):
    """Where a bid left its bidder."""

    LEADING = "leading"
    OUTBID = "outbid"


class BidOut(Schema):
    """An accepted bid."""

    bid_id: UUID
    sequence: int = Field(description="Its number among all facts of the lot.")
    maximum_minor: int = Field(description="The maximum it set, in minor units.")
    placed_at: datetime = Field(description="When it was decided, by the server's clock.")
    receipt: str = Field(description="The market's signature over this acceptance (JWS, EdDSA).")


class PlacedBidOut(Schema):
    """The answer to a bid: accepted, where it left you, and the lot after it."""

    bid: BidOut
    standing: PlacedStanding = Field(
        description="`outbid` when somebody's earlier maximum answered at once."
    )
    state: LotStateOut
    server_time: datetime


class PurchaseOut(Schema):
    """A purchase at the Buy Now price."""

    purchase_id: UUID
    sequence: int = Field(description="Its number among all facts of the lot.")
    price_minor: int
    purchased_at: datetime
    receipt: str = Field(description="The market's signature over this purchase (JWS, EdDSA).")


class PlacedPurchaseOut(Schema):
    """The answer to Buy Now: the lot is yours and closed."""

    purchase: PurchaseOut
    state: LotStateOut
    server_time: datetime


class BidPreviewOut(Schema):
    """What a bid would be. Depends on public facts and your own maximum alone (rule 2.13)."""

    is_valid: bool
    refusal_code: str | None = Field(description="Why it would be refused now, else null.")
    minimum_bid_minor: int = Field(description="The least you would have to offer now.")
    currency: str
    highest_hammer_minor: int = Field(description="The highest price it could lead to.")
    highest_total_minor: int = Field(description="That price with premium, VAT and shipping.")
    costs: CostsOut = Field(description="What that total is made of.")
    state: LotStateOut
    server_time: datetime


class CommitmentsOut(Schema):
    """Hashes that bind the market to what it does not show."""

    bidder: str | None = Field(description="SHA-256 over the account, with a secret salt.")
    maximum: str | None = Field(description="SHA-256 over the maximum, with a secret salt.")


class LotFactOut(Schema):
    """One public change of a lot. Rows are numbered without gaps and chained by hash."""

    lot_id: UUID
    sequence: int
    epoch: int
    kind: FactKind
    bidder: str | None = Field(description="Pseudonym on this lot, numbered by first bid.")
    leader: str | None = Field(description="Who leads after this fact.")
    amount_minor: int | None = Field(description="The amount shown: for a leader, the price.")
    price_minor: int
    ends_at: str = Field(description="The end in force, in UTC with microseconds.")
    at: str = Field(description="When it was decided, in UTC with microseconds.")
    voided_sequences: list[int] = Field(description="The bids that a void has taken out.")
    result: LotResult | None
    commitments: CommitmentsOut
    previous_hash: str
    hash: str = Field(description="SHA-256 of this fact's canonical JSON without `hash`.")


class LotHistoryOut(PageOut):
    """A page of a lot's history, oldest first, with the terms its chain begins with."""

    items: list[LotFactOut]
    terms: dict[str, object] = Field(
        description="The terms the lot was published under; their hash is the chain's beginning."
    )
    terms_hash: str


class HistoryQuery(PageQuery):
    """Which part of the history."""

    limit: QueryNumber = Field(100, ge=1, le=500, description="How many facts at most.")


class BidReceiptOut(Schema):
    """Everything a bidder needs to prove a bid: the receipt, and the salts of its commitments."""

    bid_id: UUID
    lot_id: UUID
    sequence: int
    maximum_minor: int
    currency: str
    placed_at: datetime
    receipt: str
    account_id: UUID
    bidder_salt: str = Field(description="Hexadecimal; opens `commitments.bidder` of the fact.")
    maximum_salt: str = Field(description="Hexadecimal; opens `commitments.maximum` of the fact.")


class ThumbnailOut(Schema):
    """A lot's first photograph, in a size for lists."""

    width: int
    height: int
    webp_url: str
    avif_url: str
    alt_text: str


class MyBidOut(Schema):
    """Your own standing on a lot."""

    lot_id: UUID
    lot_title: str = Field(description="The lot's title.")
    thumbnail: ThumbnailOut | None = Field(description="Null until a photograph is ready.")
    bidder: str = Field(description="Your pseudonym on this lot.")
    standing: BidderStanding
    next_step: NextStep = Field(description="What is left for you to do about the lot.")
    maximum_minor: int | None = Field(description="Your standing maximum; null once voided.")
    next_minimum_minor: int | None = Field(
        description="The least maximum you could set now; null where bidding is over."
    )
    last_bid_at: datetime
    state: LotStateOut


class MyBidPageOut(PageOut):
    """A page of lots you bid on, the latest first."""

    items: list[MyBidOut]


class MyBidsQuery(PageQuery):
    """Which of your bids."""

    standing: BidderStanding | None = Field(None, description="Only lots with this standing.")
