"""Marking what was read, on every device at once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from vendue.comms.events import NotificationOut, NotificationsRead, Notified
from vendue.comms.queries.notifications import entries, shown_to
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound
from vendue.platform.services import outbox


@dataclass(frozen=True, slots=True)
class AllReadUntil:
    """Entries made until then are read."""

    read_at: datetime


@transaction.atomic
def mark_read(*, actor: Actor, notification_id: UUID) -> NotificationOut:
    """Mark one entry of the caller's bell as read; again changes nothing. Raises ``NotFound``."""
    row = shown_to(actor.id).select_for_update(no_key=True).filter(id=notification_id).first()
    if row is None:
        raise NotFound
    if row.read_at is not None:
        return entries([row])[0]
    now = clock.database_now()
    row.read_at = now
    row.save(update_fields=["read_at"])
    entry = entries([row])[0]
    outbox.publish(Notified(occurred_at=now, account_id=actor.id, notification=entry))
    return entry


@transaction.atomic
def mark_all_read(*, actor: Actor) -> AllReadUntil:
    """Mark every entry as read that has been made until now."""
    now = clock.database_now()
    unread = shown_to(actor.id).filter(read_at=None, created_at__lte=now)
    if unread.update(read_at=now):
        outbox.publish(NotificationsRead(occurred_at=now, account_id=actor.id, read_at=now))
    return AllReadUntil(now)
