"""What the database does to a batch, and that the connection it happened on serves the next one."""

import threading

import pytest
from django.db import connection, transaction

from tests.factories import a_live_lot, an_actor
from tests.faults.plays import IMPOSSIBLE_KEY, at_once, place
from tests.record import Record
from vendue.auctions.errors import Busy
from vendue.auctions.models import LotState
from vendue.auctions.services import settling
from vendue.auctions.services.verification import checking

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _a_fresh_pool() -> None:
    """A connection on which nothing is prepared yet."""
    connection.close_pool()


def test_a_lot_that_stays_locked_is_refused_and_takes_bids_again_afterwards():
    lot, record, held = a_live_lot(), Record(), threading.Event()
    release = threading.Event()

    def hold() -> None:
        with transaction.atomic():
            LotState.objects.select_for_update(no_key=True).get(lot_id=lot.lot_id)
            held.set()
            release.wait(5)

    holder = at_once(hold)
    holder.start()
    held.wait(5)
    with pytest.raises(Busy):
        place(record, lot.lot_id, an_actor(), 5_000)
    release.set()
    holder.join()

    for maximum_minor in (5_000, 6_000, 7_000):
        place(record, lot.lot_id, an_actor(), maximum_minor)
    assert [line.status for line in record.lines] == [201, 201, 201]
    assert checking.check(record.lines).is_clean


def test_a_bid_that_cannot_be_stored_spoils_no_other():
    lot, record = a_live_lot(), Record()
    place(record, lot.lot_id, an_actor(), 5_000, IMPOSSIBLE_KEY)
    place(record, lot.lot_id, an_actor(), 6_000)
    place(record, lot.lot_id, an_actor(), 7_000)
    assert [line.status for line in record.lines] == [None, 201, 201]
    assert checking.check(record.lines).is_clean


def test_a_batch_that_fails_between_its_trips_spoils_no_other(monkeypatch: pytest.MonkeyPatch):
    lot, record = a_live_lot(), Record()

    def fail(_: object) -> str:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(settling.idempotency, "kept_document", fail)
        with pytest.raises(MemoryError):
            place(record, lot.lot_id, an_actor(), 5_000)
    for maximum_minor in (6_000, 7_000):
        place(record, lot.lot_id, an_actor(), maximum_minor)
    assert [line.status for line in record.lines] == [201, 201]
    assert checking.check(record.lines).is_clean
