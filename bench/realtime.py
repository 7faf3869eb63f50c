"""What is told live: how much of it, how soon, to how many, and what a socket costs."""

import asyncio
import contextlib
import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import redis
from django.db import connection

from bench import load, market
from bench.bids import HOST, lots, rising
from bench.fanout_servers import tell_stock
from bench.viewers import Viewer, until, viewers
from embedded.processes import answers
from vendue.auctions.events import BidPlaced
from vendue.auctions.queries.lots import lot_state
from vendue.kernel import clock
from vendue.platform.services import outbox

RUNS = 3
VIEWERS = 200
CROWD = 1_000
IDLE = 2_000
EVENTS = 2_000
_BATCH = 20
#: So many events are on their way at most: what is measured is not a queue.
_WINDOW = 60
_BIDS_A_SECOND = 20
_SECONDS = 20
#: Of twenty viewers one stops reading, while so many events a second are told.
_DEAF = VIEWERS // 20
_EVENTS_A_SECOND = 100
_DEAF_SECONDS = 10
#: A crowd is told prices ten times a second at most: with fewer bids, each is told at once.
_SLOW_BIDS_A_SECOND = 5

Tell = Callable[[list[str]], Awaitable[None]]


def measure() -> dict[str, Any]:
    """Every row on what is live, in one run."""
    found: dict[str, Any] = {"fanout": _fanout()}
    with _realtime() as (port, pid):
        found["memory"] = asyncio.run(_memory(port, pid, lots(50)))
    found["deaf"] = _some_deaf()
    crowd = market.bidders(32)
    with (
        _realtime() as (port, _),
        _managing("relay"),
        market.serving("vendue.config.wsgi:application") as api,
    ):
        found["viewers_200"] = _delays(port, api, crowd, VIEWERS, _BIDS_A_SECOND)
        found["viewers_1000"] = _delays(port, api, crowd, CROWD, _SLOW_BIDS_A_SECOND)
        found["viewers_1000_paced"] = _delays(port, api, crowd, CROWD, _BIDS_A_SECOND)
        found["hot_lot"] = _hot_lot(port, api, crowd)
    return found


def ratios(found: dict[str, Any]) -> dict[str, float]:
    """The rows of the table."""
    rates = {name: run["per_core_second"] for name, run in found["fanout"].items()}
    return {
        "hub ÷ websockets.broadcast": rates["hub"] / rates["broadcast"],
        "hub ÷ stock Channels consumer": rates["hub"] / rates["stock"],
        "commit → frame, 200 viewers, p95, ms": found["viewers_200"]["each_p95_ms"],
        "commit → last of 1,000, p95, ms": found["viewers_1000"]["last_p95_ms"],
        "memory per idle socket, KiB": found["memory"]["kib_per_socket"],
        "p95 with 5 % that stop reading ÷ without": found["deaf"]["ratio"],
        "hot lot with 1,000 viewers ÷ without": found["hot_lot"]["ratio"],
    }


def _fanout() -> dict[str, Any]:
    """Deliveries a second to 200 sockets, of the hub and of what it is measured against."""
    client = redis.Redis.from_url(os.environ["REDIS_URL"])
    found = {}
    for name in ("hub", "broadcast", "stock"):
        serving = _realtime() if name == "hub" else _rival(name)
        with serving as (port, pid):
            runs = []
            for _ in range(RUNS):
                lot_id = lots(1)[0]
                tell = tell_stock if name == "stock" else _teller(client, lot_id)
                events = EVENTS // 10 if name == "stock" else EVENTS
                lines = _lines(lot_id, events)
                runs.append(asyncio.run(_deliveries(port, pid, lot_id, tell, lines)))
        found[name] = {
            "per_core_second": round(statistics.median(run[0] for run in runs)),
            "range": [round(f(run[0] for run in runs)) for f in (min, max)],
            "per_second": round(statistics.median(run[1] for run in runs)),
        }
    return found


def _teller(client: redis.Redis, lot_id: UUID) -> Tell:
    async def tell(lines: list[str]) -> None:
        client.publish(f"vendue:lots.{lot_id}", "\n".join(lines))

    return tell


async def _deliveries(
    port: int, pid: int, lot_id: UUID, tell: Tell, lines: list[str]
) -> tuple[float, float]:
    """Deliveries for each second that the server had a core, and for each that went by.

    The sockets are read on the same machine, so no server has a core to itself all the time.
    """
    watching = await viewers(port, [lot_id], VIEWERS)
    events = len(lines)
    began, cpu = time.perf_counter(), _cpu_seconds(pid)
    for start in range(0, events, _BATCH):
        await until(lambda start=start: min(v.count for v in watching) >= start - _WINDOW)
        await tell(lines[start : start + _BATCH])
    await until(lambda: all(viewer.count >= events for viewer in watching))
    took = time.perf_counter() - began
    for viewer in watching:
        viewer.close()
    worked = _cpu_seconds(pid) - cpu
    return VIEWERS * events / worked, VIEWERS * events / took


def _lines(lot_id: UUID, count: int) -> list[str]:
    """The events of so many bids, as they would be published."""
    state = lot_state(lot_id)
    return [
        outbox.frame(
            BidPlaced(
                occurred_at=clock.now(),
                lot_id=lot_id,
                epoch=0,
                sequence=sequence,
                state=state.model_copy(update={"sequence": sequence}),
                bidder="bidder 1",
                amount_minor=1_000 + sequence,
                automatic=False,
            )
        )
        for sequence in range(1, count + 1)
    ]


async def _memory(port: int, pid: int, watched: list[UUID]) -> dict[str, Any]:
    """What the process grows by for each socket that watches a lot and hears nothing."""
    for viewer in await viewers(port, watched, 200):
        viewer.close()
    await asyncio.sleep(3)
    before = _resident_kib(pid)
    idle = await viewers(port, watched, IDLE)
    await asyncio.sleep(5)
    grown = _resident_kib(pid) - before
    for viewer in idle:
        viewer.close()
    return {"sockets": IDLE, "grown_kib": grown, "kib_per_socket": round(grown / IDLE, 1)}


def _some_deaf() -> dict[str, Any]:
    """How soon the others are told when some stop reading, and what the process then holds."""
    client = redis.Redis.from_url(os.environ["REDIS_URL"])
    runs: dict[int, list[tuple[float, int]]] = {0: [], _DEAF: []}
    for _ in range(RUNS):
        for deaf, ran in runs.items():
            lot_id = lots(1)[0]
            lines = _lines(lot_id, _DEAF_SECONDS * _EVENTS_A_SECOND)
            tell = _teller(client, lot_id)
            with _realtime() as (port, pid):
                ran.append(asyncio.run(_told_beside(port, pid, lot_id, tell, lines, deaf)))
    p95 = {deaf: statistics.median(run[0] for run in ran) for deaf, ran in runs.items()}
    return {
        "viewers": VIEWERS,
        "deaf": _DEAF,
        "p95_ms": round(p95[_DEAF], 2),
        "p95_ms_without": round(p95[0], 2),
        "grown_kib": max(run[1] for run in runs[_DEAF]),
        "ratio": round(p95[_DEAF] / p95[0], 3),
    }


async def _told_beside(
    port: int, pid: int, lot_id: UUID, tell: Tell, lines: list[str], deaf: int
) -> tuple[float, int]:
    """The delay of those who read, p95 in ms; what the process has grown by, in KiB."""
    watching = await viewers(port, [lot_id], VIEWERS, keep_times=True)
    for viewer in watching[:deaf]:
        viewer.stop_reading()
    before = _resident_kib(pid)
    sent = []
    started = time.perf_counter()
    for number, line in enumerate(lines):
        await asyncio.sleep(max(0, started + number / _EVENTS_A_SECOND - time.perf_counter()))
        sent.append(time.time())
        await tell([line])
    await asyncio.sleep(3)
    grown = _resident_kib(pid) - before
    delays = []
    for viewer in watching[deaf:]:
        times = _told(viewer, len(sent))
        delays += [times[sequence] - at for sequence, at in enumerate(sent, 1)]
    for viewer in watching:
        viewer.close()
    return _percentile(delays, 0.95), grown


def _delays(
    port: int, api: int, crowd: list[market.Bidder], count: int, rate: int
) -> dict[str, Any]:
    """How long after the commit began everybody was told."""
    lot_id = lots(1)[0]
    watching, report = asyncio.run(_watched(port, api, crowd, lot_id, count, rate))
    committed = _committed(lot_id)
    told = [_told(viewer, max(committed)) for viewer in watching]
    each, last = [], []
    for sequence, at in committed.items():
        delays = [times[sequence] - at.timestamp() for times in told]
        each += delays
        last.append(max(delays))
    return {
        "viewers": count,
        "bids_a_second": rate,
        "facts": len(committed),
        "each_p50_ms": _percentile(each, 0.5),
        "each_p95_ms": _percentile(each, 0.95),
        "last_p95_ms": _percentile(last, 0.95),
        "answer_p95_ms": round(report.percentile(0.95) * 1_000, 2),
    }


async def _watched(
    port: int, api: int, crowd: list[market.Bidder], lot_id: UUID, count: int, rate: int
) -> tuple[list[Viewer], load.Report]:
    watching = await viewers(port, [lot_id], count, keep_times=True)
    bids = rising([lot_id], crowd, rate * _SECONDS)
    report = await asyncio.to_thread(load.run, HOST, api, bids, rate=rate)
    await asyncio.sleep(2)
    for viewer in watching:
        viewer.close()
    return watching, report


def _committed(lot_id: UUID) -> dict[int, datetime]:
    """When the commit of each fact began, by the server's own record."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sequence, pg_xact_commit_timestamp(xmin) FROM auctions_lotfact "
            "WHERE lot_id = %s",
            [lot_id],
        )
        return dict(cursor.fetchall())


def _told(viewer: Viewer, facts: int) -> dict[int, float]:
    """When a viewer was first told of each fact, alone or summed up with later ones."""
    times: dict[int, float] = {}
    for arrival in viewer.arrivals:
        upto = arrival.sequence()
        if upto is not None:
            times |= dict.fromkeys(range(len(times) + 1, upto + 1), arrival.at)
    assert len(times) == facts, (len(times), facts)
    return times


def _hot_lot(port: int, api: int, crowd: list[market.Bidder]) -> dict[str, Any]:
    """Bids a second on one lot, with nobody watching and with a thousand, in turn."""
    load.run(HOST, api, rising(lots(1), crowd, 500))
    alone, watched = [], []
    for _ in range(RUNS):
        alone.append(load.run(HOST, api, rising(lots(1), crowd, 4_000), connections=32).rate(201))
        watched.append(asyncio.run(_hot_and_watched(port, api, crowd, lots(1)[0])))
    ratio = statistics.median(watched) / statistics.median(alone)
    return {
        "alone": [round(rate) for rate in alone],
        "watched": [round(rate) for rate in watched],
        "ratio": round(ratio, 3),
    }


async def _hot_and_watched(port: int, api: int, crowd: list[market.Bidder], lot_id: UUID) -> float:
    watching = await viewers(port, [lot_id], CROWD)
    bids = rising([lot_id], crowd, 4_000)
    report = await asyncio.to_thread(load.run, HOST, api, bids, connections=32)
    for viewer in watching:
        viewer.close()
    return report.rate(201)


@contextlib.contextmanager
def _realtime() -> Iterator[tuple[int, int]]:
    port = _free_port()
    with _managing("serve_realtime", VENDUE_REALTIME_PORT=str(port)) as process:
        _wait(lambda: answers(HOST, port))
        yield port, process.pid


@contextlib.contextmanager
def _rival(name: str) -> Iterator[tuple[int, int]]:
    port = _free_port()
    with _process("-m", "bench.fanout_servers", name, str(port)) as process:
        _wait(lambda: _accepts(port))
        yield port, process.pid


def _managing(
    command: str, **environment: str
) -> contextlib.AbstractContextManager[subprocess.Popen[bytes]]:
    return _process(str(market.ROOT / "backend" / "manage.py"), command, **environment)


@contextlib.contextmanager
def _process(*arguments: str, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(  # noqa: S603 - a command of our own
        [sys.executable, *arguments],
        cwd=market.ROOT,
        env={
            **os.environ,
            "PYTHONPATH": f"{market.ROOT / 'backend'}:{market.ROOT}",
            "VENDUE_REALTIME_PER_ADDRESS": "20000",
            "VENDUE_LOG_LEVEL": "WARNING",
            **environment,
        },
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _accepts(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection((HOST, port), 0.2):
        return True
    return False


def _wait(ready: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not ready():
        if time.monotonic() > deadline:
            raise TimeoutError("the server did not come up")
        time.sleep(0.05)


def _resident_kib(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_024


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _percentile(seconds: list[float], share: float) -> float:
    ordered = sorted(seconds)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1_000, 2)
