"""From a bearer token to an ``Actor``: the first thing every request asks.

A credential that was checked is kept in the process for a few seconds, so that the bid path pays
for neither a signature nor a query. Whoever finds their credential too old asks the database about
*all* that are: one query every few seconds for the whole process, however many callers it has.
"""

from dataclasses import dataclass, replace
from threading import Lock
from time import monotonic
from uuid import UUID

from vendue.identity.engine import access_tokens, credentials
from vendue.identity.engine.access_tokens import Audience
from vendue.identity.queries.credentials import Credential, live_credentials
from vendue.identity.services import keys
from vendue.kernel import clock
from vendue.kernel.actor import Actor, ActorKind, Origin
from vendue.kernel.errors import TokenExpired, Unauthenticated

#: A session that ended, a key that was revoked, an account that was closed: seen within this time.
FRESH_SECONDS = 4.0
MAXIMUM_KEPT = 20_000
_BATCH = 2_000
_KINDS = {Audience.PUBLIC: ActorKind.ACCOUNT, Audience.STAFF: ActorKind.STAFF}


@dataclass(slots=True)
class _Kept:
    """A credential that was good when it was last checked."""

    #: The bytes of the session's id, or the key's digest: what the database knows it by.
    reference: bytes
    actor: Actor
    #: The scopes an access token names; an API key's are only in its row.
    claimed: frozenset[str] | None
    expires_at: float
    checked_at: float
    #: Whether anybody came with it since then.
    is_used: bool = False


_kept: dict[bytes, _Kept] = {}
_lock = Lock()


def authenticate(token: str, origin: Origin | None = None) -> Actor:
    """Who holds this access token or API key. Staff sessions give an actor of kind ``staff``.

    Raises ``TokenExpired`` for an access token past its time, ``Unauthenticated`` for anything
    else that is not a live credential.
    """
    digest = credentials.digest(token)
    kept = _kept.get(digest)
    if kept is None:
        kept = _admit(token, digest)
    elif kept.checked_at < monotonic() - FRESH_SECONDS:
        _check_again(digest, kept)
    kept.is_used = True
    if clock.now().timestamp() >= kept.expires_at:
        _drop([digest])
        raise Unauthenticated if kept.claimed is None else TokenExpired
    return kept.actor if origin is None else replace(kept.actor, origin=origin)


def forget(account_id: UUID) -> None:
    """Check this account's credentials afresh. Other processes find out in ``FRESH_SECONDS``."""
    with _lock:
        for digest in [d for d, kept in _kept.items() if kept.actor.account_id == account_id]:
            del _kept[digest]


def _admit(token: str, digest: bytes) -> _Kept:
    checked_at = monotonic()
    kept = _key(digest, checked_at) if _is_api_key(token) else _session(token, checked_at)
    with _lock:
        while len(_kept) >= MAXIMUM_KEPT:
            del _kept[next(iter(_kept))]
        _kept[digest] = kept
    return kept


def _is_api_key(token: str) -> bool:
    return token.startswith(credentials.API_KEY_PREFIX)


def _key(digest: bytes, checked_at: float) -> _Kept:
    credential = live_credentials(digests=[digest]).get(digest)
    if credential is None:
        raise Unauthenticated
    expires_at = credential.expires_at.timestamp()
    return _Kept(digest, _actor(credential, None), None, expires_at, checked_at)


def _session(token: str, checked_at: float) -> _Kept:
    claims = access_tokens.read(token, keys.signing_key(), at=clock.now())
    reference = claims.session_id.bytes
    credential = live_credentials(sessions=[claims.session_id]).get(reference)
    if credential is None or (credential.account_id, credential.audience) != (
        claims.account_id,
        claims.audience,
    ):
        raise Unauthenticated
    expires_at = claims.expires_at.timestamp()
    actor = _actor(credential, claims.scopes)
    return _Kept(reference, actor, claims.scopes, expires_at, checked_at)


def _actor(credential: Credential, claimed: frozenset[str] | None) -> Actor:
    return Actor(
        kind=_KINDS[credential.audience],
        account_id=credential.account_id,
        scopes=credential.scopes if claimed is None else credential.scopes & claimed,
        organisation_id=credential.organisation_id,
        session_id=credential.session_id,
        api_key_id=credential.api_key_id,
    )


def _check_again(digest: bytes, asked: _Kept) -> None:
    """Ask the database about every credential that is due. Raises where the asked one is gone."""
    due = _take_due(digest, asked)
    if not due:
        return  # another thread is asking at this moment
    try:
        live = live_credentials(
            sessions=[
                UUID(bytes=kept.reference) for kept in due.values() if kept.claimed is not None
            ],
            digests=[kept.reference for kept in due.values() if kept.claimed is None],
        )
    except BaseException:
        # Not known is not good: whoever comes next is checked from the start.
        _drop(due)
        raise
    gone = [known for known, kept in due.items() if kept.reference not in live]
    for kept in due.values():
        if kept.reference in live:
            kept.actor = _actor(live[kept.reference], kept.claimed)
    _drop(gone)
    if digest in gone:
        raise Unauthenticated("The session has ended or the key was revoked.")


def _take_due(digest: bytes, asked: _Kept) -> dict[bytes, _Kept]:
    now = monotonic()
    with _lock:
        if asked.checked_at >= now - FRESH_SECONDS:
            return {}
        # What is half as old goes along, so that many callers do not each come back on their own.
        # Those that nobody came with since are left: they are checked when they come.
        newest = now - FRESH_SECONDS / 2
        due = {digest: asked}
        for known, kept in _kept.items():
            if len(due) >= _BATCH:
                break
            if kept.is_used and kept.checked_at < newest:
                due[known] = kept
        # From now on the others go on with what they have, for as long as the query takes.
        for kept in due.values():
            kept.checked_at = now
            kept.is_used = False
    return due


def _drop(digests: dict[bytes, _Kept] | list[bytes]) -> None:
    with _lock:
        for digest in digests:
            _kept.pop(digest, None)
