"""Organisations, their members and their keys on the wire."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field, StrictInt, StringConstraints

from vendue.identity.engine.permissions import MemberRole, Scope
from vendue.identity.schemas.fields import ScopesChosen, visible_line
from vendue.identity.services.api_keys import MAXIMUM_DAYS
from vendue.kernel.fields import Country, Switch
from vendue.kernel.http import Body
from vendue.kernel.pages import PageOut

# Left out is "unchanged", also where null is no value that the field could have.
_UNCHANGED: Any = Field(default_factory=str)

OrganisationName = Annotated[str, visible_line(120), Field(examples=["Old Things Ltd"])]
RegistrationNo = Annotated[
    str, visible_line(40), Field(description="Number in the register of businesses.")
]
VatNo = Annotated[
    str,
    StringConstraints(min_length=4, max_length=20, pattern=r"^[A-Z0-9]+$"),
    Field(description="VAT number with its country code, without spaces."),
]


class OrganisationIn(Body):
    """A business that is to sell or buy here."""

    name: OrganisationName
    country: Country
    registration_no: RegistrationNo | None = None
    vat_no: VatNo | None = None
    is_trader: Switch = Field(description="Whether it sells in the course of a trade.")


class OrganisationPatch(Body):
    """What changes; what is left out stays."""

    name: OrganisationName = _UNCHANGED
    country: Country = _UNCHANGED
    registration_no: RegistrationNo | None = None
    vat_no: VatNo | None = None
    is_trader: Switch = _UNCHANGED


class OrganisationOut(Schema):
    """An organisation, as its members see it."""

    organisation_id: UUID = Field(validation_alias="id")
    name: str
    country: str = Field(description="ISO 3166-1 code of two letters.")
    registration_no: str | None = Field(description="Null if it has none.")
    vat_no: str | None = Field(description="Null if it has none.")
    is_trader: bool
    created_at: datetime
    version: int


class MemberIn(Body):
    """An account that is to belong to the organisation."""

    account_id: UUID = Field(description="The person finds it in `get_me` and hands it over.")
    role: MemberRole


class MemberPatch(Body):
    """Another role for a member."""

    role: MemberRole


class MemberOut(Schema):
    """Somebody who belongs to the organisation, or is asked to."""

    account_id: UUID
    display_name: str
    role: MemberRole
    created_at: datetime = Field(description="When the place was offered.")
    accepted_at: datetime | None = Field(
        description="When the person agreed. Null: they have not, and it gives no rights yet."
    )
    version: int


class MemberPageOut(PageOut):
    """A page of members, longest standing first."""

    items: list[MemberOut]


class ApiKeyIn(Body):
    """A key for a program."""

    name: Annotated[str, visible_line(80)] = Field(description="What the key is for.")
    scopes: ScopesChosen = Field(
        description="What the key allows: of your own rights those that the program needs. "
        "Bidding is never implied.",
    )
    expires_in_days: StrictInt = Field(90, ge=1, le=MAXIMUM_DAYS)


class ApiKeyOut(Schema):
    """A key, without what makes it one."""

    api_key_id: UUID = Field(validation_alias="id")
    name: str
    prefix: str = Field(description="The first characters of the key, to recognise it by.")
    scopes: list[Scope]
    created_by: UUID = Field(validation_alias="account_id", description="The key acts as them.")
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = Field(description="Null while the key is not revoked.")
    last_used_at: datetime | None = Field(description="To ten minutes; null if never.")


class CreatedApiKeyOut(Schema):
    """A key, the only time it is shown."""

    key: str = Field(description="Send it as `Authorization: Bearer …`. Keep it now.")
    api_key: ApiKeyOut = Field(validation_alias="row")


class ApiKeyPageOut(PageOut):
    """A page of keys, newest first."""

    items: list[ApiKeyOut]
