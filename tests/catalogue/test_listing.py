"""The projection of a lot's public facts: stored by one version, read by others."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.catalogue.factories import a_listed_lot, a_state
from tests.factories import an_actor
from vendue.catalogue.models import LotListing
from vendue.catalogue.queries import lots
from vendue.catalogue.services import listing
from vendue.kernel import lots as kernel_lots

pytestmark = pytest.mark.django_db


def read(lot):
    return lots.lot_for(an_actor(), lot.id).state


def stored_otherwise(lot, change):
    listing = LotListing.objects.get(lot=lot)
    change(listing.state)
    listing.save(update_fields=["state"])


def test_a_state_that_a_later_version_stored_is_read_without_what_is_unknown():
    lot = a_listed_lot()
    before = read(lot)
    stored_otherwise(lot, lambda state: state.update(mood="calm", buy_now=None))
    assert read(lot) == before


def test_a_state_stored_before_a_field_was_added_says_what_that_field_was_then(monkeypatch):
    monkeypatch.setitem(kernel_lots.ADDED_FIELDS, "extension_count", 0)
    lot = a_listed_lot(state={"extension_count": 3})
    stored_otherwise(lot, lambda state: state.pop("extension_count"))
    assert read(lot).extension_count == 0


def test_every_field_since_the_first_version_says_what_it_was_before():
    first = {
        *("lot_id", "epoch", "sequence", "status", "currency", "price_minor"),
        *("minimum_bid_minor", "bid_count", "bidder_count", "reserve", "buy_now", "leader"),
        *("starts_at", "ends_at", "extension_count", "closed_at", "result"),
        "hammer_price_minor",
    }
    assert kernel_lots.LotStateOut.model_fields.keys() == first | kernel_lots.ADDED_FIELDS.keys()


@pytest.mark.django_db(transaction=True)
def test_relays_that_bring_the_same_lots_in_another_order_never_wait_in_a_circle():
    published = [a_listed_lot() for _ in range(40)]

    def relay(way):
        try:
            for sequence in range(1, 15):
                listing.apply_states(
                    [a_state(lot, sequence=sequence) for lot in published[:: 1 if way else -1]]
                )
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(relay, [True, False, True, False]))
    assert set(LotListing.objects.values_list("sequence", flat=True)) == {14}
