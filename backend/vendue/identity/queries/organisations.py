"""Reading organisations: for their members only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vendue.identity.models import ApiKey, Membership, Organisation, Profile
from vendue.identity.queries import memberships
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound
from vendue.kernel.pages import Page, decode_cursor, page_of


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who belongs to an organisation, or is asked to."""

    account_id: UUID
    display_name: str
    role: str
    created_at: datetime
    accepted_at: datetime | None
    version: int


def require_member(actor: Actor, organisation_id: UUID) -> str:
    """The caller's role in an organisation.

    Raises ``NotFound`` for one that the caller does not belong to, as for one that does not
    exist; an API key belongs to its own organisation only.
    """
    membership = (
        memberships.accepted().filter(organisation_id=organisation_id, account_id=actor.id).first()
    )
    if membership is None or (
        actor.api_key_id is not None and actor.organisation_id != organisation_id
    ):
        raise NotFound
    return membership.role


def organisation_for(actor: Actor, organisation_id: UUID) -> Organisation:
    """An organisation of the caller's. Raises ``NotFound``."""
    require_member(actor, organisation_id)
    return Organisation.objects.get(id=organisation_id)


def member(organisation_id: UUID, account_id: UUID) -> Member:
    """One member. Raises ``NotFound``."""
    membership = Membership.objects.filter(
        organisation_id=organisation_id, account_id=account_id
    ).first()
    if membership is None:
        raise NotFound
    return _members([membership])[0]


def members_of(
    actor: Actor, organisation_id: UUID, *, cursor: str | None, limit: int
) -> Page[Member]:
    """The members of an organisation of the caller's and who is asked, longest standing first."""
    require_member(actor, organisation_id)
    found = Membership.objects.filter(organisation_id=organisation_id).order_by("id")
    if cursor:
        found = found.filter(id__gt=decode_cursor(cursor, UUID)[0])
    page = page_of(list(found[: limit + 1]), limit, lambda row: (str(row.id),))
    return Page(_members(page.items), page.next_cursor)


def api_keys_of(
    actor: Actor, organisation_id: UUID, *, cursor: str | None, limit: int
) -> Page[ApiKey]:
    """The keys of an organisation of the caller's, newest first, revoked ones included."""
    require_member(actor, organisation_id)
    api_keys = ApiKey.objects.filter(organisation_id=organisation_id).order_by("-id")
    if cursor:
        api_keys = api_keys.filter(id__lt=decode_cursor(cursor, UUID)[0])
    return page_of(list(api_keys[: limit + 1]), limit, lambda row: (str(row.id),))


def _members(rows: Sequence[Membership]) -> list[Member]:
    profiles = Profile.objects.in_bulk([row.account_id for row in rows])
    return [
        Member(
            account_id=row.account_id,
            display_name=profiles[row.account_id].display_name,
            role=row.role,
            created_at=row.created_at,
            accepted_at=row.accepted_at,
            version=row.version,
        )
        for row in rows
    ]
