"""Processes that are killed at work, on the test's database: nothing acknowledged is lost."""

import os
import signal
import threading
from contextlib import closing

import pytest

from tests import live
from tests.embedded.waiting import wait_until
from tests.factories import a_live_lot
from tests.record import Record
from vendue.auctions.models import LotFact, LotState
from vendue.auctions.services.verification import checking
from vendue.platform.models import OutboxEvent

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_api_killed_among_bids_loses_none_and_doubles_none():
    lots = [a_live_lot().lot_id for _ in range(3)]
    record, crowd, port = Record(), live.bidders(12), live.free_port()
    enough = threading.Event()

    def bid(number: int) -> None:
        with closing(live.Caller(port, crowd[number], record)) as caller:
            for step in range(25):
                caller.bid_until_decided(lots[step % 3], 2_000 + step * 500 + number * 40)
                if step == 8:
                    enough.set()

    bidding = threading.Thread(target=lambda: live.at_the_same_time(12, bid))
    with live.serving(port=port, workers=2) as server:
        bidding.start()
        assert enough.wait(30)
        server.kill()
    with live.serving(port=port, workers=2):
        bidding.join(60)
    assert not bidding.is_alive()
    assert any(line.status is None for line in record.lines), "it was killed while it worked"
    assert checking.check(record.lines).examples == {}


def test_a_closer_killed_at_work_leaves_each_lot_one_result():
    for _ in range(400):
        a_live_lot(seconds_left=-1)
    with live.managing("close_lots") as doomed:
        wait_until(lambda: LotState.objects.exclude(result=None).exists(), within_seconds=20)
        os.killpg(doomed.pid, signal.SIGKILL)
        doomed.wait(10)
    assert LotState.objects.filter(result=None).exists(), "it was killed between two rounds"
    with live.managing("close_lots"), live.managing("close_lots"):
        wait_until(lambda: not LotState.objects.filter(result=None).exists(), within_seconds=20)
    assert LotFact.objects.filter(kind="close").count() == 400
    assert OutboxEvent.objects.filter(name="lot.closed").count() == 400
    assert checking.check().examples == {}
