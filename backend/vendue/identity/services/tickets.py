"""Tickets for the realtime process: a credential for one connection, in place of the lasting one.

A browser cannot send headers with a WebSocket, and an address ends up in logs: so a ticket is
short-lived, good once, and says nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import orjson

from vendue.identity.queries.credentials import live_holders
from vendue.kernel import clock
from vendue.kernel.actor import Actor, ActorKind
from vendue.kernel.errors import Unauthenticated
from vendue.platform.services import one_time

SECONDS = 60
_PURPOSE = "ticket"
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Ticket:
    """What the caller connects with."""

    value: str
    expires_at: datetime


def issue(*, actor: Actor) -> Ticket:
    """A ticket for the caller, a guest too. Raises ``Unavailable`` while Valkey is down."""
    expires_at = clock.now() + timedelta(seconds=SECONDS)
    holder = {
        "kind": actor.kind,
        "account_id": actor.account_id,
        "session_id": actor.session_id,
        "api_key_id": actor.api_key_id,
        "scopes": sorted(actor.scopes),
    }
    return Ticket(one_time.put(_PURPOSE, orjson.dumps(holder), seconds=SECONDS), expires_at)


def redeem(value: str) -> Actor:
    """Who a ticket was issued to, with what the credential may do; it is used up.

    Raises ``Unauthenticated`` for a ticket that is not good, or whose session has ended since, and
    ``Unavailable``.
    """
    kept = one_time.take(_PURPOSE, value) if len(value) <= _LONGEST else None
    if kept is None:
        raise Unauthenticated("This ticket is not valid any more.")
    holder = orjson.loads(kept)
    actor = Actor(
        kind=ActorKind(holder["kind"]),
        account_id=_id(holder["account_id"]),
        session_id=_id(holder["session_id"]),
        api_key_id=_id(holder["api_key_id"]),
        scopes=frozenset(holder["scopes"]),
    )
    if ended([actor]):
        raise Unauthenticated("The session has ended or the key was revoked.")
    return actor


def ended(actors: Iterable[Actor]) -> set[UUID]:
    """The sessions and keys among those of these callers that count no more. One query."""
    held = [actor for actor in actors if holder_of(actor) is not None]
    if not held:
        return set()
    sessions = {actor.session_id for actor in held if actor.session_id is not None}
    api_keys = {actor.api_key_id for actor in held if actor.api_key_id is not None}
    return (sessions | api_keys) - live_holders(sessions=sessions, api_keys=api_keys)


def holder_of(actor: Actor) -> UUID | None:
    """The session or the key by which a caller is known; a guest has none."""
    return actor.session_id or actor.api_key_id


def _id(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)
