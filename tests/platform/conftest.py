"""What a process remembers for some seconds must not outlive a test."""

import pytest

from vendue.platform.services import flags, limits, settings


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    for snapshot in (flags._SNAPSHOT, settings._SNAPSHOT, limits._ALLOWANCES):
        snapshot.forget()
