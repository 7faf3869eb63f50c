"""What breaks around the realtime process costs a moment and no fact."""

import http.client
import signal
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import OperationalError

from tests.auctions.bids import bid
from tests.embedded.waiting import wait_until
from tests.factories import a_live_lot, an_actor
from tests.faults.proxy import HOST, Wire
from tests.realtime.crowd import crowd, gaps
from tests.realtime.inside import inside
from tests.realtime.market import client, realtime, sequence_of
from tests.realtime.test_private import publish
from tests.realtime.test_stale_state import Checker
from vendue.auctions.events import BidPlaced
from vendue.auctions.queries import lots as queries
from vendue.kernel import clock
from vendue.platform.services import outbox, subscribers
from vendue.realtime import reading

pytestmark = pytest.mark.django_db(transaction=True)

#: One step for every amount: bids may then be many.
SMALL_STEPS = {"increments": {"USD": [{"from_minor": 0, "steps_minor": [1]}]}}


def bids(lot_id, count, start=2_000):
    for number in range(count):
        bid(lot_id, an_actor(), start + 10 * number)
    return queries.lot_state(lot_id).sequence


def flood(valkey, lot_id, first, last):
    """Events of a lot that nobody bid on, as if they had been published."""
    state = queries.lot_state(lot_id)
    texts = [
        outbox.frame(
            BidPlaced(
                occurred_at=clock.now(),
                lot_id=lot_id,
                epoch=0,
                sequence=n,
                state=state.model_copy(update={"sequence": n}),
                bidder="bidder 1",
                amount_minor=1_000 + n,
                automatic=False,
            )
        )
        for n in range(first, last + 1)
    ]
    valkey.publish(f"vendue:lots.{lot_id}", "\n".join(texts))


def test_a_fact_that_nobody_told_of_is_read_when_the_next_one_comes(live, monkeypatch):
    lot = a_live_lot()
    with client(live) as guest:
        guest.watch(lot.lot_id)
        bid(lot.lot_id, an_actor(), 2_000)
        with monkeypatch.context() as patch:
            patch.setattr(subscribers, "announce", lambda _: None)
            bid(lot.lot_id, an_actor(), 3_000)
            bid(lot.lot_id, an_actor(), 4_000)
        bid(lot.lot_id, an_actor(), 5_000)
        guest.until_sequence(4)
    assert guest.facts() == [1, 2, 3, 4]


def test_whoever_missed_too_much_is_sent_a_snapshot(live):
    lot = a_live_lot(rules=SMALL_STEPS)
    last = bids(lot.lot_id, 210)
    with client(live) as guest:
        guest.watch(lot.lot_id, epoch=0, sequence=0)
        assert guest.until_type("lot.snapshot")["sequence"] == last
        guest.watch(lot.lot_id, epoch=0, sequence=last - 200)
        guest.until_sequence(last)
    assert guest.facts() == list(range(last - 199, last + 1))


def test_without_valkey_facts_still_come():
    url = urlsplit(settings.REDIS_URL)
    wire = Wire(url.port)
    through = url._replace(netloc=f":{url.password}@{HOST}:{wire.port}").geturl()
    lot = a_live_lot()
    with realtime(REDIS_URL=through) as live, client(live) as guest:
        guest.watch(lot.lot_id)
        bid(lot.lot_id, an_actor(), 2_000)
        guest.until_sequence(1)
        wire.close()
        bid(lot.lot_id, an_actor(), 3_000)
        bid(lot.lot_id, an_actor(), 4_000)
        # A wire that is dead is silent: that Valkey is gone shows by what does not come.
        guest.until_sequence(3, seconds=30)
        with client(live) as other:
            other.watch(lot.lot_id)
            assert other.until_type("lot.snapshot")["sequence"] == 3
    assert guest.facts() == [1, 2, 3]


def test_whoever_does_not_read_is_sent_a_snapshot_and_holds_up_nobody(live, valkey):
    lot = a_live_lot()
    with client(live) as slow, client(live) as quick:
        for each in (slow, quick):
            each.watch(lot.lot_id)
        for first in range(1, 3_000, 100):
            flood(valkey, lot.lot_id, first, first + 99)
            quick.until_sequence(first + 99)
        slow.until_sequence(3_000)
    assert quick.facts() == list(range(1, 3_001))
    snapshots = [told for told in slow.told if told["type"] == "lot.snapshot"]
    assert len(slow.facts()) < 3_000
    assert len(snapshots) >= 2
    assert gaps([told for told in slow.told if sequence_of(told) >= 0]) == []


@pytest.mark.long
def test_whoever_never_reads_is_cut_off(live, valkey):
    lot = a_live_lot()
    with client(live) as slow, client(live) as quick:
        for each in (slow, quick):
            each.watch(lot.lot_id)
        for first in range(1, 3_000, 100):
            flood(valkey, lot.lot_id, first, first + 99)
            quick.until_sequence(first + 99)
        quick.until(lambda told: told.get("viewers") == 1, seconds=30)


def test_a_process_that_is_told_to_end_says_so_to_everybody():
    with realtime() as live, client(live) as guest:
        guest.until_type("hello")
        live.process.send_signal(signal.SIGTERM)
        assert guest.closed() == 1012
        assert live.process.wait(10) in {0, -signal.SIGTERM}


@pytest.mark.long
def test_a_private_channel_that_is_quiet_for_a_minute_still_carries(live):
    actor = an_actor()
    with client(live, actor) as person:
        person.subscribe("me")
        person.until_type("subscribed")
        wait_until(_minutes(1), within_seconds=90)
        told = publish(actor.id)
        assert person.until_type("me.session_ended")["id"] == str(told.id)


@pytest.mark.long
def test_two_thousand_that_are_dropped_at_once_are_back_and_right_within_twenty_seconds():
    lot = a_live_lot(rules=SMALL_STEPS)
    with realtime() as doomed, crowd(doomed, lot.lot_id, 2_000) as watching:
        wait_until(lambda: watching.has_come_to(0), within_seconds=60)
        bids(lot.lot_id, 20)
        wait_until(lambda: watching.has_come_to(20), within_seconds=20)
        doomed.kill()
        last = bids(lot.lot_id, 20, start=3_000)
        with realtime(doomed.port):
            began = clock.now()
            wait_until(lambda: watching.has_come_to(last), within_seconds=40)
            took = (clock.now() - began).total_seconds()
            bids(lot.lot_id, 5, start=4_000)
            wait_until(lambda: watching.has_come_to(last + 5), within_seconds=20)
    assert [gaps(told) for told in watching.told if gaps(told)] == []
    assert took <= 20, f"{took:.1f} s"


@pytest.mark.long
def test_ten_thousand_frames_are_all_of_the_contract():
    checker, lot = Checker(), a_live_lot(rules=SMALL_STEPS)
    with realtime() as live, crowd(live, lot.lot_id, 100) as watching:
        wait_until(lambda: watching.has_come_to(0), within_seconds=60)
        last = bids(lot.lot_id, 110)
        wait_until(lambda: watching.has_come_to(last), within_seconds=60)
    told = [message for each in watching.told for message in each]
    assert len(told) >= 10_000
    assert [gaps(each) for each in watching.told if gaps(each)] == []
    for summed_up in (message for message in told if "first_sequence" in message):
        del summed_up["sequence"]  # the crowd's own note
    assert checker.complaints(told) == []


def _minutes(count):
    """True once so many minutes have gone by."""
    until = clock.now().timestamp() + 60 * count
    return lambda: clock.now().timestamp() > until


def test_a_process_is_ready_while_it_has_its_database(live):
    assert answered(live, "/readyz") == 200


def test_a_process_without_its_database_is_alive_and_not_ready(monkeypatch):
    def fail():
        raise OperationalError("There is no database.")

    monkeypatch.setattr(reading, "_select_one", fail)
    with inside(monkeypatch) as live:
        assert [answered(live, path) for path in ("/healthz", "/readyz")] == [200, 503]


def answered(live, path):
    asking = http.client.HTTPConnection(HOST, live.port, timeout=60)
    asking.request("GET", path)
    return asking.getresponse().status
