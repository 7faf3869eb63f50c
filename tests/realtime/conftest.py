"""One realtime process for the tests of a file."""

from collections.abc import Iterator

import pytest

from tests.realtime.market import Live, realtime


@pytest.fixture(scope="module")
def live(django_db_setup: None) -> Iterator[Live]:  # noqa: ARG001 - it comes first
    """A realtime process on the test's database."""
    with realtime() as process:
        yield process


@pytest.fixture
def anyio_backend() -> str:
    """What runs tests that are coroutines."""
    return "asyncio"
