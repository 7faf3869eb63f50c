"""What the tests of bad input share: one market for a file, put back after each test."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.security.asking import Asker
from tests.security.market import Market, a_market, untouched


@pytest.fixture(scope="module")
def market(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[Market]:
    request.getfixturevalue("django_db_setup")
    with django_db_blocker.unblock(), a_market() as market:
        yield market


@pytest.fixture
def asker(market: Market) -> Iterator[Asker]:
    with untouched():
        yield Asker(market)
