"""The market that journeys are made in, and the browser they are made with."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.market import Market, browser_path, opened


@pytest.fixture(scope="session")
def browser() -> str:
    """The browser's path. Without one the journeys are skipped, and it is said how to get one."""
    found = browser_path()
    if found is None:
        pytest.skip(
            "There is no Chromium, so no page was looked at. On Debian and Ubuntu: "
            "`apt-get install chromium`; or name one: `CHROMIUM=/path/to/it make test`."
        )
    return found


@pytest.fixture(scope="module")
def market(browser: str) -> Iterator[Market]:  # noqa: ARG001 - without one there is no journey
    """Lots that nobody bids on but the journeys themselves."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "one")
    with opened(Path(os.environ["VENDUE_STATE_DIR"]) / "e2e" / worker) as market:
        yield market
