"""Sessions: begun with a password, carried on by rotating refresh tokens.

Of two refreshes with the same token the first turns the family on; the second, within ten seconds
and from the same device, is given the same successor, because two tabs do that. Later it is a
copy in somebody else's hands, and the whole family ends.
"""

import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from vendue.identity.engine import access_tokens, credentials
from vendue.identity.engine.access_tokens import Audience, Claims
from vendue.identity.engine.credentials import Presented
from vendue.identity.engine.permissions import scopes_of
from vendue.identity.errors import EmailUnconfirmed, TokenReused, WrongCredentials
from vendue.identity.models import Account, Session, StaffMember
from vendue.identity.services import devices, endings, guessing, keys, letters, passwords
from vendue.kernel import clock
from vendue.kernel.actor import Actor, ActorKind
from vendue.kernel.errors import Unauthenticated
from vendue.platform.services import audit, limits
from vendue.platform.services.limits import LimitClass

#: How long the token before the current one still gives the same successor.
GRACE = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class _Terms:
    lifetime: timedelta
    idle: timedelta


_TERMS = {
    Audience.PUBLIC: _Terms(lifetime=timedelta(days=30), idle=timedelta(days=14)),
    Audience.STAFF: _Terms(lifetime=timedelta(hours=12), idle=timedelta(hours=1)),
}


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session and the tokens that carry it. Shown once, to whoever signed in."""

    session_id: UUID
    access_token: str
    access_expires_at: datetime
    refresh_token: str
    csrf_token: str
    expires_at: datetime


def sign_in(
    *, actor: Actor, email: str, password: str, audience: Audience, user_agent: str
) -> SignedIn:
    """Begin a session. The work is the same whether the address has an account or not.

    Raises ``WrongCredentials``; ``EmailUnconfirmed`` only after the right password;
    ``RateLimited``. Must not run inside a transaction: a failed attempt is audited.
    """
    limits.spend(LimitClass.SIGN_IN, letters.network_key(actor))
    address = letters.normalised_email(email)
    account = Account.objects.filter(email=address).first()
    guessing.require_turn(actor, address, account, user_agent)
    is_right = passwords.matches(account.password_hash if account else "", password)
    if account is None or not is_right or not _may_enter(account, audience):
        guessing.note_failure(address)
        subject = account.id if account else "unknown"
        audit.record(
            actor, "session.refuse", f"account:{subject}", personal={"email": email.strip()}
        )
        raise WrongCredentials
    if account.email_confirmed_at is None:
        raise EmailUnconfirmed
    return _begin(actor, account, audience, user_agent, password)


def refresh(*, actor: Actor, token: str, audience: Audience, user_agent: str) -> SignedIn:
    """Exchange a refresh token for its successor and a new access token.

    Raises ``Unauthenticated``, or ``TokenReused`` when the token had been exchanged before: the
    session then has ended. Must not run inside a transaction, which the refusal would roll back.
    """
    presented = credentials.read_refresh_token(token)
    if presented is None:
        raise Unauthenticated
    fingerprint = devices.fingerprint(actor, user_agent)
    signed_in = _turn(actor, presented, audience, fingerprint)
    if signed_in is None:
        raise TokenReused
    return signed_in


def is_csrf_token(refresh_token: str, given: str) -> bool:
    """Whether ``given`` belongs to the session that a refresh token claims to carry on."""
    claimed = credentials.read_refresh_token(refresh_token)
    if claimed is None:
        return False
    expected = credentials.csrf_token(keys.secret(), claimed.id)
    return hmac.compare_digest(expected.encode(), given.encode("utf-8", "replace"))


def _may_enter(account: Account, audience: Audience) -> bool:
    if not account.is_active:
        return False
    return audience is Audience.PUBLIC or _permissions(account) is not None


def _permissions(account: Account) -> frozenset[str] | None:
    """What a member of staff may do; ``None`` for everybody else."""
    member = StaffMember.objects.filter(account=account, is_active=True).first()
    return None if member is None else frozenset(member.permissions)


@transaction.atomic
def _begin(
    actor: Actor, account: Account, audience: Audience, user_agent: str, password: str
) -> SignedIn:
    account = _unchanged(account, audience, password)
    if passwords.is_outdated(account.password_hash):
        account.password_hash = passwords.keep(password)
        account.save(update_fields=["password_hash"])
    now = clock.now()
    session = Session.objects.create(
        account=account,
        audience=audience,
        device_id=devices.seen(actor, account.id, user_agent),
        seed=secrets.token_bytes(credentials.SEED_BYTES),
        ip=actor.origin.ip or None,
        created_at=now,
        rotated_at=now,
        expires_at=now + _TERMS[audience].lifetime,
    )
    holder = replace(actor, kind=ActorKind.ACCOUNT, account_id=account.id, session_id=session.id)
    audit.record(
        holder, "session.sign_in", f"session:{session.id}", after={"audience": audience.value}
    )
    endings.end_surplus(account.id)
    return _signed_in(session, account, at=now)


def _unchanged(account: Account, audience: Audience, password: str) -> Account:
    """The account, locked. Raises ``WrongCredentials`` if it may not be entered any more."""
    locked = Account.objects.select_for_update(no_key=True).get(id=account.id)
    # Compared again only where it was replaced in between: a session begun with the old password
    # would outlive the reset that ended all the others.
    is_right = locked.password_hash == account.password_hash or passwords.matches(
        locked.password_hash, password
    )
    if not is_right or not _may_enter(locked, audience):
        raise WrongCredentials
    return locked


@transaction.atomic
def _turn(
    actor: Actor, presented: Presented, audience: Audience, fingerprint: bytes
) -> SignedIn | None:
    """Turn the family on by one. ``None`` where the token was a copy and the family has ended."""
    session = Session.objects.select_for_update().filter(id=presented.id, audience=audience).first()
    if session is None or not credentials.is_refresh_token(
        keys.secret(), presented, seed=bytes(session.seed)
    ):
        raise Unauthenticated
    # Asked after the lock: of two refreshes the one that waited is as late as its turn.
    now = clock.database_now()
    account = Account.objects.get(id=session.account_id)
    idle_until = session.rotated_at + _TERMS[audience].idle
    if session.ended_at or now >= min(session.expires_at, idle_until):
        raise Unauthenticated("The session has ended.")
    if not _may_enter(account, audience):
        raise Unauthenticated
    if presented.counter == session.counter:
        session.counter += 1
        session.rotated_at = now
        session.ip = actor.origin.ip or None
        session.save(update_fields=["counter", "rotated_at", "ip"])
    elif not _is_same_race(session, presented, fingerprint, at=now):
        endings.end_stolen(actor, session)
        return None
    return _signed_in(session, account, at=now)


def _is_same_race(
    session: Session, presented: Presented, fingerprint: bytes, *, at: datetime
) -> bool:
    return (
        presented.counter == session.counter - 1
        and at - session.rotated_at <= GRACE
        and devices.is_same(session.device_id, fingerprint)
    )


def _signed_in(session: Session, account: Account, *, at: datetime) -> SignedIn:
    audience = Audience(session.audience)
    scopes = scopes_of(account.roles) if audience is Audience.PUBLIC else _permissions(account)
    expires_at = min(session.expires_at, at + access_tokens.LIFETIME)
    claims = Claims(account.id, session.id, audience, scopes or frozenset(), expires_at)
    return SignedIn(
        session_id=session.id,
        access_token=access_tokens.issue(claims, keys.signing_key(), at=at),
        access_expires_at=expires_at,
        refresh_token=credentials.refresh_token(
            keys.secret(), seed=bytes(session.seed), session_id=session.id, counter=session.counter
        ),
        csrf_token=credentials.csrf_token(keys.secret(), session.id),
        expires_at=session.expires_at,
    )
