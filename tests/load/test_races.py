"""Many people at once, over HTTP and through two API processes that share the lot's lock alone."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise

import pytest
from django.db.models import F

from tests import live
from tests.embedded.waiting import wait_until
from tests.factories import a_live_lot
from tests.record import Record
from vendue.auctions.models import LotFact, LotState
from vendue.auctions.services.verification import checking
from vendue.auctions.services.verification.findings import Findings
from vendue.kernel import clock

pytestmark = pytest.mark.django_db(transaction=True)

#: One step for every amount, so that it is the crowd and not the table that refuses bids.
SMALL_STEPS = {"increments": {"USD": [{"from_minor": 0, "steps_minor": [1]}]}}


@pytest.fixture(scope="module")
def two_workers(django_db_setup: None) -> Iterator[live.Server]:  # noqa: ARG001 - it comes first
    with live.serving(workers=2) as server:
        yield server


def a_crowd_bids(server: live.Server, people: int, bids: int) -> Record:
    """Everybody bids around the highest maximum accepted so far, too low as often as not."""
    record, lot_id = Record(), a_live_lot(rules=SMALL_STEPS).lot_id
    crowd = live.bidders(people)
    heights = [1_000]

    def bid(number: int) -> None:
        chance = random.Random(number)
        with closing(live.Caller(server.port, crowd[number], record)) as caller:
            for _ in range(bids):
                maximum_minor = max(1, heights[-1] + chance.randint(-500, 500))
                if caller.bid_until_decided(lot_id, maximum_minor).status == 201:
                    heights.append(max(heights[-1], maximum_minor))
                if chance.random() < 0.1:
                    caller.read(lot_id)

    live.at_the_same_time(people, bid)
    return record


def outcome(record: Record) -> Findings:
    sequences = list(LotFact.objects.order_by("sequence").values_list("sequence", flat=True))
    assert sequences == list(range(1, len(sequences) + 1))
    return checking.check(record.lines)


def test_a_crowd_on_one_lot_leaves_it_true(two_workers: live.Server):
    record = a_crowd_bids(two_workers, people=16, bids=20)
    statuses = Counter(line.status for line in record.lines if line.key)
    assert statuses[201] > 20
    assert statuses[409] > 20
    assert outcome(record).examples == {}


def test_without_the_lock_the_checker_finds_what_a_crowd_does():
    with live.serving(workers=2, application="tests.load.unlocked:application") as server:
        for _ in range(10):
            record = a_crowd_bids(server, people=16, bids=20)
            if not checking.check(record.lines).is_clean:
                return
    pytest.fail("ten runs without a lock, and no check failed")


def test_of_many_purchases_at_once_one_succeeds(two_workers: live.Server):
    lot, record, buyers = a_live_lot(buy_now_minor=9_000), Record(), live.bidders(50)

    def buy(number: int) -> live.Told:
        with closing(live.Caller(two_workers.port, buyers[number], record)) as caller:
            return caller.buy(lot.lot_id)

    told = live.at_the_same_time(50, buy)
    assert Counter((t.status, t.code) for t in told) == {(201, None): 1, (409, "buy_now_gone"): 49}
    (winner,) = (buyers[at] for at, t in enumerate(told) if t.status == 201)
    assert LotState.objects.get(lot_id=lot.lot_id).leader_id == winner.account_id
    assert outcome(record).examples == {}


def race_to_the_end(server: live.Server, lots: int, seconds: float) -> Record:
    """On each of many lots two people bid without pause around its end, while closers close it."""
    record, crowd = Record(), live.bidders(8)
    rules = {"anti_sniping": {"trigger_seconds": 0}}
    ending = [a_live_lot(rules=rules, seconds_left=2 + seconds * at / lots) for at in range(lots)]

    def bid(number: int) -> None:
        with closing(live.Caller(server.port, crowd[number], record)) as caller:
            for lot in ending[number % 4 :: 4]:
                early = (lot.ends_at - clock.now()).total_seconds() - 0.01
                time.sleep(max(0, early))
                maximum_minor = 2_000 + number
                while caller.bid(lot.lot_id, maximum_minor).code != "lot_closed":
                    maximum_minor += 1_000

    with live.managing("close_lots"), live.managing("close_lots"):
        live.at_the_same_time(8, bid)
        wait_until(lambda: not LotState.objects.filter(result=None).exists(), within_seconds=30)
    return record


def none_was_late(record: Record) -> None:
    assert {line.status for line in record.lines} == {201, 409}
    bids = LotFact.objects.filter(kind="bid")
    assert bids.exists()
    assert not bids.filter(at__gte=F("lot__published_ends_at")).exists()
    assert LotFact.objects.exclude(result=None).count() == LotState.objects.count()
    assert checking.check(record.lines).examples == {}


def test_no_bid_is_accepted_late(two_workers: live.Server):
    none_was_late(race_to_the_end(two_workers, lots=40, seconds=2))


def test_one_key_from_many_threads_has_one_effect(two_workers: live.Server):
    lot, record = a_live_lot(), Record()
    (bidder,) = live.bidders(1)

    def bid(_: int) -> live.Told:
        with closing(live.Caller(two_workers.port, bidder, record)) as caller:
            return caller.bid(lot.lot_id, 5_000, "the-same-key")

    for _ in range(3):
        told = live.at_the_same_time(16, bid)
        assert {(t.status, t.code) for t in told} <= {(201, None), (409, "request_in_progress")}
        assert len({t.body_sha256 for t in told if t.status == 201}) == 1
    assert LotFact.objects.count() == 1
    assert outcome(record).examples == {}


@pytest.mark.long
def test_sixty_four_threads_of_fifty_bids_on_one_lot(two_workers: live.Server):
    record = a_crowd_bids(two_workers, people=64, bids=50)
    assert sum(1 for line in record.lines if line.key) >= 64 * 50
    assert outcome(record).examples == {}


@pytest.mark.long
def test_ten_such_runs_without_the_lock_do_not_all_pass():
    with live.serving(workers=2, application="tests.load.unlocked:application") as server:
        found = [0]
        for _ in range(10):
            record = a_crowd_bids(server, people=64, bids=50)
            found.append(checking.check(record.lines).counts.total())
    # Each check finds what the runs before it left, too.
    assert sum(after > before for before, after in pairwise(found)) >= 1


@pytest.mark.long
def test_three_hundred_bids_race_the_close(two_workers: live.Server):
    none_was_late(race_to_the_end(two_workers, lots=300, seconds=15))
