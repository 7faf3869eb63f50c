"""Who acts for whom: what the modules above ask about bidders and sellers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from vendue.identity.engine.permissions import LISTING_ROLES
from vendue.identity.models import Organisation
from vendue.identity.queries import memberships
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a sale: a person, or an organisation through one of its members."""

    account_id: UUID
    organisation_id: UUID | None
    #: Whether the party sells as a trader; a person never does.
    is_trader: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What a decision about an account's bid needs to know of the account itself."""

    is_confirmed: bool
    organisation_ids: frozenset[UUID]


#: Parameter: account ids uuid[]. Rows: (account id, whether its address is confirmed, the
#: organisations it belongs to uuid[]), for the accounts that are active. For whoever decides in a
#: transaction of its own; ``standing_of_rows`` reads the rows.
STANDING_SQL = """
SELECT account.id, account.email_confirmed_at IS NOT NULL,
       ARRAY(SELECT member.organisation_id FROM identity_membership AS member
              WHERE member.account_id = account.id AND member.accepted_at IS NOT NULL)
  FROM identity_account AS account
 WHERE account.id = ANY(%s::uuid[]) AND account.is_active
"""


def standing_of_rows(rows: Iterable[Sequence[Any]]) -> dict[UUID, Standing]:
    """The rows of ``STANDING_SQL`` by account; one that is not active is missing."""
    return {
        account_id: Standing(is_confirmed, frozenset(organisation_ids))
        for account_id, is_confirmed, organisation_ids in rows
    }


def standing_of(account_ids: Iterable[UUID]) -> Mapping[UUID, Standing]:
    """What is known of these accounts now, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING_SQL, [list(account_ids)])
        return standing_of_rows(cursor.fetchall())


def party_of(actor: Actor, organisation_id: UUID | None = None) -> Party:
    """For whom the actor offers lots: themselves, their key's organisation, or the one named.

    Raises ``NotFound`` for an organisation that the actor may not offer lots for, whether it
    exists or not.
    """
    chosen = organisation_id or actor.organisation_id
    if chosen is None:
        return Party(actor.id, None, is_trader=False)
    is_foreign = actor.organisation_id not in {None, chosen}
    membership = (
        memberships.accepted()
        .select_related("organisation")
        .filter(account_id=actor.id, organisation_id=chosen, role__in=LISTING_ROLES)
        .first()
    )
    if is_foreign or membership is None:
        raise NotFound
    organisation: Organisation = membership.organisation
    return Party(actor.id, organisation.id, is_trader=organisation.is_trader)


def is_trader(organisation_id: UUID) -> bool:
    """Whether an organisation sells in the course of a trade, as it says of itself now."""
    return Organisation.objects.filter(id=organisation_id, is_trader=True).exists()


def organisations_of(account_id: UUID) -> frozenset[UUID]:
    """The organisations an account belongs to, in whatever role."""
    theirs = memberships.accepted().filter(account_id=account_id)
    return frozenset(theirs.values_list("organisation_id", flat=True))
