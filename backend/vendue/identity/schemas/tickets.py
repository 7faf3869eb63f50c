"""Tickets for live connections on the wire."""

from datetime import datetime

from ninja import Schema
from pydantic import Field


class RealtimeTicketOut(Schema):
    """A ticket for one live connection."""

    ticket: str = Field(description="Goes into the address as `?ticket=…`; good once.")
    expires_at: datetime = Field(description="Connect before this moment.")
    realtime_url: str | None = Field(
        description="Where to connect, as in the meta; null while there is no realtime process."
    )
