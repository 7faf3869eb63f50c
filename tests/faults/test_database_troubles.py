"""The API while its database stalls, is cut off in mid-commit, or has few connections to give."""

import threading
import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from django.db import connection

from tests import live
from tests.factories import a_live_lot
from tests.faults.proxy import Wire, a_wire
from tests.record import Record
from vendue.auctions.models import LotFact
from vendue.auctions.services import round_trips
from vendue.auctions.services.verification import checking

pytestmark = pytest.mark.django_db(transaction=True)

COMMIT = round_trips._numbered("COMMIT")[1]


@pytest.fixture
def wire(transactional_db: None) -> Iterator[Wire]:  # noqa: ARG001 - the database must be there
    with a_wire(int(connection.settings_dict["PORT"])) as wire:
        yield wire


def test_a_bid_whose_commit_was_not_heard_of_is_found_with_the_same_key(wire: Wire):
    lot, record = a_live_lot(), Record()
    (bidder,) = live.bidders(1)
    with (
        live.serving(DATABASE_URL=live.database_url(wire.port)) as server,
        closing(live.Caller(server.port, bidder, record)) as caller,
    ):
        assert caller.bid(lot.lot_id, 5_000).status == 201
        wire.swallow_the_reply_to(COMMIT)
        lost = caller.bid(lot.lot_id, 6_000, "once")
        assert (lost.status, lost.code) == (503, "outcome_unknown")
        assert wire.swallowed.is_set()

        found = caller.bid_until_decided(lot.lot_id, 6_000, "once")
        assert found.status == 201
        assert caller.bid(lot.lot_id, 6_000, "once").body_sha256 == found.body_sha256
        assert caller.bid(lot.lot_id, 7_000).status == 201
    assert LotFact.objects.filter(kind="bid").count() == 3
    assert checking.check(record.lines).examples == {}


def test_a_database_that_stalls_costs_patience_and_no_bid(wire: Wire):
    lot, record, crowd = a_live_lot(), Record(), live.bidders(12)
    with live.serving(DATABASE_URL=live.database_url(wire.port)) as server:

        def bid(number: int) -> None:
            with closing(live.Caller(server.port, crowd[number], record)) as caller:
                for step in range(10):
                    caller.bid_until_decided(lot.lot_id, 2_000 + step * 1_000 + number)

        threading.Timer(0.2, wire.block).start()
        threading.Timer(2.5, wire.unblock).start()
        started = time.monotonic()
        live.at_the_same_time(12, bid)
        assert time.monotonic() - started > 2.3
    assert checking.check(record.lines).examples == {}


def test_a_pool_of_four_serves_a_crowd():
    lot, record, crowd = a_live_lot(), Record(), live.bidders(32)
    with live.serving(VENDUE_DB_POOL="4") as server:

        def bid(number: int) -> None:
            with closing(live.Caller(server.port, crowd[number], record)) as caller:
                for step in range(5):
                    caller.bid_until_decided(lot.lot_id, 2_000 + step * 1_000 + number)
                    caller.read(lot.lot_id)

        live.at_the_same_time(32, bid)
    assert {line.status for line in record.lines if not line.key} == {200}
    assert checking.check(record.lines).examples == {}


def test_bids_go_on_without_valkey():
    lot, record, crowd = a_live_lot(), Record(), live.bidders(4)
    nowhere = f"redis://{live.HOST}:{live.free_port()}/0"
    with live.serving(REDIS_URL=nowhere) as server:

        def bid(number: int) -> None:
            with closing(live.Caller(server.port, crowd[number], record)) as caller:
                for step in range(10):
                    told = caller.bid(lot.lot_id, 2_000 + step * 1_000 + number)
                    assert told.status in {201, 409}

        live.at_the_same_time(4, bid)
    assert checking.check(record.lines).examples == {}
