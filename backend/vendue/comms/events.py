"""What one account alone is told: where it stands, how its lots ended, what is new in its bell.

Each goes out on the account's own channel. None says anything about another's maximum, a reserve,
or who anybody is.
"""

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from vendue.kernel.events import PersonalEvent
from vendue.kernel.lots import LotResult, LotStateOut


class NotificationKind(StrEnum):
    """What a notification is about. Kinds may be added."""

    LEADING = "leading"
    OUTBID = "outbid"
    BID_VOIDED = "bid_voided"
    ENDING_SOON = "ending_soon"
    WON = "won"
    LOST = "lost"
    WATCHED_ENDING = "watched_ending"
    SAVED_SEARCH = "saved_search"


class NotificationDataOut(BaseModel):
    """The figures that the text of a notification is made of; null where they say nothing."""

    model_config = ConfigDict(extra="forbid")

    price_minor: int | None = Field(
        description="The lot's price then; of a won lot the hammer price.", examples=[12_500]
    )
    minimum_bid_minor: int | None = Field(
        description="The least that would have taken part again then.", examples=[13_000]
    )
    currency: str | None = Field(description="ISO 4217 code of both amounts.", examples=["EUR"])
    ends_at: AwareDatetime | None = Field(description="When the lot ends, as known then.")
    is_leading: bool | None = Field(
        description="Of a lot that ends soon: whether you led then.", examples=[None]
    )
    result: LotResult | None = Field(description="How a lot ended.", examples=[None])
    saved_search_name: str | None = Field(
        description="The name you gave the search.", examples=[None]
    )
    lot_count: int | None = Field(
        description="How many new lots a saved search has found since you last looked.",
        examples=[None],
    )


class NotificationOut(BaseModel):
    """One entry of the bell. Its text is the client's, in the reader's language.

    About a lot there is one entry on where you stand and one on its end; news of the same matter
    replaces it under the same id and makes it unread again.
    """

    model_config = ConfigDict(extra="forbid")

    notification_id: UUID = Field(description="The entry.")
    kind: NotificationKind = Field(description="What it is about.", examples=["outbid"])
    lot_id: UUID | None = Field(description="The lot it is about, else null.")
    lot_title: str | None = Field(
        description="The lot's title, else null.", examples=["A brass carriage clock"]
    )
    saved_search_id: UUID | None = Field(
        description="The saved search it is about, else null.", examples=[None]
    )
    data: NotificationDataOut = Field(description="The figures of its text.")
    created_at: AwareDatetime = Field(description="When what it tells happened.")
    read_at: AwareDatetime | None = Field(
        description="When you read it; null while it is unread.", examples=[None]
    )


class StandingMoved(PersonalEvent):
    """Where the account stands on a lot it bid on."""

    lot_id: UUID = Field(description="The lot.")
    lot_title: str = Field(description="Its title.", examples=["A brass carriage clock"])
    sequence: int = Field(description="The lot's fact that moved it.", examples=[12])
    state: LotStateOut = Field(description="The public facts of the lot after that fact.")


class Leading(StandingMoved):
    """The account leads a lot now."""

    name: ClassVar[str] = "me.leading"


class Outbid(StandingMoved):
    """The account leads a lot no longer, or bid and does not lead."""

    name: ClassVar[str] = "me.outbid"


class LotEnded(PersonalEvent):
    """How a lot ended for an account that bid on it."""

    lot_id: UUID = Field(description="The lot.")
    lot_title: str = Field(description="Its title.", examples=["A brass carriage clock"])
    result: LotResult = Field(description="How the lot ended.")
    hammer_price_minor: int | None = Field(
        description="The hammer price; null where the lot was not sold.", examples=[12_500]
    )
    currency: str = Field(description="ISO 4217 code of the hammer price.", examples=["EUR"])


class Won(LotEnded):
    """The account bought the lot."""

    name: ClassVar[str] = "me.won"


class Lost(LotEnded):
    """The lot ended, and the account did not buy it."""

    name: ClassVar[str] = "me.lost"


class Notified(PersonalEvent):
    """An entry of the bell is new, has changed, or was read on another device."""

    name: ClassVar[str] = "me.notification"

    notification: NotificationOut = Field(description="The entry as it is now.")


class NotificationsRead(PersonalEvent):
    """Every entry of the bell was marked as read, up to and including this moment."""

    name: ClassVar[str] = "me.notifications_read"

    read_at: AwareDatetime = Field(description="Entries made until then are read.")
