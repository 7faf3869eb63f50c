"""API keys: made by a manager for the organisation, shown once, revoked at once."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from vendue.identity.engine import credentials
from vendue.identity.engine.permissions import Scope, key_scopes_of
from vendue.identity.errors import TooManyKeys
from vendue.identity.models import ApiKey
from vendue.identity.queries import organisations as reading
from vendue.identity.services import authentication, organisations
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound, invalid_field
from vendue.platform.services import audit

MAXIMUM_LIVE_KEYS = 100
MAXIMUM_DAYS = 366


@dataclass(frozen=True, slots=True)
class CreatedKey:
    """A key and its row. The key itself cannot be shown again."""

    key: str
    row: ApiKey


@transaction.atomic
def create(
    *, actor: Actor, organisation_id: UUID, name: str, scopes: frozenset[Scope], days: int
) -> CreatedKey:
    """Make a key for ``days`` days. Its scopes are chosen, bidding included: none is implied.

    Raises ``NotFound``, ``NotAllowed``, ``TooManyKeys``, or ``InvalidRequest`` for scopes beyond
    the caller's own rights.
    """
    organisations.locked_for_managing(actor, organisation_id)
    role = reading.require_member(actor, organisation_id)
    beyond = scopes - (key_scopes_of(role) & actor.scopes)
    if beyond:
        raise invalid_field(
            "/scopes", "beyond_your_rights", f"A key of yours cannot hold {min(beyond)}."
        )
    now = clock.now()
    live = ApiKey.objects.filter(
        organisation_id=organisation_id, revoked_at=None, expires_at__gt=now
    )
    if live.count() >= MAXIMUM_LIVE_KEYS:
        raise TooManyKeys
    key = credentials.new_api_key()
    row = ApiKey.objects.create(
        account_id=actor.id,
        organisation_id=organisation_id,
        name=name,
        prefix=key[: credentials.SHOWN_CHARACTERS],
        digest=credentials.digest(key),
        scopes=sorted(scope.value for scope in scopes),
        expires_at=now + timedelta(days=days),
        created_at=now,
    )
    audit.record(
        actor,
        "api_key.create",
        f"api_key:{row.id}",
        after={
            "organisation_id": organisation_id,
            "scopes": row.scopes,
            "expires_at": row.expires_at,
        },
    )
    return CreatedKey(key, row)


@transaction.atomic
def revoke(*, actor: Actor, organisation_id: UUID, api_key_id: UUID) -> None:
    """End a key; it stops working within seconds. Raises ``NotFound`` or ``NotAllowed``."""
    organisations.locked_for_managing(actor, organisation_id)
    row = ApiKey.objects.filter(id=api_key_id, organisation_id=organisation_id).first()
    if row is None:
        raise NotFound
    if row.revoked_at is not None:
        return
    row.revoked_at = clock.now()
    row.save(update_fields=["revoked_at"])
    audit.record(
        actor,
        "api_key.revoke",
        f"api_key:{row.id}",
        after={"organisation_id": organisation_id},
    )
    account_id = row.account_id
    transaction.on_commit(lambda: authentication.forget(account_id))
