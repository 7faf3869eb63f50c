"""What every test gets: an empty Valkey, and a flush that passes the append-only guards."""

from collections.abc import Iterator

import pytest
import redis
from django.conf import settings
from django.test import TransactionTestCase

from tests.flushing import past_the_guards
from vendue.auctions.services import bidding
from vendue.catalogue.queries import tree
from vendue.platform.services import flags, limits
from vendue.platform.services import settings as settings_service


@pytest.fixture(scope="session")
def valkey() -> Iterator[redis.Redis]:
    """This worker's own Valkey database."""
    with redis.Redis.from_url(settings.REDIS_URL) as client:
        yield client


@pytest.fixture(autouse=True)
def _an_empty_valkey(valkey: redis.Redis) -> None:
    valkey.flushdb()


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """What a process remembers, or keeps from the pool, must not outlive a test."""
    for snapshot in (flags._SNAPSHOT, settings_service._SNAPSHOT, limits._ALLOWANCES):
        snapshot.forget()
    tree.forget()
    yield
    bidding.clerk.leave()


@pytest.fixture(autouse=True, scope="session")
def _a_flush_past_the_guards() -> Iterator[None]:
    """Let tests with real transactions empty append-only tables, whose triggers refuse TRUNCATE."""
    flush = TransactionTestCase._fixture_teardown

    def flush_as_a_replica(case: TransactionTestCase) -> None:
        with past_the_guards():
            flush(case)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", flush_as_a_replica)
        yield
