"""Suspensions on the wire."""

from datetime import datetime
from uuid import UUID

from ninja import Schema
from pydantic import Field

from vendue.kernel.fields import Reason, Timestamp
from vendue.kernel.http import Body
from vendue.kernel.pages import PageOut, PageQuery


class SuspensionIn(Body):
    """Who may not bid, why, and for how long."""

    account_id: UUID
    reason: Reason
    ends_at: Timestamp | None = Field(None, description="Leave it out for one without an end.")


class SuspensionLiftIn(Body):
    """Why a suspension ends early."""

    reason: Reason


class SuspensionQuery(PageQuery):
    """Which suspensions."""

    account_id: UUID | None = Field(None, description="Only those of this account.")


class SuspensionOut(Schema):
    """A time in which an account may not bid."""

    suspension_id: UUID = Field(validation_alias="id")
    account_id: UUID
    reason: str
    suspended_by: UUID
    starts_at: datetime = Field(description="No bid is accepted from this moment on.")
    ends_at: datetime | None = Field(description="Null for one without an end.")
    lifted_at: datetime | None = Field(description="Null unless it was lifted early.")
    lifted_by: UUID | None


class SuspensionPageOut(PageOut):
    """A page of suspensions, newest first."""

    items: list[SuspensionOut]
