"""A market that the SDK talks to as anybody would: a real server on the test's database."""

import httpx
import pytest

from tests import live
from tests.auctions.selling import the_default_rules
from tests.realtime.market import realtime
from tests.sdk.people import plant_the_tree
from tests.sdk.proxy import Proxy


@pytest.fixture(scope="session")
def telling(django_db_setup, django_db_blocker):  # noqa: ARG001 - the database must be there
    """One realtime process for all tests of a worker."""
    with django_db_blocker.unblock(), realtime() as running:
        yield running


@pytest.fixture(scope="session")
def server(telling, django_db_blocker):
    """One API for all tests of a worker."""
    url = telling.url
    with django_db_blocker.unblock(), live.serving(VENDUE_REALTIME_URL=url) as running:
        yield running


@pytest.fixture
def base_url(transactional_db, server):  # noqa: ARG001 - what a test commits goes afterwards
    """Its address, with the rules that every market has."""
    the_default_rules()
    plant_the_tree()
    return f"http://{live.HOST}:{server.port}"


@pytest.fixture
def proxy(base_url):
    """A line to the market that can be cut."""
    with Proxy(httpx.URL(base_url)) as line:
        yield line
