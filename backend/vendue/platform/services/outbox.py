"""Publishing an event: a row beside the change it reports, so both commit or neither does."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

import orjson
from django.db import connection

from vendue.kernel import clock
from vendue.kernel.events import Event
from vendue.platform.models import OutboxEvent
from vendue.platform.services import settings

#: Columns of ``rows``, in its order.
COLUMNS = ("event_id", "name", "channel", "payload", "occurred_at")
#: Writes many events at once, for whoever has a connection of its own. Parameter: ``document``.
INSERT_SQL = """
INSERT INTO platform_outboxevent (event_id, name, channel, payload, occurred_at)
SELECT * FROM jsonb_to_recordset(%s::jsonb) AS event
       (event_id uuid, name text, channel text, payload text, occurred_at timestamptz)
"""

E = TypeVar("E", bound=Event)
Row = tuple[UUID, str, str, str, datetime]


def publish(event: Event) -> None:
    """Write the event. Call it inside the transaction of the change."""
    OutboxEvent.objects.create(**dict(zip(COLUMNS, _row(event), strict=True)))


def publish_all(events: Iterable[Event]) -> None:
    """Write several events in one statement; they are relayed in the order given."""
    with connection.cursor() as cursor:
        cursor.execute(INSERT_SQL, [document(events)])


def document(events: Iterable[Event]) -> str:
    """What ``INSERT_SQL`` takes: the events' rows as one JSON text. Touches no database."""
    named = [dict(zip(COLUMNS, row, strict=True)) for row in rows(events)]
    return orjson.dumps(named).decode()


def rows(events: Iterable[Event]) -> list[Row]:
    """The values of ``COLUMNS`` for each event, in order. Touches no database."""
    return [_row(event) for event in events]


def frame(event: Event) -> str:
    """The text that subscribers are sent: the event's fields, led by its ``type``."""
    return _opening(event) + event.model_dump_json()[1:]


def parse(event: type[E], payload: str) -> E:
    """The event that a row of its class stands for; what only a later version knows is left out."""
    # Two versions run side by side while one replaces the other.
    return event.model_validate_json("{" + payload.removeprefix(_opening(event)), extra="ignore")


def prune() -> int:
    """Remove events delivered longer ago than the setting says. Returns how many.

    One whose reaction still fails stays. Goes from the oldest on, a stretch at a time, so that no
    statement runs long and what is young is not looked at.
    """
    before = clock.now() - timedelta(days=settings.value(settings.Setting.OUTBOX_KEPT_DAYS))
    first, removed = 0, 0
    while stretch := _stretch_from(first):
        following = stretch[-1][0] + 1
        with connection.cursor() as cursor:
            cursor.execute(_PRUNE_SQL, [first, following, before])
            removed += cursor.rowcount
        first = following
        if stretch[-1][1] >= before:
            break
    return removed


_PRUNED_AT_ONCE = 10_000
_PRUNE_SQL = """
DELETE FROM platform_outboxevent AS event
 WHERE event.position >= %s AND event.position < %s AND event.published_at < %s
   AND NOT EXISTS (SELECT 1 FROM platform_failedreaction AS failed
                    WHERE failed.event_id = event.position)
"""


def _stretch_from(first: int) -> list[tuple[int, datetime]]:
    """The next events by position, with when each happened."""
    events = OutboxEvent.objects.filter(position__gte=first).order_by("position")
    return list(events.values_list("position", "occurred_at")[:_PRUNED_AT_ONCE])


def _opening(event: Event | type[Event]) -> str:
    return f'{{"type":"{event.name}",'


def _row(event: Event) -> Row:
    return (event.id, event.name, event.address(), frame(event), event.occurred_at)
