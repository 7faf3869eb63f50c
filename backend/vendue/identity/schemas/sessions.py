"""Sessions on the wire."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from vendue.identity.schemas.fields import Email, PasswordGiven
from vendue.kernel.http import Body
from vendue.kernel.pages import PageOut

RefreshToken = Annotated[
    str, StringConstraints(min_length=8, max_length=200, pattern=r"^[A-Za-z0-9_-]+$")
]


class Transport(StrEnum):
    """How the refresh token travels."""

    COOKIE = "cookie"
    BEARER = "bearer"


class SignInIn(Body):
    """An address and its password."""

    email: Email
    password: PasswordGiven
    transport: Transport = Field(
        Transport.BEARER,
        description="`cookie` for pages in a browser: the refresh token goes into an HttpOnly "
        "cookie. `bearer` for programs: it is in the answer.",
    )


class RefreshIn(Body):
    """The refresh token of a program; a browser sends nothing here and its cookie instead."""

    refresh_token: RefreshToken | None = Field(
        None, description="Leave it out in a browser, and send X-CSRF-Token instead."
    )


class SessionOut(Schema):
    """A session as its owner gets it. The access token goes into the Authorization header."""

    session_id: UUID
    access_token: str = Field(description="Send it as `Authorization: Bearer …`.")
    access_expires_at: datetime = Field(description="Refresh the session before this moment.")
    refresh_token: str | None = Field(
        description="Good for one refresh; null where it travels in a cookie."
    )
    expires_at: datetime = Field(description="When the session ends at the latest.")


class LiveSessionOut(Schema):
    """A session of one's own that has not ended."""

    session_id: UUID
    device: str = Field(description="What the device called itself, or nothing.")
    ip: str | None = Field(description="Where it was last refreshed from.")
    created_at: datetime
    last_used_at: datetime = Field(description="When it was last refreshed.")
    expires_at: datetime
    is_current: bool = Field(description="Whether this request came with it.")


class LiveSessionPageOut(PageOut):
    """A page of sessions, newest first."""

    items: list[LiveSessionOut]
