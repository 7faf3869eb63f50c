"""A whole market with its app, as `make up` opens it, and the browser that journeys are made in."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from embedded.state import REPOSITORY
from tests.embedded.waiting import wait_until
from tests.live import HOST, free_port

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


@pytest.fixture(scope="session")
def browser() -> str:
    """The browser's path. Without one the journeys are skipped, and it is said how to get one."""
    named = os.environ.get("CHROMIUM")
    found = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip(
            "There is no Chromium, so no page was looked at. On Debian and Ubuntu: "
            "`apt-get install chromium`; or name one: `CHROMIUM=/path/to/it make test`."
        )
    return found


@pytest.fixture(scope="module")
def market(browser: str) -> Iterator[Market]:
    """Lots that nobody bids on but the journeys themselves."""
    # Not pytest's temporary folder: that is closed to the user whom PostgreSQL runs as under root.
    worker = os.environ.get("PYTEST_XDIST_WORKER", "one")
    state = Path(os.environ["VENDUE_STATE_DIR"]) / "e2e" / worker
    shutil.rmtree(state, ignore_errors=True)
    state.mkdir(parents=True)
    port = free_port()
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "PYTHONPATH": os.pathsep.join(sys.path),
        "VENDUE_STATE_DIR": str(state),
        "VENDUE_PORT": str(port),
        "VENDUE_REALTIME_PORT": str(free_port()),
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
