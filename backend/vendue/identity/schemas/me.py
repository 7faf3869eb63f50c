"""The caller's own account on the wire."""

from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from vendue.identity.engine.permissions import AccountRole, MemberRole
from vendue.identity.schemas.fields import DisplayName, TimeZone
from vendue.kernel.fields import CurrencyCode
from vendue.kernel.http import Body
from vendue.kernel.letters import Language
from vendue.kernel.pages import PageOut

# Left out is "unchanged"; null is no value of any of these, so it is not what stands for it.
_UNCHANGED: Any = Field(default_factory=str)


class OwnMembershipOut(Schema):
    """An organisation the caller belongs to."""

    organisation_id: UUID
    name: str
    role: MemberRole


class MyMembershipOut(OwnMembershipOut):
    """The caller's place in an organisation, or the offer of one."""

    created_at: datetime = Field(description="When the place was offered.")
    accepted_at: datetime | None = Field(
        description="When the caller agreed. Null: it is an offer, and counts for nothing yet."
    )


class MyMembershipPageOut(PageOut):
    """A page of one's memberships, oldest first."""

    items: list[MyMembershipOut]


class PersonOut(Schema):
    """An account with its profile, as its holder sees it."""

    account_id: UUID
    email: str
    email_confirmed_at: datetime | None = Field(description="Null until the address is confirmed.")
    roles: list[AccountRole]
    terms_version: str = Field(description="The version of the terms that was accepted.")
    display_name: str
    language: Language
    time_zone: str
    currency: str = Field(description="The currency that amounts are first shown in.")
    organisations: list[OwnMembershipOut]
    created_at: datetime
    version: int


class ProfilePatch(Body):
    """What changes; what is left out stays."""

    display_name: DisplayName = _UNCHANGED
    language: Language = _UNCHANGED
    time_zone: TimeZone = _UNCHANGED
    currency: CurrencyCode = _UNCHANGED
