"""Auctions on the wire: plans, what everybody sees of them, and the lots in them."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field, StrictInt

from vendue.auctions.models import AuctionStatus
from vendue.auctions.queries.sales import PublishedStatus
from vendue.auctions.schemas.bidding import ThumbnailOut
from vendue.auctions.schemas.rules import RulesOverrideIn
from vendue.auctions.services.plans import MOST_LOTS, LotPlace, SalePlan
from vendue.kernel.fields import Amount, CurrencyCode, Reason, Timestamp, line, prose
from vendue.kernel.http import Body
from vendue.kernel.lots import LotStateOut
from vendue.kernel.pages import PageOut, PageQuery

Title = Annotated[str, line(160)]
Description = Annotated[str, prose(20_000)]
Interval = Annotated[
    StrictInt,
    Field(ge=0, le=86_400, description="Seconds between the end of one lot and of the next."),
]
FactNumber = Annotated[StrictInt, Field(ge=1, le=2**31 - 1)]


class LotPlaceIn(Body):
    """A lot in a plan."""

    lot_id: UUID
    hard_end: Timestamp | None = Field(
        None, description="No extension takes the lot's end past this time; null for no limit."
    )


Lots = Annotated[
    list[LotPlaceIn],
    Field(min_length=1, max_length=MOST_LOTS, description="In the order of their numbers."),
]


class AuctionIn(Body):
    """A plan: which lots are sold, when, and by which rules."""

    title: Title | None = Field(None, description="Left out for a single lot: the lot's own.")
    description: Description = ""
    currency: CurrencyCode | None = Field(None, description="Left out: the currency of the lots.")
    starts_at: Timestamp | None = Field(
        None, description="Left out, or in the past: bidding opens as soon as it is scheduled."
    )
    ends_at: Timestamp = Field(description="End of the first lot.")
    interval_seconds: Interval = 0
    rule_set_id: UUID | None = Field(
        None, description="A published rule set; left out: the latest one called `standard`."
    )
    lots: Lots

    def plan(self) -> SalePlan:
        """The plan as the services take it."""
        places = [LotPlace(place.lot_id, place.hard_end) for place in self.lots]
        return SalePlan(**{**dict(self), "lots": places})


class AuctionPatch(Body):
    """Changes of a draft. What is left out stays."""

    title: Title | None = Field(None, description="Null for a single lot: the lot's own.")
    description: Description = ""
    currency: CurrencyCode | None = Field(None, description="Null: the currency of the lots.")
    starts_at: Timestamp | None = Field(None, description="Null: as soon as it is scheduled.")
    ends_at: Timestamp | None = Field(None, description="End of the first lot; null keeps it.")
    interval_seconds: Interval = 0
    rule_set_id: UUID | None = Field(
        None, description="A published rule set; null: the latest one called `standard`."
    )
    lots: Lots | None = Field(None, description="All lots in their new order; null keeps them.")

    def changes(self) -> dict[str, Any]:
        """The fields that were sent, as the services take them."""
        sent = {name: getattr(self, name) for name in self.model_fields_set}
        for name in ("ends_at", "lots"):
            if sent.get(name, True) is None:
                del sent[name]
        if "lots" in sent:
            sent["lots"] = [LotPlace(place.lot_id, place.hard_end) for place in sent["lots"]]
        return sent


class NamedRuleSetOut(Schema):
    """Which version of which rule set."""

    rule_set_id: UUID
    name: str
    number: int = Field(description="Its version among the rule sets of this name.")


class NamedPriceRuleOut(Schema):
    """Which version of which price rule."""

    price_rule_id: UUID
    name: str
    number: int = Field(description="Its version among the price rules of this name.")


class AuctionOut(Schema):
    """A sale: one or many lots under one rule set, of one seller, on one schedule."""

    auction_id: UUID
    title: str
    description: str
    seller_id: UUID = Field(description="The selling organisation, or the selling account.")
    is_organisation: bool = Field(description="Whether `seller_id` is an organisation.")
    currency: str
    rule_set: NamedRuleSetOut = Field(description="The version it is, or will be, sold under.")
    overrides: dict[str, Any] = Field(
        description="Parts of the rules that differ in this auction, in the form of a rule set's."
    )
    price_rule: NamedPriceRuleOut | None = Field(
        description="What buyers pay beside the hammer price. It is kept from the moment the "
        "auction is scheduled; a draft has one only where staff chose it."
    )
    starts_at: datetime
    ends_at: datetime = Field(description="Planned end of the first lot.")
    interval_seconds: int = Field(description="Seconds between the planned ends of the lots.")
    lot_count: int
    status: AuctionStatus
    closed_at: datetime | None
    version: int = Field(description="Grows with each change.")
    created_at: datetime


class AuctionPageOut(PageOut):
    """A page of auctions."""

    items: list[AuctionOut]


class AuctionsQuery(PageQuery):
    """Which auctions."""

    status: PublishedStatus | None = Field(
        None, description="Left out: live and scheduled ones, the soonest end first."
    )
    seller_id: UUID | None = Field(None, description="Of this organisation or account.")


class MyAuctionsQuery(PageQuery):
    """Which of your own auctions."""

    status: AuctionStatus | None = None


class AuctionLotOut(Schema):
    """A lot in an auction."""

    lot_id: UUID
    position: int = Field(description="The lot number, from 1.")
    title: str
    thumbnail: ThumbnailOut | None = Field(description="Null until a photograph is ready.")
    hard_end: datetime | None = Field(description="No extension goes past it.")
    state: LotStateOut | None = Field(description="Null while the auction is a draft.")


class AuctionLotPageOut(PageOut):
    """A page of an auction's lots, by their number."""

    items: list[AuctionLotOut]


class CancellationIn(Body):
    """Why staff take a lot or an auction out of the sale."""

    reason: Reason = Field(description="It stands in the audit trail.")


class AuctionOverridesPatch(Body):
    """The rules that staff set for one auction."""

    overrides: RulesOverrideIn = Field(description="Replaces what was set before.")
    reason: Reason = Field(description="Why; it stands in the audit trail.")


class AuctionPricesPatch(Body):
    """The prices that staff set for one auction."""

    price_rule_id: UUID | None = Field(
        description="A published price rule; null: the latest one called `standard`."
    )
    reason: Reason = Field(description="Why; it stands in the audit trail.")


class ReserveReductionIn(Body):
    """A lower reserve."""

    reserve_minor: Amount = Field(
        description="The new reserve in minor units: below the old one, not below the start."
    )


class ReserveReductionOut(Schema):
    """The reserve now in force, which only its seller sees, and the lot after it."""

    reserve_minor: int
    state: LotStateOut


class WithdrawalOut(Schema):
    """A lot that its seller took back."""

    lot_id: UUID
    state: LotStateOut | None = Field(description="Null where the lot was never published.")


class VoidIn(Body):
    """Bids to take out of a live lot, and why."""

    sequences: Annotated[list[FactNumber], Field(min_length=1, max_length=1_000)] = Field(
        description="Numbers of standing bids, as the lot's history shows them."
    )
    reason: Reason = Field(description="It stands in the audit trail.")


class TouchedBidderOut(Schema):
    """A bidder whom a void touches."""

    account_id: UUID
    bidder: str = Field(description="The bidder's pseudonym on this lot.")
    led_before: bool
    leads_after: bool
    maximum_after_minor: int | None = Field(
        description="What still stands of the bidder's maxima; null for nothing."
    )


class VoidOut(Schema):
    """What a void does, or would do."""

    voided_sequences: list[int] = Field(description="The bids that were taken out.")
    before: LotStateOut
    after: LotStateOut
    touched: list[TouchedBidderOut]
