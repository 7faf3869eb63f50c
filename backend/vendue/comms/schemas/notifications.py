"""The bell on the wire."""

from datetime import datetime
from typing import Annotated

from ninja import Schema
from pydantic import BeforeValidator, Field

from vendue.comms.events import NotificationOut
from vendue.kernel.pages import PageOut, PageQuery


def _only_words(value: object) -> object:
    # Lax parsing also takes "1", "on" and "yes", which no other reader of an address does.
    if isinstance(value, str) and value not in {"true", "false"}:
        raise ValueError("Write true or false.")
    return value


class NotificationPageOut(PageOut):
    """A page of notifications, the latest first."""

    items: list[NotificationOut]


class NotificationsQuery(PageQuery):
    """Which notifications."""

    is_read: Annotated[bool, BeforeValidator(_only_words)] | None = Field(
        None, description="Only those that were read, or only those that were not."
    )


class UnreadCountOut(Schema):
    """How many notifications are unread. Exact up to 100."""

    count: int = Field(description="At most 100.")
    is_capped: bool = Field(description="There are more than `count`.")


class AllReadOut(Schema):
    """Until when everything is read."""

    read_at: datetime = Field(description="Notifications made until then are read.")
