"""Short plays on an honest market, each near an edge that a fault would fall over.

A play bids through the desk or past it and gives the client's record. On a market without a fault
the checker finds nothing after any of them.
"""

import json
import threading
import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
import redis
from django.conf import settings
from django.db import connection, transaction

from tests.factories import a_live_lot, a_staff_actor, an_actor
from tests.record import Record
from vendue.auctions.errors import OutcomeUnknown
from vendue.auctions.models import LotState
from vendue.auctions.queries import lots as queries
from vendue.auctions.services import bidding, closing, locking, settling, voiding
from vendue.auctions.services.instructions import Instruction
from vendue.auctions.services.recording import Changes, Execute
from vendue.kernel.actor import Actor
from vendue.kernel.errors import InternalError
from vendue.kernel.ids import new_id
from vendue.platform.services import relaying
from vendue.platform.services.idempotency import StoredAnswer

#: Longer than the column for keys: its row cannot be stored, so that the commit never comes.
IMPOSSIBLE_KEY = "k" * 300


def place(
    record: Record, lot_id: UUID, actor: Actor, maximum_minor: int, key: str | None = None
) -> None:
    """Place a bid and note it."""
    key = key or new_id().hex
    sent_at = record.moment()
    sent = {"principal": actor.principal, "key": key}
    try:
        answer = bidding.place_bid(
            actor=actor,
            lot_id=lot_id,
            maximum_minor=maximum_minor,
            key=key,
            fingerprint=maximum_minor.to_bytes(32, "big"),
            instance=f"/api/v1/lots/{lot_id}/bids",
        )
    except (OutcomeUnknown, InternalError):
        record.note(operation="place_bid", lot_id=lot_id, sent_at=sent_at, **sent)
    else:
        record.note_answer(sent_at, "place_bid", lot_id, answer.status, answer.body, **sent)


def a_contest() -> Record:
    """Two bidders over several bands, a refusal, a repeated key."""
    record, lot = Record(), a_live_lot()
    first, second = an_actor(), an_actor()
    place(record, lot.lot_id, first, 10_000)
    place(record, lot.lot_id, second, 4_000)
    place(record, lot.lot_id, second, 4_050)
    place(record, lot.lot_id, second, 12_000, "again")
    place(record, lot.lot_id, second, 12_000, "again")
    return record


def a_tie() -> Record:
    """Two equal maxima."""
    record, lot = Record(), a_live_lot()
    place(record, lot.lot_id, an_actor(), 5_000)
    place(record, lot.lot_id, an_actor(), 5_000)
    return record


def a_late_bid() -> Record:
    """A bid twenty seconds before the end."""
    record, lot = Record(), a_live_lot(seconds_left=20)
    place(record, lot.lot_id, an_actor(), 5_000)
    return record


def a_bid_at_the_end() -> Record:
    """A bid decided in the very microsecond of the end, then the close."""
    record, lot = Record(), a_live_lot(seconds_left=-0.001)
    with pytest.MonkeyPatch.context() as clocks:
        clocks.setattr(locking, "CLOCK", f"SELECT '{lot.ends_at.isoformat()}'::timestamptz")
        place(record, lot.lot_id, an_actor(), 5_000)
    closing.close_due_lots()
    return record


def a_bid_that_waits_for_the_lot() -> Record:
    """A bid asks for the lot while staff hold it, and is decided after they let go."""
    record, lot = Record(), a_live_lot()
    place(record, lot.lot_id, an_actor(), 5_000)
    late = at_once(lambda: place(record, lot.lot_id, an_actor(), 9_000))
    with transaction.atomic():
        LotState.objects.select_for_update(no_key=True).get(lot_id=lot.lot_id)
        late.start()
        _wait_for_a_waiter()
        voiding.void_bids(
            actor=a_staff_actor(), lot_id=lot.lot_id, sequences=[1], reason="a mistake"
        )
    late.join()
    return record


def a_slow_refusal() -> Record:
    """Two processes decide about one lot; the one that refuses is slow to write its answer."""
    record, lot = Record(), a_live_lot()
    place(record, lot.lot_id, an_actor(), 5_000)
    decided, written = threading.Event(), threading.Event()
    write = Changes.write

    def write_slowly(changes: Changes, execute: Execute) -> None:
        if threading.current_thread() is slow:
            decided.set()
            written.wait(0.5)
        write(changes, execute)

    slow = at_once(lambda: place(record, lot.lot_id, an_actor(), 900))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bidding, "desk", ManyProcesses())
        patch.setattr(Changes, "write", write_slowly)
        slow.start()
        decided.wait(5)
        place(record, lot.lot_id, an_actor(), 9_000)
        written.set()
        slow.join()
    return record


class ManyProcesses:
    """A desk for each bid, as if each came to a process of its own."""

    def submit(self, instruction: Instruction) -> StoredAnswer:
        clerk = settling.Clerk()
        try:
            return bidding.Desk(clerk.settle).submit(instruction)
        finally:
            clerk.leave()


def at_once(act: Callable[[], None]) -> threading.Thread:
    """A thread that acts and gives its database connection back."""

    def run() -> None:
        try:
            act()
        finally:
            connection.close()

    return threading.Thread(target=run)


def _wait_for_a_waiter() -> None:
    deadline = time.monotonic() + 5
    with connection.cursor() as cursor:
        while time.monotonic() < deadline:
            cursor.execute(
                "SELECT 1 FROM pg_stat_activity "
                "WHERE wait_event_type = 'Lock' AND datname = current_database()"
            )
            if cursor.fetchone():
                return
            time.sleep(0.01)
    pytest.fail("nobody waits for the lot")


def a_lost_commit() -> Record:
    """A subscriber listens while one bid is committed and another one cannot be."""
    record, lot = Record(), a_live_lot()
    with redis.Redis.from_url(settings.REDIS_URL) as client, client.pubsub() as listening:
        listening.psubscribe("vendue:lots.*")
        listening.get_message(timeout=1)
        place(record, lot.lot_id, an_actor(), 5_000)
        place(record, lot.lot_id, an_actor(), 9_000, IMPOSSIBLE_KEY)
        while relaying.relay_batch({}):
            pass
        heard: dict[str, dict[str, Any]] = {}
        while message := listening.get_message(ignore_subscribe_messages=True, timeout=0.2):
            # At once and by the relay: the second is dropped, as every subscriber does.
            told = [json.loads(line) for line in message["data"].splitlines()]
            heard |= {event["id"]: event for event in told}
        for event in heard.values():
            record.note(
                operation="event",
                lot_id=event["lot_id"],
                sent_at=record.moment(),
                sequence=event["sequence"],
                event_id=event["id"],
                status=200,
            )
    assert any(line.operation == "event" for line in record.lines)
    return record


def a_read_after_each_bid() -> Record:
    """The lot is read after every acknowledgement."""
    record, lot = Record(), a_live_lot()
    for maximum_minor in (5_000, 6_000, 7_000):
        place(record, lot.lot_id, an_actor(), maximum_minor)
        sent_at = record.moment()
        body = queries.lot_state(lot.lot_id).model_dump_json().encode()
        record.note_answer(sent_at, "get_lot_state", lot.lot_id, 200, body)
    return record
