"""Faults put in on purpose, and the check that must catch each: a checker that cannot fail is
worthless. Twenty plays without a fault raise nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
import pytest
from django.db import connection

from tests.faults import plays
from tests.record import Record
from vendue.auctions.engine import bidding as bids
from vendue.auctions.engine import pricing
from vendue.auctions.errors import LotClosed
from vendue.auctions.queries import lots as queries
from vendue.auctions.services import locking, recording, settling, telling
from vendue.auctions.services.verification import checking
from vendue.auctions.services.verification.findings import Invariant
from vendue.platform.gateways import valkey
from vendue.platform.services import idempotency, outbox

pytestmark = pytest.mark.django_db(transaction=True)

Patch = pytest.MonkeyPatch


def no_row_lock(patch: Patch) -> None:
    patch.setattr(locking, "LOCK", locking.LOCK.replace("FOR NO KEY UPDATE", ""))


def an_application_clock(patch: Patch) -> None:
    """Not the database's: here it is two seconds ahead."""
    at = datetime.now(UTC) + timedelta(seconds=2)
    patch.setattr(locking, "CLOCK", f"SELECT '{at.isoformat()}'::timestamptz")


def a_clock_read_in_the_locking_statement(patch: Patch) -> None:
    early = (
        "WITH early AS MATERIALIZED (SELECT set_config('test.at', clock_timestamp()::text, true))"
    )
    lock = locking.LOCK.replace("FROM auctions_lotstate", "FROM early, auctions_lotstate")
    patch.setattr(
        locking,
        "LOCK",
        early + lock.replace("FOR NO KEY UPDATE", "FOR NO KEY UPDATE OF auctions_lotstate"),
    )
    patch.setattr(locking, "CLOCK", "SELECT current_setting('test.at')::timestamptz")


def publish_before_commit(patch: Patch) -> None:
    write = recording.Changes.write

    def tell_then_write(changes: recording.Changes, execute: recording.Execute) -> None:
        for _, _, channel, payload, _ in outbox.rows(changes.events):
            valkey.client().publish("vendue:" + channel, payload)
        write(changes, execute)

    patch.setattr(recording.Changes, "write", tell_then_write)


def publish_skipped(patch: Patch) -> None:
    patch.setattr(recording, "events_of", lambda *_: ())


def an_event_without_sequence(patch: Patch) -> None:
    frame = outbox.frame

    def without(event: Any) -> str:
        told = orjson.loads(frame(event))
        told.pop("sequence", None)
        return orjson.dumps(told).decode()

    patch.setattr(outbox, "frame", without)


def idempotency_outside_the_transaction(patch: Patch) -> None:
    settle = settling._Batch.settle

    def settle_then_keep(batch: Any) -> Any:
        with pytest.MonkeyPatch.context() as inside:
            inside.setattr(idempotency, "KEEP_SQL", "SELECT %s::jsonb")
            aside = settle(batch)
        with connection.cursor() as cursor:
            cursor.execute(idempotency.KEEP_SQL, [idempotency.kept_document(batch.fresh)])
        return aside

    patch.setattr(settling._Batch, "settle", settle_then_keep)


def later_than_instead_of_at_the_end(patch: Patch) -> None:
    """``>`` for ``>=``."""

    def require_open(shown: Any, _: Any, at: datetime) -> None:
        if shown.result is not None or at > shown.ends_at:
            raise LotClosed

    patch.setattr(bids, "require_open", require_open)


def a_tie_to_the_later_bidder(patch: Patch) -> None:
    place_bid = bids.place_bid

    def decide(figures: Any, terms: Any, bid: bids.Bid, at: datetime) -> Any:
        if figures.leader_maximum_minor == bid.maximum_minor:
            figures = replace(figures, leader_maximum_minor=bid.maximum_minor - 1)
        return place_bid(figures, terms, bid, at)

    patch.setattr(settling, "place_bid", decide)


def an_extension_that_shortens(patch: Patch) -> None:
    patch.setattr(pricing, "extended_end", lambda *known: known[-1] + timedelta(seconds=5))


def a_maximum_leaked_in_an_event(patch: Patch) -> None:
    event_of = telling.event_of

    def leak(lot_id: UUID, fact_id: UUID, fact: Any, state: Any) -> Any:
        event = event_of(lot_id, fact_id, fact, state)
        if fact.maximum_minor is None:
            return event
        return event.model_copy(update={"amount_minor": fact.maximum_minor})

    patch.setattr(telling, "event_of", leak)


def the_step_taken_at_the_price_shown(patch: Patch) -> None:
    place_bid = bids.place_bid

    def decide(figures: Any, terms: Any, bid: bids.Bid, at: datetime) -> Any:
        step = terms.rules.increments.increment(figures.price_minor)
        with pytest.MonkeyPatch.context() as inside:
            inside.setattr(bids, "contested_price", lambda won, lost, _: min(won, lost + step))
            return place_bid(figures, terms, bid, at)

    patch.setattr(settling, "place_bid", decide)


def an_acknowledgement_before_the_commit(patch: Patch) -> None:
    settle = settling._Batch.settle

    def settle_unsafely(batch: Any) -> Any:
        try:
            return settle(batch)
        finally:
            for instruction, answer in batch.answers.items():
                instruction.answer = answer

    patch.setattr(settling._Batch, "settle", settle_unsafely)


def a_read_from_a_copy_that_lags(patch: Patch) -> None:
    row_of = queries.row_of
    known: dict[Any, Any] = {}
    patch.setattr(queries, "row_of", lambda lot_id: known.setdefault(lot_id, row_of(lot_id)))


@dataclass(frozen=True)
class Fault:
    """A fault, the play that comes upon it, and the invariant whose check must catch it."""

    inject: Callable[[Patch], None]
    play: Callable[[], Record]
    caught_by: Invariant


FAULTS = (
    Fault(no_row_lock, plays.a_slow_refusal, Invariant.I9),
    Fault(an_application_clock, plays.a_contest, Invariant.I9),
    Fault(a_clock_read_in_the_locking_statement, plays.a_bid_that_waits_for_the_lot, Invariant.I9),
    Fault(publish_before_commit, plays.a_lost_commit, Invariant.I7),
    Fault(publish_skipped, plays.a_contest, Invariant.I7),
    Fault(an_event_without_sequence, plays.a_contest, Invariant.I7),
    Fault(idempotency_outside_the_transaction, plays.a_contest, Invariant.I11),
    Fault(later_than_instead_of_at_the_end, plays.a_bid_at_the_end, Invariant.I9),
    Fault(a_tie_to_the_later_bidder, plays.a_tie, Invariant.I5),
    Fault(an_extension_that_shortens, plays.a_late_bid, Invariant.I8),
    Fault(a_maximum_leaked_in_an_event, plays.a_contest, Invariant.I2),
    Fault(the_step_taken_at_the_price_shown, plays.a_contest, Invariant.I3),
    Fault(an_acknowledgement_before_the_commit, plays.a_lost_commit, Invariant.I7),
    Fault(a_read_from_a_copy_that_lags, plays.a_read_after_each_bid, Invariant.I10),
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.inject.__name__)
def test_a_fault_is_caught_by_its_check(fault: Fault):
    with pytest.MonkeyPatch.context() as patch:
        fault.inject(patch)
        record = fault.play()
    assert fault.caught_by in checking.check(record.lines).violated()


@pytest.mark.parametrize("run", range(20))
def test_a_play_without_a_fault_is_clean(run: int):
    record = FAULTS[run % len(FAULTS)].play()
    assert checking.check(record.lines).examples == {}
