"""From the outbox to those who listen: reactions, and subscribers through Valkey.

Several relays may run: each takes rows that no other holds. A row is marked in the transaction
that ran its reactions, so a reaction's rows and the mark commit together; after a crash the batch
is simply taken again. Subscribers may hear an event twice, and drop the second by its id; while
Valkey does not take it they do not hear it, and are told so afterwards.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import structlog
from django.db import connection, transaction
from prometheus_client import Counter, Gauge

from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound
from vendue.kernel.events import Event
from vendue.platform.errors import ReactionNotFailed
from vendue.platform.models import FailedReaction, OutboxEvent
from vendue.platform.queries import Failure, failure_of
from vendue.platform.services import audit, outbox, subscribers

BATCH = 200
#: After so many failures, half a day, a reaction is parked: from then on only staff try it again.
MAXIMUM_ATTEMPTS = 22
_LONGEST_WAIT_SECONDS = 3600
_ERROR_LENGTH = 4000

LAG = Gauge(
    "vendue_outbox_lag_seconds",
    "Age of the oldest event that was not relayed yet.",
    multiprocess_mode="mostrecent",
)
RELAYED = Counter("vendue_outbox_relayed", "Events relayed.")
FAILED = Counter("vendue_reactions_failed", "Reactions that raised.", ["reaction"])
PARKED = Counter("vendue_reactions_parked", "Reactions given up after many tries.", ["reaction"])

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Reaction:
    """One consequence, and the classes of event it follows from, by their names."""

    name: str
    events: Mapping[str, type[Event]]
    run: Callable[[Sequence[Event]], None]
    #: Whether it is given all its events of a batch at once, else each by itself.
    takes_many: bool


#: Every reaction, by the name of its event.
Reactions = Mapping[str, Sequence[Reaction]]


def relay_batch(reactions: Reactions) -> int:
    """Relay the next events that no other relay holds, oldest first. Returns how many."""
    # Only now: what was missed is in the database for who reads it again.
    subscribers.own_up()
    with transaction.atomic():
        rows = list(
            OutboxEvent.objects.select_for_update(skip_locked=True)
            .filter(published_at__isnull=True)
            .order_by("position")[:BATCH]
        )
        oldest = rows[0].occurred_at if rows else clock.now()
        LAG.set(max(0.0, (clock.now() - oldest).total_seconds()))
        if not rows:
            return 0
        _tell_subscribers(rows)
        _react(reactions, rows)
        OutboxEvent.objects.filter(position__in=[row.position for row in rows]).update(
            published_at=clock.now()
        )
    RELAYED.inc(len(rows))
    return len(rows)


def retry_due(reactions: Reactions) -> int:
    """Run failed reactions whose time has come. Returns how many were tried."""
    with transaction.atomic():
        due = list(
            FailedReaction.objects.select_for_update(skip_locked=True)
            .filter(next_attempt_at__lte=clock.now())
            .order_by("next_attempt_at")[:BATCH]
        )
        rows = OutboxEvent.objects.in_bulk([failure.event_id for failure in due])
        for failure in due:
            _try_again(reactions, failure, rows[failure.event_id])
    return len(due)


@transaction.atomic
def ask_for_retry(*, actor: Actor, failed_reaction_id: UUID) -> Failure:
    """Have the relay run a failed reaction now, parked or not.

    Raises ``NotFound``, or ``ReactionNotFailed`` while a relay is at it.
    """
    known = FailedReaction.objects.filter(id=failed_reaction_id)
    failure = known.select_for_update(skip_locked=True).first()
    if failure is None:
        raise ReactionNotFailed if known.exists() else NotFound
    failure.next_attempt_at = clock.now()
    failure.save(update_fields=["next_attempt_at"])
    audit.record(
        actor,
        "reaction.retry",
        f"failed_reaction:{failure.id}",
        after={"reaction": failure.reaction, "attempts": failure.attempts},
    )
    return failure_of(failure, OutboxEvent.objects.get(position=failure.event_id))


def _tell_subscribers(rows: Sequence[OutboxEvent]) -> None:
    told = [(row.channel, row.payload) for row in rows if row.channel]
    if told:
        subscribers.tell(told)


def _react(reactions: Reactions, rows: Sequence[OutboxEvent]) -> None:
    together: dict[int, list[OutboxEvent]] = defaultdict(list)
    for row in rows:
        for reaction in reactions.get(row.name, ()):
            together[id(reaction)].append(row)
    for row in rows:
        for reaction in reactions.get(row.name, ()):
            if not reaction.takes_many:
                _run(reaction, [row])
            elif row is together[id(reaction)][0]:
                _run(reaction, together[id(reaction)])


def _run(reaction: Reaction, rows: Sequence[OutboxEvent]) -> None:
    error = _failure_of(reaction, rows)
    if error is None:
        return
    FAILED.labels(reaction.name).inc(len(rows))
    log.error("reaction_failed", reaction=reaction.name, events=len(rows), error=error)
    FailedReaction.objects.bulk_create(
        [
            FailedReaction(
                event=row,
                reaction=reaction.name,
                error=error,
                next_attempt_at=clock.now() + _wait(1),
            )
            for row in rows
        ],
        # An event that is relayed anew by hand may have its failure still on record.
        ignore_conflicts=True,
    )


def _failure_of(reaction: Reaction, rows: Sequence[OutboxEvent]) -> str | None:
    try:
        with transaction.atomic():
            reaction.run([outbox.parse(reaction.events[row.name], row.payload) for row in rows])
    except Exception as failure:  # whatever it is, it must not stop the others
        if connection.needs_rollback or not connection.is_usable():
            raise
        return f"{type(failure).__name__}: {failure}"[:_ERROR_LENGTH]
    return None


def _try_again(reactions: Reactions, failure: FailedReaction, row: OutboxEvent) -> None:
    found = [r for r in reactions.get(row.name, ()) if r.name == failure.reaction]
    error = _failure_of(found[0], [row]) if found else "No such reaction in this version."
    if error is None:
        failure.delete()
        return
    failure.attempts += 1
    failure.error = error
    FAILED.labels(failure.reaction).inc()
    if failure.attempts >= MAXIMUM_ATTEMPTS:
        failure.next_attempt_at = None
        PARKED.labels(failure.reaction).inc()
        log.error("reaction_parked", reaction=failure.reaction, event_id=str(row.event_id))
    else:
        failure.next_attempt_at = clock.now() + _wait(failure.attempts)
    failure.save(update_fields=["attempts", "error", "next_attempt_at"])


def _wait(attempts: int) -> timedelta:
    return timedelta(seconds=min(2**attempts, _LONGEST_WAIT_SECONDS))
