"""Every journey of the app in a real browser, against a whole market."""

import subprocess
from pathlib import Path

import pytest

from embedded.state import REPOSITORY

APP = REPOSITORY / "apps" / "web"
JOURNEYS = sorted(path.name for path in (APP / "e2e" / "journeys").glob("*.spec.ts"))
PLAYWRIGHT = REPOSITORY / "node_modules" / ".bin" / "playwright"
SECONDS = 600


@pytest.mark.parametrize("journey", JOURNEYS)
def test_the_journey_can_be_made(market, journey):
    done = subprocess.run(
        [PLAYWRIGHT, "test", "--config", "e2e/playwright.config.ts", journey],
        cwd=APP,
        env=market.environment(),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-12_000:] + done.stderr[-4_000:]


def test_there_are_journeys():
    assert "home.spec.ts" in JOURNEYS
    assert Path(APP / "e2e" / "playwright.config.ts").is_file()
