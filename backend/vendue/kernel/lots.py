"""The public facts of a lot: one shape for answers, events, search and snapshots."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, JsonValue, model_validator

#: States are stored, in listings and events, and read by later versions. A field that is added to
#: `LotStateOut` has a line here: what a state that was stored before it says of it.
ADDED_FIELDS: dict[str, JsonValue] = {}


class LotStatus(StrEnum):
    """Where a published lot stands."""

    SCHEDULED = "scheduled"
    LIVE = "live"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class LotResult(StrEnum):
    """How a lot ended."""

    SOLD = "sold"
    RESERVE_NOT_MET = "reserve_not_met"
    UNSOLD = "unsold"
    BOUGHT = "bought"
    CANCELLED = "cancelled"


class ReserveStanding(StrEnum):
    """Whether a reserve exists and is met; its amount is never public."""

    NONE = "none"
    NOT_MET = "not_met"
    MET = "met"


class BuyNowOut(BaseModel):
    """The offer to buy at once."""

    model_config = ConfigDict(extra="forbid")

    price_minor: int = Field(
        description="Price of an immediate purchase, in minor units.", examples=[40_000]
    )


class LotStateOut(BaseModel):
    """Everything public about a lot's bidding at one moment."""

    model_config = ConfigDict(extra="forbid")

    lot_id: UUID = Field(description="The lot.")
    epoch: int = Field(
        description="Grows when staff void bids; the price may then fall.", examples=[0]
    )
    sequence: int = Field(description="Number of the last fact; 0 before the first.", examples=[12])
    status: LotStatus = Field(description="Where the lot stands.", examples=["live"])
    currency: str = Field(description="ISO 4217 code of every amount here.", examples=["EUR"])
    price_minor: int = Field(
        description="What the leader would pay now, or the start price.", examples=[12_500]
    )
    minimum_bid_minor: int = Field(
        description="The least a new bidder must offer.", examples=[13_000]
    )
    bid_count: int = Field(description="Accepted bids that were not voided.", examples=[9])
    bidder_count: int = Field(description="Different bidders so far.", examples=[3])
    reserve: ReserveStanding = Field(
        description="Whether there is a reserve and it is met.", examples=["met"]
    )
    buy_now: BuyNowOut | None = Field(
        description="The Buy Now offer while it is open, else null.", examples=[None]
    )
    leader: str | None = Field(
        description="The leader's pseudonym on this lot, else null.", examples=["bidder 3"]
    )
    starts_at: AwareDatetime = Field(description="When bidding begins.")
    ends_at: AwareDatetime = Field(description="Moves later when a late bid extends the lot.")
    extension_count: int = Field(description="How often the end has moved.", examples=[0])
    closed_at: AwareDatetime | None = Field(
        description="When the lot was closed; null until then.", examples=[None]
    )
    result: LotResult | None = Field(
        description="How the lot ended; null until then.", examples=[None]
    )
    hammer_price_minor: int | None = Field(
        description="The price at the close of a sold lot.", examples=[None]
    )

    @classmethod
    def restored(cls, stored: Mapping[str, Any]) -> Self:
        """A state that an earlier or a later version stored: what only that one knows is left."""
        return cls.model_validate(stored, extra="ignore")

    @model_validator(mode="before")
    @classmethod
    def _before_fields_were_added(cls, given: Any) -> Any:
        if isinstance(given, Mapping) and not ADDED_FIELDS.keys() <= given.keys():
            return {**ADDED_FIELDS, **given}
        return given
