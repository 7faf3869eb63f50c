"""What the tests with generated data share: one market for a file."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.security.market import Market, a_market


@pytest.fixture(scope="module")
def market(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[Market]:
    request.getfixturevalue("django_db_setup")
    with django_db_blocker.unblock(), a_market() as market:
        yield market
