"""What a credential is worth at this moment: the one question authentication asks the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from vendue.identity.engine.access_tokens import Audience
from vendue.identity.engine.permissions import key_scopes_of, scopes_of
from vendue.kernel import clock

#: How exact the last use of an API key is.
LAST_USE_STEP = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Credential:
    """A live session or a live API key, and the most it allows now."""

    account_id: UUID
    organisation_id: UUID | None
    session_id: UUID | None
    api_key_id: UUID | None
    audience: Audience
    scopes: frozenset[str]
    expires_at: datetime


# A key whose creator has left its organisation does not count.
_KEYS = """
  FROM identity_apikey AS key
  JOIN identity_account AS account ON account.id = key.account_id AND account.is_active
  LEFT JOIN identity_membership AS member
    ON member.organisation_id = key.organisation_id AND member.account_id = key.account_id
   AND member.accepted_at IS NOT NULL
 WHERE key.revoked_at IS NULL AND (key.organisation_id IS NULL OR member.id IS NOT NULL)
"""
_SQL = f"""
SELECT uuid_send(session.id), session.account_id, NULL::uuid, session.id, NULL::uuid,
       session.audience, account.roles, NULL, staff.permissions, session.expires_at, NULL
  FROM identity_session AS session
  JOIN identity_account AS account ON account.id = session.account_id AND account.is_active
  LEFT JOIN identity_staffmember AS staff
    ON staff.account_id = account.id AND staff.is_active
 WHERE session.id = ANY(%s) AND session.ended_at IS NULL
   AND (session.audience = 'public' OR staff.account_id IS NOT NULL)
 UNION ALL
SELECT key.digest, key.account_id, key.organisation_id, NULL, key.id,
       'public', account.roles, member.role, key.scopes, key.expires_at, key.last_used_at
{_KEYS} AND key.digest = ANY(%s)
"""  # noqa: S608 - a part of ours
_HOLDERS_SQL = f"""
SELECT session.id
  FROM identity_session AS session
  JOIN identity_account AS account ON account.id = session.account_id AND account.is_active
 WHERE session.id = ANY(%s) AND session.ended_at IS NULL
   AND session.expires_at > clock_timestamp()
 UNION ALL
SELECT key.id {_KEYS} AND key.id = ANY(%s) AND key.expires_at > clock_timestamp()
"""  # noqa: S608 - a part of ours


def live_credentials(
    *, sessions: Iterable[UUID] = (), digests: Iterable[bytes] = ()
) -> dict[bytes, Credential]:
    """Those that still count, by the bytes of the session's id or by the key's digest.

    One query. A key whose creator left the organisation, or a staff session whose holder was
    dismissed, is not among them. Notes the use of keys now and then, in a statement of its own.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [list(sessions), list(digests)])
        rows = cursor.fetchall()
    _note_use([row[4] for row in rows if row[4] is not None and _is_long_ago(row[10])])
    return {bytes(row[0]): _credential(row) for row in rows}


def live_holders(*, sessions: Iterable[UUID], api_keys: Iterable[UUID]) -> set[UUID]:
    """Which of these sessions and keys still count, as ``live_credentials`` judges them."""
    with connection.cursor() as cursor:
        cursor.execute(_HOLDERS_SQL, [list(sessions), list(api_keys)])
        return {row[0] for row in cursor.fetchall()}


def _credential(row: tuple) -> Credential:  # type: ignore[type-arg]  # as the driver gives it
    _, account_id, organisation_id, session_id, api_key_id, audience, roles, member_role, held = (
        row[:9]
    )
    if audience == Audience.STAFF:
        scopes = frozenset(held)
    elif api_key_id is None:
        scopes = scopes_of(roles)
    else:
        scopes = frozenset(held) & scopes_of(roles)
        if member_role is not None:
            scopes &= key_scopes_of(member_role)
    return Credential(
        account_id, organisation_id, session_id, api_key_id, Audience(audience), scopes, row[9]
    )


def _is_long_ago(at: datetime | None) -> bool:
    return at is None or clock.now() - at > LAST_USE_STEP


def _note_use(api_key_ids: list[UUID]) -> None:
    if not api_key_ids:
        return
    # A busy row is skipped: the next check is seconds away, and nobody waits for a statistic.
    with connection.cursor() as cursor:
        cursor.execute(
            """
            UPDATE identity_apikey SET last_used_at = clock_timestamp()
             WHERE id IN (SELECT id FROM identity_apikey WHERE id = ANY(%s)
                             FOR NO KEY UPDATE SKIP LOCKED)
            """,
            [api_key_ids],
        )
