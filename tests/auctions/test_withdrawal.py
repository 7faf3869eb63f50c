"""A seller takes a lot back: freely before publication, after that until it has a bid."""

import pytest

from tests.auctions.selling import a_draft, a_sale, a_seller, a_stranger, lots_of
from tests.auctions.test_bidding import bid
from tests.factories import an_actor
from vendue.auctions.errors import AuctionEmpty, LotClosed, LotHasBids
from vendue.auctions.models import AuctionLot, LotFact, LotState
from vendue.auctions.services import scheduling, withdrawal
from vendue.catalogue.errors import LotNotWithdrawable
from vendue.catalogue.models import Lot
from vendue.kernel.errors import NotFound
from vendue.platform.models import AuditEntry, OutboxEvent

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_lot_leaves_the_draft_that_held_it():
    seller = a_seller()
    first, second, third = lots_of(seller, 3)
    draft = a_draft(seller, first, second, third)
    taken = withdrawal.withdraw_lot(actor=seller, lot_id=second.id)
    assert (taken.lot_id, taken.state) == (second.id, None)
    assert Lot.objects.get(id=second.id).stage == "withdrawn"
    placed = AuctionLot.objects.order_by("position").values_list("lot_id", "position")
    assert list(placed) == [(first.id, 1), (third.id, 2)]
    scheduling.schedule_auction(actor=seller, auction_id=draft.auction_id)
    assert LotState.objects.count() == 2


def test_a_draft_whose_last_lot_was_taken_back_is_not_scheduled():
    seller = a_seller()
    (lot,) = lots_of(seller)
    draft = a_draft(seller, lot)
    withdrawal.withdraw_lot(actor=seller, lot_id=lot.id)
    with pytest.raises(AuctionEmpty):
        scheduling.schedule_auction(actor=seller, auction_id=draft.auction_id)


def test_a_published_lot_without_bids_is_cancelled_and_withdrawn():
    seller = a_seller()
    (lot,) = lots_of(seller)
    a_sale(seller, lot)
    taken = withdrawal.withdraw_lot(actor=seller, lot_id=lot.id)
    assert (taken.state.result, taken.state.sequence) == ("cancelled", 1)
    assert Lot.objects.get(id=lot.id).stage == "withdrawn"
    assert LotFact.objects.get().kind == "cancel"
    assert OutboxEvent.objects.filter(name="lot.cancelled").count() == 1
    with pytest.raises(LotClosed):
        withdrawal.withdraw_lot(actor=seller, lot_id=lot.id)


def test_a_lot_with_bids_stays_and_nothing_moves():
    seller = a_seller()
    (lot,) = lots_of(seller)
    a_sale(seller, lot)
    bid(lot.id, an_actor(), 5_000)
    before = LotState.objects.values().get()
    events, entries = OutboxEvent.objects.count(), AuditEntry.objects.count()
    with pytest.raises(LotHasBids):
        withdrawal.withdraw_lot(actor=seller, lot_id=lot.id)
    assert LotState.objects.values().get() == before
    assert (OutboxEvent.objects.count(), AuditEntry.objects.count()) == (events, entries)
    assert Lot.objects.get(id=lot.id).stage == "live"


@pytest.mark.parametrize("put_up", [a_draft, a_sale])
def test_nobody_withdraws_anothers_lot(put_up):
    seller = a_seller()
    (lot,) = lots_of(seller)
    put_up(seller, lot)
    with pytest.raises(NotFound):
        withdrawal.withdraw_lot(actor=a_stranger(), lot_id=lot.id)
    assert Lot.objects.get(id=lot.id).stage != "withdrawn"
    assert AuctionLot.objects.count() == 1


def test_a_lot_is_withdrawn_once():
    seller = a_seller()
    (lot,) = lots_of(seller)
    withdrawal.withdraw_lot(actor=seller, lot_id=lot.id)
    with pytest.raises(LotNotWithdrawable):
        withdrawal.withdraw_lot(actor=seller, lot_id=lot.id)
