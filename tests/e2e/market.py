"""A whole market with its app, as `make up` opens it, in a folder and at ports of its own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from embedded.environment import HOST
from embedded.state import REPOSITORY, State
from tests.embedded.waiting import wait_until

OPEN = "The market is open."
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
#: Sixty pictures are drawn and the app is built, on two cores that others use as well.
OPENS_WITHIN_SECONDS = 300


@dataclass(frozen=True)
class Market:
    """Where the app is, and where the market keeps its letters and accounts."""

    url: str
    state: Path

    def environment(self) -> dict[str, str]:
        """What the journeys are told."""
        return {**os.environ, "VENDUE_E2E_URL": self.url, "VENDUE_E2E_STATE": str(self.state)}


def browser_path() -> str | None:
    """The browser that CHROMIUM names, or the one on PATH."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def given_or_opened(name: str) -> Iterator[Market]:
    """The market that VENDUE_E2E_URL and VENDUE_E2E_STATE name; without them one of its own."""
    url, state = (os.environ.get(f"VENDUE_E2E_{what}") for what in ("URL", "STATE"))
    if url and state:
        yield Market(url, Path(state))
        return
    with opened(State.open().root / "e2e" / name) as market:
        yield market


@contextmanager
def opened(state: Path) -> Iterator[Market]:
    """The demo's lots, on which nobody bids by themselves. ``state`` is emptied before and after.

    Not in a temporary folder: those are closed to the user whom PostgreSQL runs as under root.
    """
    shutil.rmtree(state, ignore_errors=True)
    state.mkdir(parents=True)
    port = _free_port()
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "PYTHONPATH": os.pathsep.join(sys.path),
        "VENDUE_STATE_DIR": str(state),
        "VENDUE_PORT": str(port),
        "VENDUE_REALTIME_PORT": str(_free_port()),
        "VENDUE_DEMO": "lots",
    }
    screen = state / "screen"
    with screen.open("w") as shown:
        process = subprocess.Popen(
            [sys.executable, "-m", "embedded", "up"],
            cwd=REPOSITORY,
            env=environment,
            stdout=shown,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_until(
            lambda: OPEN in screen.read_text() or process.poll() is not None,
            within_seconds=OPENS_WITHIN_SECONDS,
        )
        assert process.poll() is None, screen.read_text()
        yield Market(f"http://{HOST}:{port}", state)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        shutil.rmtree(state, ignore_errors=True)
