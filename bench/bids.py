"""Bids a second: on one lot, over a thousand, with few bidders and many; and how long one takes."""

import itertools
import json
import secrets
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

from bench import load, market
from bench.market import Bidder
from tests.factories import a_category, a_live_lot, a_lot, an_account
from vendue.auctions.models import LotFact

#: One step for every amount: rising bids then stay small integers, however many there are.
SMALL_STEPS = {"increments": {"USD": [{"from_minor": 0, "steps_minor": [1]}]}}
BIDS = 6_000
#: Bidders are at least as many: nobody has two bids under way at once, of which the later could
#: overtake the earlier and find it to be a maximum of their own.
CONNECTIONS = 64
FEW, MANY = 32, 512
RUNS = 3
HOST = "127.0.0.1"
#: How high each lot has been bid, over all runs: a later run goes on above an earlier one.
_heights: Counter[UUID] = Counter()


def rising(lots: Sequence[UUID], bidders: Sequence[Bidder], count: int) -> Iterator[bytes]:
    """Bids that rise on each lot, from bidders in turn: none raises a maximum of its own."""
    turn = itertools.cycle(bidders)
    for lot in itertools.islice(itertools.cycle(lots), count):
        _heights[lot] += 1
        bidder = next(turn)
        body = b'{"maximum_minor":%d}' % (1_000 + _heights[lot] * 10)
        yield load.post(
            HOST, f"/api/v1/lots/{lot}/bids", bidder.token, body, key=secrets.token_hex(16)
        )


def bare(count: int) -> Iterator[bytes]:
    """The same request to the bare endpoint."""
    lot = UUID(int=1)
    for _ in range(count):
        yield load.post(HOST, f"/bare/lots/{lot}/bids", "token", b'{"maximum_minor":1}', key="k")


def lots(count: int) -> list[UUID]:
    """Open lots with small steps."""
    seller, category = an_account(), a_category()
    return [
        a_live_lot(lot=a_lot(seller_account=seller, category=category), rules=SMALL_STEPS).lot_id
        for _ in range(count)
    ]


def _rates(
    port: int, make: Callable[[], Iterator[bytes]], connections: int = CONNECTIONS
) -> dict[str, Any]:
    reports = [load.run(HOST, port, make(), connections=connections) for _ in range(RUNS)]
    rates = [report.rate(201) for report in reports]
    return {
        "per_second": round(statistics.median(rates)),
        "range": [round(min(rates)), round(max(rates))],
        "statuses": dict(sum((r.statuses for r in reports), start=type(reports[0].statuses)())),
        "generator_cpu_share": round(
            sum(r.generator_cpu_seconds for r in reports) / sum(r.seconds for r in reports), 2
        ),
    }


def measure() -> dict[str, Any]:
    """Every row on bids, in one run."""
    crowd, many = market.bidders(CONNECTIONS), market.bidders(MANY)
    few = crowd[:FEW]
    spread = lots(1_000)
    found: dict[str, Any] = {}
    with market.serving("bench.bare:application") as port:
        load.run(HOST, port, bare(1_000))
        found["bare"] = _rates(port, lambda: bare(BIDS))
    with market.serving("bench.baseline:application") as port:
        load.run(HOST, port, rising(lots(1), crowd, 500))
        found["no_op"] = _rates(port, lambda: rising(lots(1), crowd, BIDS))
    with market.serving("vendue.config.wsgi:application") as port:
        load.run(HOST, port, rising(lots(1), crowd, 500))
        found["one_lot"] = _rates(port, lambda: rising(lots(1), crowd, BIDS))
        found["spread"] = _rates(port, lambda: rising(spread, many, BIDS))
        found["one_lot_32"] = _rates(port, lambda: rising(lots(1), few, BIDS), FEW)
        found["one_lot_512"] = _rates(port, lambda: rising(lots(1), many, BIDS), FEW)
        half = found["one_lot"]["per_second"] / 2
        open_loop = [
            load.run(HOST, port, rising(lots(1), crowd, int(half * 5)), rate=half)
            for _ in range(RUNS)
        ]
    p95 = [report.percentile(0.95) * 1_000 for report in open_loop]
    found["latency_half_capacity"] = {
        "rate": round(half),
        "p50_ms": round(statistics.median(r.percentile(0.5) * 1_000 for r in open_loop), 2),
        "p95_ms": round(statistics.median(p95), 2),
        "p95_range_ms": [round(min(p95), 2), round(max(p95), 2)],
    }
    found["facts"] = LotFact.objects.count()
    return found


def ratios(found: dict[str, Any]) -> dict[str, float]:
    """The rows of the table."""

    def of(name: str) -> int:
        return int(found[name]["per_second"])

    return {
        "no-op ÷ bare": of("no_op") / of("bare"),
        "one lot ÷ no-op": of("one_lot") / of("no_op"),
        "spread ÷ no-op": of("spread") / of("no_op"),
        "one lot ÷ spread": of("one_lot") / of("spread"),
        "512 ÷ 32 bidders": of("one_lot_512") / of("one_lot_32"),
        "p95 at half capacity, ms": found["latency_half_capacity"]["p95_ms"],
    }


if __name__ == "__main__":
    result = measure()
    print(json.dumps({"measured": result, "ratios": ratios(result)}, indent=2))  # noqa: T201
