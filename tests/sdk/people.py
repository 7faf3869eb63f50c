"""Who uses the SDK in its tests, and what there is on the market for them."""

from datetime import timedelta
from uuid import UUID

from tests.catalogue.factories import a_category, a_lot
from tests.factories import a_live_lot
from tests.identity.factories import an_account
from vendue.auctions.queries import lots
from vendue.catalogue.models import Category
from vendue.catalogue.services import listing
from vendue.identity.engine import credentials
from vendue.identity.engine.permissions import Scope
from vendue.identity.models import ApiKey
from vendue.kernel import clock
from vendue_sdk import Vendue

NOTHING_ASKED = {"type": "object", "properties": {}, "additionalProperties": False}
_SUNDRY = UUID("01900000-0000-7000-8000-0000000050d5")
_CLOCKS = UUID("01900000-0000-7000-8000-00000000c10c")


def a_key(account=None):
    """A key with every scope that a person has."""
    key = credentials.new_api_key()
    ApiKey.objects.create(
        account=account or an_account(),
        name="test",
        prefix=key[: credentials.SHOWN_CHARACTERS],
        digest=credentials.digest(key),
        scopes=[scope.value for scope in Scope],
        expires_at=clock.now() + timedelta(hours=1),
    )
    return key


def a_bidder(base_url, **options):
    """Somebody who may bid."""
    return Vendue(a_key(), base_url=base_url, **options)


def clocks():
    """The category of every lot here."""
    return Category.objects.get(id=_CLOCKS)


def plant_the_tree():
    """The same two categories for each test: a server remembers its tree for seconds."""
    a_category("clocks", id=_CLOCKS)
    a_category("sundry", id=_SUNDRY, attribute_schema=NOTHING_ASKED)


def a_lot_on_sale(*, seconds_left=3_600, rules=None, **fields):
    """The id of a live clock at 10.00 USD that both the desk and the search know."""
    lot = a_lot(category=clocks(), currency="USD", stage="live", **fields)
    a_live_lot(lot=lot, seconds_left=seconds_left, rules=rules)
    listing.publish(states=[lots.lot_state(lot.id)], auction_id=None)
    return lot.id
