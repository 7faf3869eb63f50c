"""`make up` itself: the market answers, comes back after kill -9, and leaves nothing behind."""

import contextlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from embedded import postgres, procs, valkey
from embedded.ports import is_free
from embedded.processes import MARK, answers
from embedded.state import State
from tests.embedded.waiting import wait_until

OPEN = "The market is open."
PROCESSES = ["granian", "close_lots", "relay", "worker", "postgres", "valkey-server"]


@dataclass
class Market:
    """A market started as `make up` starts it."""

    process: subprocess.Popen
    state: State
    port: int
    screen: Path

    def shown(self) -> str:
        return self.screen.read_text()

    def left_behind(self) -> list[int]:
        servers = procs.working_in(self.state.root / "valkey", "")
        return [*procs.marked_with(MARK, str(self.state.root)), *servers]


def environment(state: State, port: int) -> dict[str, str]:
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {
        **inherited,
        "PYTHONPATH": ":".join(sys.path),
        "VENDUE_STATE_DIR": str(state.root),
        "VENDUE_PORT": str(port),
        "VENDUE_DEMO": "0",
        # No app: what is served in front of the API has tests of its own.
        "VENDUE_WEB_APP": str(state.root / "no-app"),
    }


def command(state: State, port: int) -> subprocess.CompletedProcess:
    up = [sys.executable, "-m", "embedded", "up"]
    env = environment(state, port)
    return subprocess.run(up, env=env, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    # Not pytest's temporary folder: that is closed to the user whom PostgreSQL runs as under root.
    worker = os.environ.get("PYTEST_XDIST_WORKER", "one")
    folder = Path(os.environ["VENDUE_STATE_DIR"]) / "up" / worker
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def market(folder: Path) -> Iterator[Market]:
    state = State.open(folder / "market")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    screen = folder / "screen"
    with screen.open("w") as shown:
        process = subprocess.Popen(
            [sys.executable, "-m", "embedded", "up"],
            env=environment(state, port),
            stdout=shown,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until(
            lambda: OPEN in screen.read_text() or process.poll() is not None, within_seconds=90
        )
        assert OPEN in screen.read_text(), screen.read_text()
        yield Market(process, state, port, screen)
    finally:
        process.terminate()
        process.wait(60)
        valkey.stop(state)
        postgres.remove_data(state)


def get(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def process_called(market: Market, word: str) -> int | None:
    """The supervisor's own child in whose command line this word stands."""
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            arguments = (folder / "cmdline").read_text().replace("\0", " ").split()
            names = {argument.rpartition("/")[2] for argument in arguments}
            if parent == str(market.process.pid) and word in names:
                return int(folder.name)
    return None


def test_the_market_answers_and_says_where(market: Market):
    assert get(market.port, "/readyz") == 200
    assert get(market.port, "/api/v1/openapi.json") == 200
    assert f"http://127.0.0.1:{market.port}/api/v1/" in market.shown()
    assert "Mail inbox" in market.shown()


def test_a_second_start_says_that_the_market_runs_already(market: Market):
    second = command(market.state, market.port)

    assert second.returncode == 1
    assert f"runs already, as process {market.process.pid}" in second.stderr
    assert get(market.port, "/readyz") == 200


def test_another_market_is_told_who_holds_the_port(market: Market, folder: Path):
    refused = command(State.open(folder / "other"), market.port)

    assert refused.returncode == 1
    assert f"Port {market.port} is taken by" in refused.stderr
    assert f"VENDUE_PORT={market.port + 2} make up" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("word", PROCESSES)
def test_a_process_comes_back_after_kill_9(market: Market, word: str):
    killed = process_called(market, word)
    os.kill(killed, signal.SIGKILL)

    wait_until(lambda: process_called(market, word) not in {None, killed}, within_seconds=60)
    wait_until(lambda: answers("127.0.0.1", market.port), within_seconds=60)
    assert "was ended by a signal (Killed); starting it again" in market.shown()


def test_it_ends_with_nothing_left_behind(market: Market):
    market.process.send_signal(signal.SIGINT)

    assert market.process.wait(60) == 0
    assert market.left_behind() == []
    assert is_free(market.port)
    assert "does not end by itself" not in market.shown()
