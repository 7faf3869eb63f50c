"""Memberships: which count, and somebody's own."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from vendue.identity.models import Membership
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound
from vendue.kernel.pages import Page, decode_cursor, page_of


@dataclass(frozen=True, slots=True)
class MyMembership:
    """One's place in an organisation, or the offer of one while ``accepted_at`` is ``None``."""

    organisation_id: UUID
    name: str
    role: str
    created_at: datetime
    accepted_at: datetime | None


def accepted() -> QuerySet[Membership]:
    """Memberships that both sides want: the only ones that give rights or take them."""
    return Membership.objects.filter(accepted_at__isnull=False)


def offered() -> QuerySet[Membership]:
    """Memberships that the account has not agreed to."""
    return Membership.objects.filter(accepted_at__isnull=True)


def memberships_of(actor: Actor, *, cursor: str | None, limit: int) -> Page[MyMembership]:
    """The caller's memberships and those offered, oldest first; an API key's own alone."""
    memberships = Membership.objects.filter(account_id=actor.id).order_by("id")
    if actor.api_key_id is not None:
        memberships = memberships.filter(organisation=actor.organisation_id)
    if cursor:
        memberships = memberships.filter(id__gt=decode_cursor(cursor, UUID)[0])
    rows = list(memberships.select_related("organisation")[: limit + 1])
    page = page_of(rows, limit, lambda row: (str(row.id),))
    return Page([_mine(row) for row in page.items], page.next_cursor)


def membership_of(account_id: UUID, organisation_id: UUID) -> MyMembership:
    """One of an account's memberships. Raises ``NotFound``."""
    found = Membership.objects.select_related("organisation").filter(
        account_id=account_id, organisation_id=organisation_id
    )
    row = found.first()
    if row is None:
        raise NotFound
    return _mine(row)


def _mine(row: Membership) -> MyMembership:
    return MyMembership(
        organisation_id=row.organisation_id,
        name=row.organisation.name,
        role=row.role,
        created_at=row.created_at,
        accepted_at=row.accepted_at,
    )
