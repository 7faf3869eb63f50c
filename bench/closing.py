"""How late lots are closed: a thousand due in one second, one closer, half of them with bids."""

import contextlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from bench import load, market
from bench.bids import HOST, rising
from tests.factories import a_category, a_live_lot, a_lot, an_account
from vendue.auctions.models import LotState
from vendue.kernel import clock

LOTS = 1_000
RUNS = 3
#: Without anti-sniping: what is measured is the close, at the end that was published.
HARD_CLOSE = {"anti_sniping": {"trigger_seconds": 0}}
_SECONDS_TO_PREPARE = 3_600
_BIDS_A_SECOND = 200


def measure() -> dict[str, Any]:
    """Lateness of each close, in seconds; alone, and while bids go on elsewhere."""
    crowd = market.bidders(32)
    with market.serving("vendue.config.wsgi:application") as port, _closer():
        quiet = [_late(_lots_due(crowd, port)) for _ in range(RUNS)]
        busy = []
        for _ in range(RUNS):
            due = _lots_due(crowd, port)
            # Bids on a lot of its own, from before the first end to after the last.
            elsewhere = [a_live_lot(rules=HARD_CLOSE).lot_id]
            bids = rising(elsewhere, crowd, _BIDS_A_SECOND * 5)
            load.run(HOST, port, bids, rate=_BIDS_A_SECOND)
            busy.append(_late(due))
    return {
        "lots": LOTS,
        "quiet_p99_seconds": _median(quiet, 0.99),
        "busy_p99_seconds": _median(busy, 0.99),
        "late_p50_seconds": _median(quiet, 0.5),
        "late_p99_seconds": max(_median(quiet, 0.99), _median(busy, 0.99)),
        "late_p99_range_seconds": [_percentile(run, 0.99) for run in (*quiet, *busy)],
        "bids_a_second_while_busy": _BIDS_A_SECOND,
    }


def _lots_due(crowd: list[market.Bidder], port: int) -> list[UUID]:
    """Lots that end spread over one second, two seconds from now; every other one has a bid."""
    seller, category = an_account(), a_category()
    lots = [
        a_live_lot(
            lot=a_lot(seller_account=seller, category=category),
            rules=HARD_CLOSE,
            seconds_left=_SECONDS_TO_PREPARE,
        )
        for _ in range(LOTS)
    ]
    wanted = [lot.lot_id for lot in lots]
    load.run(HOST, port, rising(wanted[::2], crowd, LOTS // 2))
    first = clock.database_now() + timedelta(seconds=2)
    for number, lot in enumerate(lots):
        lot.ends_at = first + timedelta(seconds=number / LOTS)
    LotState.objects.bulk_update(lots, ["ends_at"], batch_size=LOTS)
    assert clock.database_now() < first, "the machine is too slow to prepare the run"
    return wanted


def _late(lot_ids: list[UUID]) -> list[float]:
    """How long after its end each lot was closed, once all are."""
    due = LotState.objects.filter(lot_id__in=lot_ids)
    deadline = time.monotonic() + 60
    while due.filter(result=None).exists():
        assert time.monotonic() < deadline, "some lots were not closed within a minute"
        time.sleep(0.1)
    times = due.values_list("ends_at", "closed_at")
    return [(closed_at - ends_at).total_seconds() for ends_at, closed_at in times if closed_at]


@contextlib.contextmanager
def _closer() -> Iterator[None]:
    process = subprocess.Popen(  # noqa: S603 - a command of our own
        [sys.executable, str(market.ROOT / "backend" / "manage.py"), "close_lots"],
        env={**os.environ, "VENDUE_LOG_LEVEL": "WARNING"},
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(20)


def _percentile(late: list[float], share: float) -> float:
    ordered = sorted(late)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3)


def _median(runs: list[list[float]], share: float) -> float:
    return statistics.median(_percentile(run, share) for run in runs)
