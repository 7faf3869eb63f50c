"""Stored answers: the same key and the same request give the same answer, and one effect.

The row is written in the transaction of the effect. Nothing is kept for a refused credential, an
invalid request, a limit or an outage (401, 422, 429, 503): those may be corrected and sent again
with the same key. Rows live for 24 hours.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import orjson
from django.db import connection

from vendue.kernel import clock
from vendue.kernel.ids import new_id
from vendue.platform.errors import IdempotencyKeyReused, RequestInProgress
from vendue.platform.models import IdempotencyKey

KEPT_FOR = timedelta(hours=24)
#: Statuses that are never kept.
TRANSIENT_STATUSES = frozenset({401, 422, 429, 503})

# Bulk forms, for a writer that settles many requests in one transaction. A lock is re-entrant
# within its session, so the same pair twice in one batch must be told apart by the caller.

#: Parameter: ``pairs_document``. Rows: (principal, key, whether the lock is ours).
#: Locks are held until the transaction ends. Run it first, and FIND_SQL in a *later* statement:
#: the finding one must see what the holder before us committed.
LOCK_SQL = """
SELECT pair.principal, pair.key, pg_try_advisory_xact_lock(hashtextextended(
           pair.principal || chr(31) || pair.key, 20260401))
  FROM jsonb_to_recordset(%s::jsonb) AS pair (principal text, key text)
"""

#: Parameter: ``pairs_document``. Rows, for the pairs that are known:
#: (principal, key, operation, fingerprint, status, content_type, headers, body).
FIND_SQL = """
SELECT stored.principal, stored.key, stored.operation, stored.fingerprint, stored.status,
       stored.content_type, stored.headers, stored.body
  FROM jsonb_to_recordset(%s::jsonb) AS pair (principal text, key text)
  JOIN platform_idempotencykey AS stored
    ON stored.principal = pair.principal AND stored.key = pair.key
"""

#: Parameter: ``kept_document``.
KEEP_SQL = """
INSERT INTO platform_idempotencykey
       (id, principal, key, operation, fingerprint, status, content_type, headers, body, created_at)
SELECT answer.id, answer.principal, answer.key, answer.operation,
       decode(answer.fingerprint, 'hex'), answer.status, answer.content_type, answer.headers,
       convert_to(answer.body, 'UTF8'), clock_timestamp()
  FROM jsonb_to_recordset(%s::jsonb) AS answer
       (id uuid, principal text, key text, operation text, fingerprint text, status int,
        content_type text, headers jsonb, body text)
"""


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """An answer as it was sent the first time. ``headers`` are those worth repeating."""

    status: int
    content_type: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer with what it answers."""

    principal: str
    key: str
    operation: str
    fingerprint: bytes
    answer: StoredAnswer


# Documents, because they cost a fraction of what the driver takes to write the same as arrays.


def pairs_document(pairs: Iterable[tuple[str, str]]) -> str:
    """The parameter of ``LOCK_SQL`` and ``FIND_SQL``: principals and their keys."""
    return orjson.dumps([{"principal": p, "key": k} for p, k in pairs]).decode()


def kept_document(kept: Iterable[Kept]) -> str:
    """The parameter of ``KEEP_SQL``. Bodies are text in UTF-8, as every answer's is."""
    return orjson.dumps(
        [
            {
                "id": new_id(),
                "principal": one.principal,
                "key": one.key,
                "operation": one.operation,
                "fingerprint": one.fingerprint.hex(),
                "status": one.answer.status,
                "content_type": one.answer.content_type,
                "headers": dict(one.answer.headers),
                "body": one.answer.body.decode(),
            }
            for one in kept
        ]
    ).decode()


def begin(principal: str, key: str, operation: str, fingerprint: bytes) -> StoredAnswer | None:
    """Take the key for this transaction; the stored answer if the request was answered before.

    ``fingerprint`` is the SHA-256 of all that makes two requests the same: method, path and body.
    Raises ``RequestInProgress`` while another transaction holds the key and
    ``IdempotencyKeyReused`` if it stands for a different request.
    """
    with connection.cursor() as cursor:
        cursor.execute(LOCK_SQL, [pairs_document([(principal, key)])])
        ((_, _, is_ours),) = cursor.fetchall()
    if not is_ours:
        raise RequestInProgress
    # A statement of its own: the holder before us may have committed between the two.
    stored = IdempotencyKey.objects.filter(principal=principal, key=key).first()
    if stored is None:
        return None
    if (stored.operation, bytes(stored.fingerprint)) != (operation, fingerprint):
        raise IdempotencyKeyReused
    return StoredAnswer(
        status=stored.status,
        content_type=stored.content_type,
        headers=stored.headers,
        body=bytes(stored.body),
    )


def finish(
    principal: str, key: str, operation: str, fingerprint: bytes, answer: StoredAnswer
) -> None:
    """Keep the answer beside its effect, in the transaction that ``begin`` was called in."""
    assert answer.status not in TRANSIENT_STATUSES, f"a {answer.status} is never kept"
    IdempotencyKey.objects.create(
        principal=principal,
        key=key,
        operation=operation,
        fingerprint=fingerprint,
        status=answer.status,
        content_type=answer.content_type,
        headers=dict(answer.headers),
        body=answer.body,
    )


def prune() -> int:
    """Remove answers older than 24 hours, in statements of bounded length. Returns how many."""
    before = clock.now() - KEPT_FOR
    removed = 0
    with connection.cursor() as cursor:
        while True:
            cursor.execute(_PRUNE_SQL, [before, _PRUNED_AT_ONCE])
            removed += int(cursor.rowcount)
            if cursor.rowcount < _PRUNED_AT_ONCE:
                return removed


_PRUNED_AT_ONCE = 10_000
_PRUNE_SQL = """
DELETE FROM platform_idempotencykey WHERE id IN (
    SELECT id FROM platform_idempotencykey WHERE created_at < %s ORDER BY created_at LIMIT %s)
"""
