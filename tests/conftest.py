"""What every test gets: an empty Valkey, and a flush that passes the append-only guards."""

from collections.abc import Iterator

import pytest
import redis
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

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
def _nothing_remembered() -> None:
    """What a process remembers for some seconds must not outlive a test."""
    for snapshot in (flags._SNAPSHOT, settings_service._SNAPSHOT, limits._ALLOWANCES):
        snapshot.forget()
    tree.forget()


@pytest.fixture(autouse=True, scope="session")
def _a_flush_past_the_guards() -> Iterator[None]:
    """Let tests with real transactions empty append-only tables, whose triggers refuse TRUNCATE."""
    flush = TransactionTestCase._fixture_teardown

    def flush_as_a_replica(case: TransactionTestCase) -> None:
        # Triggers do not fire for a replica. Needs a superuser, as our own server's role is.
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
        try:
            flush(case)
            # Kept by triggers, which do not fire now, and no model's table.
            with connection.cursor() as cursor:
                cursor.execute("TRUNCATE catalogue_listingsample")
        finally:
            with connection.cursor() as cursor:
                cursor.execute("RESET session_replication_role")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", flush_as_a_replica)
        yield
