"""Ending sessions: by their owner, by a new password, by the second use of a refresh token."""

from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from vendue.identity.engine.access_tokens import Audience
from vendue.identity.events import SessionEnded
from vendue.identity.models import Session
from vendue.identity.services import authentication
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotAllowed, NotFound
from vendue.platform.services import audit, outbox

MAXIMUM_SESSIONS = 50
_KEPT_AFTER_END = timedelta(days=90)


class EndReason(StrEnum):
    """Why a session ended before its time."""

    SIGNED_OUT = "signed_out"
    SIGNED_OUT_EVERYWHERE = "signed_out_everywhere"
    ENDED_BY_OWNER = "ended_by_owner"
    TOKEN_REUSED = "token_reused"  # noqa: S105 - a reason, not a secret
    PASSWORD_RESET = "password_reset"  # noqa: S105 - a reason, not a secret
    DISMISSED = "dismissed"
    TOO_MANY = "too_many"


@transaction.atomic
def sign_out(*, actor: Actor) -> None:
    """End the session that asks. Raises ``NotAllowed`` for an API key, which has none."""
    if actor.session_id is None:
        raise NotAllowed("An API key is revoked, not signed out.")
    _end_one(actor, actor.session_id, EndReason.SIGNED_OUT)


@transaction.atomic
def sign_out_everywhere(*, actor: Actor) -> None:
    """End every session of the account, this one and staff sessions included."""
    ended = end_all(account_id=actor.id, reason=EndReason.SIGNED_OUT_EVERYWHERE)
    audit.record(
        actor, "session.sign_out_everywhere", f"account:{actor.id}", after={"ended": ended}
    )


@transaction.atomic
def end(*, actor: Actor, session_id: UUID) -> None:
    """End one of the caller's own sessions. Raises ``NotFound``."""
    if not _end_one(actor, session_id, EndReason.ENDED_BY_OWNER):
        raise NotFound


def end_all(*, account_id: UUID, reason: EndReason, audience: Audience | None = None) -> int:
    """End an account's live sessions; the caller audits why. Returns how many there were."""
    live = Session.objects.filter(account_id=account_id, ended_at=None)
    if audience is not None:
        live = live.filter(audience=audience)
    return len(_end(account_id, live, reason))


def end_surplus(account_id: UUID) -> None:
    """Keep the newest ``MAXIMUM_SESSIONS`` of an account only."""
    live = Session.objects.filter(account_id=account_id, ended_at=None).order_by("-created_at")
    surplus = list(live.values_list("id", flat=True)[MAXIMUM_SESSIONS:])
    if surplus:
        _end(account_id, Session.objects.filter(id__in=surplus), EndReason.TOO_MANY)


def end_stolen(actor: Actor, session: Session) -> None:
    """End a session of which somebody holds a copy; its row must be locked."""
    session.ended_at = clock.now()
    session.end_reason = EndReason.TOKEN_REUSED
    session.save(update_fields=["ended_at", "end_reason"])
    audit.record(
        actor,
        "session.end_after_reuse",
        f"session:{session.id}",
        reason="A refresh token was used a second time.",
        after={"account_id": session.account_id, "turn": session.counter},
    )
    _tell(session.account_id, [session.id])


def prune() -> int:
    """Remove sessions that expired 90 days ago. Returns how many."""
    removed, _ = Session.objects.filter(expires_at__lt=clock.now() - _KEPT_AFTER_END).delete()
    return removed


def _end_one(actor: Actor, session_id: UUID, reason: EndReason) -> bool:
    own = Session.objects.filter(id=session_id, account_id=actor.id, ended_at=None)
    ended = _end(actor.id, own, reason)
    if ended:
        audit.record(actor, "session.end", f"session:{session_id}", after={"reason": reason.value})
    return bool(ended)


def _end(account_id: UUID, sessions: QuerySet[Session], reason: EndReason) -> list[UUID]:
    """End sessions of an account that are live. Returns which."""
    locked = sessions.order_by("id").select_for_update(no_key=True)
    ids = list(locked.values_list("id", flat=True))
    Session.objects.filter(id__in=ids).update(ended_at=clock.now(), end_reason=reason)
    _tell(account_id, ids)
    return ids


def _tell(account_id: UUID, session_ids: Sequence[UUID]) -> None:
    """Have processes forget what they remember, and live connections end."""
    now = clock.now()
    outbox.publish_all(
        SessionEnded(occurred_at=now, account_id=account_id, session_id=session_id)
        for session_id in session_ids
    )
    transaction.on_commit(lambda: authentication.forget(account_id))
