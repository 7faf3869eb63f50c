"""Cancelling auctions and lots, and what stays when it is refused."""

import pytest

from tests.auctions.selling import a_draft, a_sale, a_seller, lots_of
from tests.auctions.test_bidding import bid
from tests.auctions.test_closing import end_now
from tests.factories import a_staff_actor, an_actor
from vendue.auctions.errors import AuctionOver, LotClosed, LotHasBids
from vendue.auctions.models import Auction, AuctionLot, LotFact, LotState
from vendue.auctions.services import cancelling
from vendue.kernel.errors import NotFound
from vendue.kernel.ids import new_id
from vendue.platform.models import AuditEntry, OutboxEvent

pytestmark = pytest.mark.django_db(transaction=True)


def test_cancelling_a_draft_frees_its_lots():
    seller = a_seller()
    (lot,) = lots_of(seller)
    draft = a_draft(seller, lot)
    cancelled = cancelling.cancel_auction(actor=seller, auction_id=draft.auction_id)
    assert (cancelled.status, cancelled.lot_count) == ("cancelled", 0)
    assert not OutboxEvent.objects.exists()
    a_draft(seller, lot)


def test_cancelling_without_bids_ends_every_lot():
    seller = a_seller()
    lots = lots_of(seller, 2)
    auction = a_sale(seller, *lots)
    OutboxEvent.objects.all().delete()
    cancelled = cancelling.cancel_auction(actor=seller, auction_id=auction.auction_id)
    assert cancelled.status == "cancelled"
    assert set(LotState.objects.values_list("result", "status")) == {("cancelled", "cancelled")}
    assert set(LotFact.objects.values_list("kind", "sequence")) == {("cancel", 1)}
    names = sorted(OutboxEvent.objects.values_list("name", flat=True))
    assert names == [
        "auction.closed",
        "auction.lot_closed",
        "auction.lot_closed",
        "lot.cancelled",
        "lot.cancelled",
    ]
    with pytest.raises(AuctionOver):
        cancelling.cancel_auction(actor=seller, auction_id=auction.auction_id)


def test_one_bid_keeps_the_seller_from_cancelling_and_leaves_no_trace():
    seller = a_seller()
    quiet, wanted = lots_of(seller, 2)
    auction = a_sale(seller, quiet, wanted)
    bid(wanted.id, an_actor(), 5_000)
    before = list(LotState.objects.order_by("lot_id").values())
    events, entries = OutboxEvent.objects.count(), AuditEntry.objects.count()
    with pytest.raises(LotHasBids):
        cancelling.cancel_auction(actor=seller, auction_id=auction.auction_id)
    assert list(LotState.objects.order_by("lot_id").values()) == before
    assert (OutboxEvent.objects.count(), AuditEntry.objects.count()) == (events, entries)
    assert Auction.objects.get().status == "live"


def test_a_lot_that_has_ended_keeps_its_winner_whatever_is_cancelled():
    seller, staff, winner = a_seller(), a_staff_actor("staff:auctions"), an_actor()
    ended, running, empty = lots_of(seller, 3)
    auction = a_sale(seller, ended, running, empty)
    for lot in (ended, running):
        bid(lot.id, winner, 5_000)
    end_now(ended.id, empty.id)
    with pytest.raises(LotClosed):
        cancelling.cancel_lot(actor=staff, lot_id=ended.id, reason="Too late.")
    assert LotState.objects.get(lot_id=ended.id).result is None
    cancelling.cancel_auction_by_staff(
        actor=staff, auction_id=auction.auction_id, reason="The hall burnt down."
    )
    results = dict(LotState.objects.values_list("lot_id", "result"))
    assert results == {ended.id: "sold", running.id: "cancelled", empty.id: "unsold"}


def test_staff_cancel_with_a_reason_whatever_was_bid():
    seller, staff = a_seller(), a_staff_actor("staff:auctions")
    quiet, wanted = lots_of(seller, 2)
    auction = a_sale(seller, quiet, wanted)
    bid(wanted.id, an_actor(), 5_000)
    cancelling.cancel_auction_by_staff(
        actor=staff, auction_id=auction.auction_id, reason="A forgery."
    )
    assert set(LotState.objects.values_list("result", flat=True)) == {"cancelled"}
    entry = AuditEntry.objects.get(action="auction.cancel")
    assert (entry.reason, entry.before, entry.after) == (
        "A forgery.",
        {"status": "live"},
        {"status": "cancelled"},
    )
    assert AuctionLot.objects.count() == 2
    assert bid(wanted.id, an_actor(), 9_000)[1]["code"] == "lot_closed"


def test_staff_cancel_one_lot_and_the_others_go_on():
    seller, staff = a_seller(), a_staff_actor("staff:auctions")
    first, second = lots_of(seller, 2)
    a_sale(seller, first, second)
    state = cancelling.cancel_lot(actor=staff, lot_id=first.id, reason="It broke.")
    assert (state.result, state.sequence) == ("cancelled", 1)
    assert LotState.objects.get(lot=second).result is None
    with pytest.raises(LotClosed):
        cancelling.cancel_lot(actor=staff, lot_id=first.id, reason="Again.")
    with pytest.raises(NotFound):
        cancelling.cancel_lot(actor=staff, lot_id=new_id(), reason="Nothing.")
    assert AuditEntry.objects.filter(action="lot.cancel").count() == 1
