"""What staff see of accounts, and what they make for tests."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field, StrictInt, StringConstraints

from vendue.identity.engine.permissions import AccountRole, Scope
from vendue.identity.schemas.fields import ScopesChosen
from vendue.identity.schemas.me import OwnMembershipOut
from vendue.kernel.http import Body
from vendue.kernel.letters import Language
from vendue.kernel.pages import PageOut, PageQuery

MAXIMUM_TEST_BIDDERS = 1_000


class AccountQuery(PageQuery):
    """Which accounts."""

    email: Annotated[str, StringConstraints(min_length=1, max_length=254, pattern=r"^[!-~]+$")] | (
        None
    ) = Field(None, description="Only those whose address begins like this.")


class AccountOut(Schema):
    """An account, as staff see it."""

    account_id: UUID
    email: str
    email_confirmed_at: datetime | None = Field(description="Null until the address is confirmed.")
    is_active: bool
    roles: list[AccountRole]
    terms_version: str
    display_name: str
    language: Language
    time_zone: str
    currency: str
    organisations: list[OwnMembershipOut]
    created_at: datetime


class AccountPageOut(PageOut):
    """A page of accounts, newest first."""

    items: list[AccountOut]


class TestBiddersIn(Body):
    """How many test bidders, and what they may do."""

    count: StrictInt = Field(ge=1, le=MAXIMUM_TEST_BIDDERS)
    prefix: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,29}$")] = Field(
        "bidder", description="What their names begin with."
    )
    scopes: ScopesChosen = Field(
        [Scope.BIDS_WRITE, Scope.PROFILE_READ], description="What their keys allow."
    )


class TestBidderOut(Schema):
    """A test bidder with the only copy of its key."""

    account_id: UUID
    display_name: str
    api_key: str = Field(description="Send it as `Authorization: Bearer …`.")


class TestBiddersOut(Schema):
    """The test bidders that were made."""

    bidders: list[TestBidderOut]
    expires_at: datetime = Field(description="When their keys stop working.")
