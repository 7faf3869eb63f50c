"""The demo's bidders: what they are willing to pay, and that they bid until told to stop."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection

from embedded.demo.replenishing import Replenishing
from embedded.demo.seed import filling
from embedded.demo.temperaments import TEMPERAMENTS, Look
from tests.auctions.selling import the_default_rules
from tests.embedded.demo_market import a_small_catalogue, draw_quickly
from tests.embedded.waiting import wait_until
from tests.live import free_port, serving
from vendue.auctions.models import LotFact

EACH_TEMPERAMENT = pytest.mark.parametrize(
    "temperament", TEMPERAMENTS, ids=lambda one: one.account.local_part
)
LOTS = [UUID(int=number) for number in range(200)]


@EACH_TEMPERAMENT
def test_an_offer_reaches_the_minimum_bid_and_never_passes_the_bidders_value(temperament):
    for lot_id in LOTS:
        value = temperament.value_minor(lot_id, 10_000)
        for minimum in (10_000, 13_500, value):
            offer = temperament.maximum_minor(
                lot_id, start_price_minor=10_000, minimum_bid_minor=minimum
            )
            assert offer is None if minimum > value else minimum <= offer <= value


@EACH_TEMPERAMENT
def test_a_lot_is_worth_the_same_at_every_look_and_not_the_same_to_everybody(temperament):
    values = [temperament.value_minor(lot_id, 10_000) for lot_id in LOTS]
    assert values == [temperament.value_minor(lot_id, 10_000) for lot_id in LOTS]
    assert len(set(values)) > 20
    others = [one for one in TEMPERAMENTS if one is not temperament]
    assert all([one.value_minor(lot_id, 10_000) for lot_id in LOTS] != values for one in others)


def test_the_sniper_comes_last_and_the_patient_one_early():
    def looking(minutes_left: float) -> set[str]:
        look = Look(LOTS[0], "clocks/wristwatches", minutes_left, bid_count=5)
        return {one.account.local_part for one in TEMPERAMENTS if one.considers(look)}

    assert looking(1) == {"sniper", "rival", "newcomer"}
    assert looking(600) == {"patient", "rival", "newcomer"}


def test_lots_are_asked_for_when_few_end_soon_and_never_twice_at_once():
    command = (sys.executable, "-c", "import time; time.sleep(60)")
    with Replenishing(wanted=5, command=command) as replenishing:
        replenishing.see_to(5)
        assert replenishing.process is None
        replenishing.see_to(4)
        started = replenishing.process
        replenishing.see_to(0)
        assert replenishing.process is started
        assert started.poll() is None
    assert started.poll() == -signal.SIGKILL


@pytest.mark.django_db(transaction=True)
def test_they_bid_over_http_live_through_a_restart_and_stop_when_told(tmp_path, monkeypatch):
    the_default_rules()
    draw_quickly(monkeypatch)
    filling.fill(tmp_path / "accounts.json", processes=1, catalogue=a_small_catalogue())
    connection.close()
    port = free_port()
    screen = tmp_path / "screen"
    with _bidding(port, screen) as bidders:
        wait_until(lambda: "Waiting for the market" in screen.read_text())
        for _ in range(2):
            with serving(port=port):
                before = _bids()
                wait_until(lambda before=before: _bids() > before, within_seconds=30)
        bidders.send_signal(signal.SIGTERM)
        assert bidders.wait(5) == 0
    assert screen.read_text().count("The market answers again") == 2


@contextlib.contextmanager
def _bidding(port: int, screen: Path) -> Iterator[subprocess.Popen[bytes]]:
    quick = ("--pace", "0.05", "--ending-soon", "0")
    with screen.open("w") as shown:
        bidders = subprocess.Popen(
            [sys.executable, "-m", "embedded.demo.bidders", *quick],
            env={
                **os.environ,
                "PYTHONPATH": ":".join(sys.path),
                "VENDUE_BASE_URL": f"http://127.0.0.1:{port}",
            },
            stdout=shown,
        )
    try:
        yield bidders
    finally:
        bidders.kill()
        bidders.wait()


def _bids() -> int:
    return LotFact.objects.filter(kind="bid").count()
