"""What staff read of the platform: pages of the audit trail and of failed reactions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from vendue.kernel.pages import Page, decode_cursor, page_of
from vendue.platform.models import (
    AuditEntry,
    AuditPersonal,
    AuditSeal,
    FailedReaction,
    OutboxEvent,
    SettingValue,
)


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which entries; what is ``None`` does not narrow."""

    actor_id: UUID | None = None
    subject: str | None = None
    action: str | None = None
    after: datetime | None = None
    before: datetime | None = None


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An entry with its personal values and its place in the chain, where there are any."""

    audit_entry_id: UUID
    at: datetime
    action: str
    subject: str
    actor_kind: str
    actor_id: UUID | None
    organisation_id: UUID | None
    session_id: UUID | None
    api_key_id: UUID | None
    request_id: str
    reason: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    personal: Mapping[str, Any] | None
    number: int | None
    hash: str | None


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed reaction with the event it failed on."""

    failed_reaction_id: UUID
    reaction: str
    event_id: UUID
    event: str
    error: str
    attempts: int
    next_attempt_at: datetime | None
    created_at: datetime


def audit_entries(wanted: AuditFilter, *, cursor: str | None, limit: int) -> Page[AuditLine]:
    """Entries, newest first."""
    entries = AuditEntry.objects.filter(**_conditions(wanted)).order_by("-at", "-id")
    if cursor is not None:
        at, last = decode_cursor(cursor, datetime.fromisoformat, UUID)
        entries = entries.filter(at__lte=at).filter(Q(at__lt=at) | Q(id__lt=last))
    page = page_of(list(entries[: limit + 1]), limit, lambda e: (e.at.isoformat(), str(e.id)))
    ids = [entry.id for entry in page.items]
    personal = AuditPersonal.objects.in_bulk(ids)
    seals = {seal.entry_id: seal for seal in AuditSeal.objects.filter(entry_id__in=ids)}
    return Page(
        [_line(entry, personal.get(entry.id), seals.get(entry.id)) for entry in page.items],
        page.next_cursor,
    )


def failed_reactions(*, cursor: str | None, limit: int) -> Page[Failure]:
    """Reactions that failed and were not made good, newest first."""
    reactions = FailedReaction.objects.order_by("-created_at", "-id")
    if cursor is not None:
        at, last = decode_cursor(cursor, datetime.fromisoformat, UUID)
        reactions = reactions.filter(created_at__lte=at).filter(
            Q(created_at__lt=at) | Q(id__lt=last)
        )
    page = page_of(
        list(reactions[: limit + 1]), limit, lambda r: (r.created_at.isoformat(), str(r.id))
    )
    events = OutboxEvent.objects.in_bulk([reaction.event_id for reaction in page.items])
    return Page(
        [failure_of(reaction, events[reaction.event_id]) for reaction in page.items],
        page.next_cursor,
    )


def setting_versions(name: str, *, cursor: str | None, limit: int) -> Page[SettingValue]:
    """Every value a setting was given, newest first."""
    versions = SettingValue.objects.filter(name=name).order_by("-version")
    if cursor is not None:
        (last,) = decode_cursor(cursor, int)
        versions = versions.filter(version__lt=last)
    return page_of(list(versions[: limit + 1]), limit, lambda v: (v.version,))


def _conditions(wanted: AuditFilter) -> dict[str, Any]:
    conditions = {
        "actor_id": wanted.actor_id,
        "subject": wanted.subject,
        "action": wanted.action,
        "at__gte": wanted.after,
        "at__lt": wanted.before,
    }
    return {name: value for name, value in conditions.items() if value is not None}


def failure_of(reaction: FailedReaction, event: OutboxEvent) -> Failure:
    """A failed reaction as staff see it."""
    return Failure(
        failed_reaction_id=reaction.id,
        reaction=reaction.reaction,
        event_id=event.event_id,
        event=event.name,
        error=reaction.error,
        attempts=reaction.attempts,
        next_attempt_at=reaction.next_attempt_at,
        created_at=reaction.created_at,
    )


def _line(entry: AuditEntry, personal: AuditPersonal | None, seal: AuditSeal | None) -> AuditLine:
    return AuditLine(
        audit_entry_id=entry.id,
        at=entry.at,
        action=entry.action,
        subject=entry.subject,
        actor_kind=entry.actor_kind,
        actor_id=entry.actor_id,
        organisation_id=entry.organisation_id,
        session_id=entry.session_id,
        api_key_id=entry.api_key_id,
        request_id=entry.request_id,
        reason=entry.reason,
        before=entry.before,
        after=entry.after,
        personal=personal.values if personal else None,
        number=seal.number if seal else None,
        hash=bytes(seal.hash).hex() if seal else None,
    )
