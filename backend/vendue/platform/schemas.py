"""The platform on the wire: flags, settings, the audit trail, failed reactions. Staff only."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema
from pydantic import ConfigDict, StrictInt, StringConstraints

from vendue.kernel.fields import QueryNumber, Reason, Switch, Timestamp, line
from vendue.kernel.http import Body
from vendue.kernel.pages import PageOut, PageQuery
from vendue.platform.services.flags import FlagKind
from vendue.platform.services.settings import SettingUnit

Name = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[a-z]+(_[a-z]+)*$")]


class FeatureFlagOut(Schema):
    """A flag as it stands."""

    name: str
    enabled: bool
    default: bool = Field(description="How it stands until staff decide.")
    kind: FlagKind
    description: str
    remove_by: date | None = Field(description="Last day of a release flag; null for a product's.")
    version: int = Field(description="Grows with each decision.")
    updated_at: datetime | None = Field(description="Last decision; null while there was none.")


class FeatureFlagListOut(Schema):
    """Every flag there is."""

    items: list[FeatureFlagOut]


class FeatureFlagPatch(Body):
    """A decision about a flag."""

    enabled: Switch
    reason: Reason = Field(description="Why; it stands in the audit trail.")


class SettingOut(Schema):
    """A setting as it stands."""

    name: str
    value: int | str
    default: int | str
    unit: SettingUnit
    minimum: int = Field(description="Least number, or least length of a text.")
    maximum: int = Field(description="Greatest number, or greatest length of a text.")
    description: str
    version: int = Field(description="Grows with each change.")


class SettingListOut(Schema):
    """Every setting there is."""

    items: list[SettingOut]


class SettingPatch(Body):
    """A new value of a setting."""

    value: (
        Annotated[StrictInt, Field(ge=-(2**53) + 1, le=2**53 - 1)]
        | Annotated[str, line(1_000, minimum=0)]
    )
    reason: Reason = Field(description="Why; it stands in the audit trail.")


class SettingVersionOut(Schema):
    """A value that a setting was given."""

    version: int
    value: int | str
    reason: str
    changed_by: UUID | None = Field(description="Account; null if the market itself did.")
    created_at: datetime


class SettingVersionPageOut(PageOut):
    """Every value that a setting was given, newest first."""

    items: list[SettingVersionOut]


class AuditEntryQuery(PageQuery):
    """Which entries. Every filter narrows."""

    actor_id: UUID | None = None
    subject: Annotated[str, line(120)] | None = Field(
        None, description="Such as `lot:` and an id.", examples=["setting:bid_limit"]
    )
    action: Annotated[str, line(80)] | None = Field(None, examples=["setting.change"])
    after: Timestamp | None = Field(None, description="Entries from this time on.")
    before: Timestamp | None = Field(None, description="Entries earlier than this time.")


class AuditEntryOut(Schema):
    """One change."""

    audit_entry_id: UUID
    at: datetime
    action: str
    subject: str
    actor_kind: str
    actor_id: UUID | None
    organisation_id: UUID | None
    session_id: UUID | None
    api_key_id: UUID | None
    request_id: str
    reason: str
    before: dict[str, Any] | None = Field(description="Changed fields as they were.")
    after: dict[str, Any] | None = Field(description="Changed fields as they became.")
    personal: dict[str, Any] | None = Field(
        description="Personal values, the caller's IP and device among them; null if erased."
    )
    number: int | None = Field(description="Place in the chain; null until it is sealed.")
    hash: str | None = Field(description="SHA-256 in hex; null until it is sealed.")


class AuditEntryPageOut(PageOut):
    """Entries, newest first."""

    items: list[AuditEntryOut]


class AuditHeadOut(Schema):
    """The chain's last link. Kept elsewhere, it proves later that nothing before it moved."""

    number: int = Field(description="0 while nothing is sealed.")
    hash: str = Field(description="SHA-256 in hex.", validation_alias="hex")


class AuditVerificationQuery(Schema):
    """How far back to look."""

    model_config = ConfigDict(extra="forbid")

    newest: QueryNumber = Field(10_000, ge=1, le=100_000, description="How many links to verify.")


class AuditFaultOut(Schema):
    """The first thing that does not fit."""

    number: int
    audit_entry_id: UUID | None
    reason: str


class AuditVerificationOut(Schema):
    """What a verification found."""

    checked: int = Field(description="How many links were recomputed.")
    head: AuditHeadOut = Field(description="The last link that verified.")
    fault: AuditFaultOut | None = Field(description="Null where everything verifies.")


class FailedReactionOut(Schema):
    """A consequence of an event that did not come about."""

    failed_reaction_id: UUID
    reaction: str
    event_id: UUID
    event: str = Field(description="The event's name.")
    error: str
    attempts: int
    next_attempt_at: datetime | None = Field(description="Null once it is parked.")
    created_at: datetime


class FailedReactionPageOut(PageOut):
    """Failed reactions, newest first."""

    items: list[FailedReactionOut]
