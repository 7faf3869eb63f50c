"""kill -9 of each part of a market that `make up` runs, among 2,000 bids and hundreds of closes.

Nothing that was acknowledged is lost, nothing is doubled, and everything comes back by itself.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import psycopg
import pytest

from embedded import postgres, valkey
from embedded.environment import published
from embedded.state import State
from tests import live
from tests.embedded.waiting import wait_until
from tests.record import Record

pytestmark = pytest.mark.long

PEOPLE = 16
BIDS_OF_EACH = 125
OPEN, DUE = 5, 300


class Market:
    """A market under its supervisor, with data of its own."""

    def __init__(self, process: subprocess.Popen[bytes], state: State) -> None:
        self.process = process
        variables = published(state)
        assert variables is not None
        self.variables = {**os.environ, **variables}
        self.port = int(variables["VENDUE_PORT"])

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A Python program with the market's variables."""
        return subprocess.run(
            [sys.executable, *arguments],
            env={**self.variables, "PYTHONPATH": os.pathsep.join(sys.path)},
            cwd=live.ROOT,
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )

    def count(self, condition: str) -> int:
        """How many rows of a table there are: ``auctions_lotstate WHERE …``."""
        with psycopg.connect(self.variables["DATABASE_URL"]) as database:
            row = database.execute(f"SELECT count(*) FROM {condition}").fetchone()  # type: ignore[arg-type]  # a test's own words
        assert row is not None
        return int(row[0])

    def child(self, word: str) -> int | None:
        """The supervisor's own child in whose command line this word stands."""
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
                arguments = (folder / "cmdline").read_text().replace("\0", " ").split()
                names = {argument.rpartition("/")[2] for argument in arguments}
                if parent == str(self.process.pid) and word in names:
                    return int(folder.name)
        return None


@pytest.fixture(scope="module")
def market() -> Iterator[Market]:
    # Not pytest's temporary folder: that is closed to the user whom PostgreSQL runs as under root.
    folder = Path(os.environ["VENDUE_STATE_DIR"]) / "killed"
    state = State.open(folder)
    screen = folder / "screen"
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = {
        **kept,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "VENDUE_STATE_DIR": str(state.root),
        "VENDUE_PORT": str(live.free_port()),
        "VENDUE_DEMO": "0",
        "VENDUE_API_WORKERS": "2",
    }
    with screen.open("w") as shown:
        process = subprocess.Popen(
            [sys.executable, "-m", "embedded", "up"],
            env=environment,
            stdout=shown,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until(
            lambda: "The market is open." in screen.read_text() or process.poll() is not None,
            within_seconds=120,
        )
        assert process.poll() is None, screen.read_text()
        yield Market(process, state)
    finally:
        process.terminate()
        process.wait(60)
        valkey.stop(state)
        postgres.remove_data(state)
        shutil.rmtree(folder)


@pytest.mark.parametrize("word", ["granian", "close_lots", "relay", "postgres", "valkey-server"])
def test_nothing_is_lost_or_doubled(market: Market, word: str, tmp_path: Path):
    staged = market.run("-m", "tests.faults.stage", str(PEOPLE), str(OPEN), str(DUE))
    assert staged.returncode == 0, staged.stderr
    scene = json.loads(staged.stdout)
    crowd = [live.Bidder(UUID(who), principal, token) for who, principal, token in scene["bidders"]]
    lots = [UUID(lot) for lot in scene["open"]]
    record, underway = Record(), threading.Event()

    def bid(number: int) -> None:
        with closing(live.Caller(market.port, crowd[number], record)) as caller:
            for step in range(BIDS_OF_EACH):
                maximum_minor = 2_000 + step * 400 + number * 30
                caller.bid_until_decided(lots[step % OPEN], maximum_minor)
                if len(record.lines) > PEOPLE * BIDS_OF_EACH / 4:
                    underway.set()

    bidding = threading.Thread(target=lambda: live.at_the_same_time(PEOPLE, bid))
    bidding.start()
    assert underway.wait(60)
    killed = market.child(word)
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    bidding.join(180)
    assert not bidding.is_alive()
    decided = {line.key for line in record.lines if line.status in {201, 409}}
    assert len(decided) == PEOPLE * BIDS_OF_EACH

    wait_until(lambda: market.child(word) not in {None, killed}, within_seconds=60)
    ended = "auctions_lotstate WHERE result IS NULL AND ends_at <= clock_timestamp()"
    due = f"auctions_lotstate WHERE lot_id = ANY('{{{','.join(scene['due'])}}}') AND result IS NULL"
    wait_until(lambda: market.count(ended) == market.count(due) == 0, within_seconds=60)
    wait_until(
        lambda: market.count("platform_outboxevent WHERE published_at IS NULL") == 0,
        within_seconds=60,
    )
    record.write(tmp_path / "record")
    checked = market.run(
        str(live.ROOT / "backend" / "manage.py"), "verify", "--record", str(tmp_path / "record")
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
