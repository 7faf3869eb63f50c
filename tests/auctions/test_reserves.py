"""Lowering a reserve: once, in time, never below the start, and never in public."""

from datetime import timedelta

import pytest

from tests.auctions.selling import a_sale, a_seller, a_stranger, lots_of
from tests.auctions.test_bidding import bid
from tests.factories import an_actor
from vendue.auctions.errors import (
    ReserveAlreadyLowered,
    ReserveNotLowered,
    ReserveTooLate,
)
from vendue.auctions.models import LotFact, LotState, ReserveChange
from vendue.auctions.services import reserves
from vendue.kernel import clock
from vendue.kernel.errors import NotFound
from vendue.platform.models import AuditEntry, OutboxEvent

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_reserve_that_is_met_by_lowering_lifts_the_price_and_says_so():
    seller = a_seller()
    (lot,) = lots_of(seller, reserve_minor=9_000)
    a_sale(seller, lot)
    bid(lot.id, an_actor(), 5_000)
    lowered = reserves.lower_reserve(actor=seller, lot_id=lot.id, reserve_minor=4_000)
    assert (lowered.state.price_minor, lowered.state.reserve) == (4_000, "met")
    assert list(LotFact.objects.order_by("sequence").values_list("kind", flat=True)) == [
        "bid",
        "reserve_met",
    ]
    change = ReserveChange.objects.get()
    assert (change.from_minor, change.to_minor, change.after_sequence) == (9_000, 4_000, 1)


def test_one_that_is_still_not_met_leaves_no_public_trace():
    seller = a_seller()
    (lot,) = lots_of(seller, reserve_minor=9_000)
    a_sale(seller, lot)
    bid(lot.id, an_actor(), 5_000)
    events = OutboxEvent.objects.count()
    lowered = reserves.lower_reserve(actor=seller, lot_id=lot.id, reserve_minor=8_000)
    assert (lowered.reserve_minor, lowered.state.reserve) == (8_000, "not_met")
    assert OutboxEvent.objects.count() == events
    assert LotFact.objects.count() == 1
    assert LotState.objects.get().reserve_minor == 8_000
    trail = AuditEntry.objects.get(action="lot.lower_reserve")
    assert trail.after == {"reserve_lowered": True}  # the amounts are the seller's secret


def test_a_reserve_is_lowered_once_and_refusals_change_nothing():
    seller = a_seller()
    (lot,) = lots_of(seller, reserve_minor=9_000)
    a_sale(seller, lot)
    for amount in (9_000, 10_000, 999):
        with pytest.raises(ReserveNotLowered):
            reserves.lower_reserve(actor=seller, lot_id=lot.id, reserve_minor=amount)
    assert not ReserveChange.objects.exists()
    reserves.lower_reserve(actor=seller, lot_id=lot.id, reserve_minor=5_000)
    with pytest.raises(ReserveAlreadyLowered):
        reserves.lower_reserve(actor=seller, lot_id=lot.id, reserve_minor=4_000)
    assert LotState.objects.get().reserve_minor == 5_000
    assert ReserveChange.objects.count() == 1


def test_not_in_the_last_twelve_hours():
    seller = a_seller()
    (lot,) = lots_of(seller, reserve_minor=9_000)
    a_sale(seller, lot, ends_at=clock.now() + timedelta(hours=11))
    with pytest.raises(ReserveTooLate):
        reserves.lower_reserve(actor=seller, lot_id=lot.id, reserve_minor=5_000)
    assert LotState.objects.get().reserve_minor == 9_000


def test_only_the_seller_lowers_it():
    seller = a_seller()
    (lot,) = lots_of(seller, reserve_minor=9_000)
    a_sale(seller, lot)
    with pytest.raises(NotFound):
        reserves.lower_reserve(actor=a_stranger(), lot_id=lot.id, reserve_minor=5_000)
    assert not ReserveChange.objects.exists()
