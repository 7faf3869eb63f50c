"""The door for auctions, and the projection that search reads."""

import pytest

from tests.catalogue.factories import a_category, a_listed_lot, a_lot, a_seller_of, a_state
from tests.factories import an_actor
from vendue.catalogue.errors import LotNotApproved
from vendue.catalogue.models import Lot, LotListing
from vendue.catalogue.services import listing, publication
from vendue.kernel.errors import NotFound
from vendue.kernel.lots import LotResult, LotStatus

pytestmark = pytest.mark.django_db


def test_approved_terms_are_handed_over_in_the_order_asked_for():
    parent = a_category("clocks")
    leaf = a_category("watches", parent=parent)
    first = a_lot(stage="approved", category=leaf, reserve_minor=1_500, buy_now_minor=9_000)
    second = a_lot(stage="approved", category=leaf, seller_account=first.seller_account)
    found = publication.terms_of(lot_ids=[second.id, first.id], actor=a_seller_of(first))
    assert [terms.lot_id for terms in found] == [second.id, first.id]
    assert found[1].category_path == "clocks/watches"
    assert (found[1].reserve_minor, found[1].buy_now_minor) == (1_500, 9_000)


def test_terms_of_a_draft_or_of_anothers_lot_are_refused():
    lot = a_lot()
    with pytest.raises(LotNotApproved):
        publication.terms_of(lot_ids=[lot.id], actor=a_seller_of(lot))
    with pytest.raises(NotFound):
        publication.terms_of(lot_ids=[lot.id], actor=an_actor())


def test_a_published_lot_is_listed_without_its_reserve():
    lot = a_lot(stage="approved", reserve_minor=5_678)
    publication.mark_live(actor=a_seller_of(lot), states=[a_state(lot)], auction_id=None)
    lot.refresh_from_db()
    assert lot.stage == "live"
    row = LotListing.objects.filter(lot=lot).values().get()
    assert "5678" not in str(row)


def test_publishing_twice_is_refused():
    lot = a_lot(stage="approved")
    publication.mark_live(actor=a_seller_of(lot), states=[a_state(lot)], auction_id=None)
    with pytest.raises(LotNotApproved):
        publication.mark_live(actor=a_seller_of(lot), states=[a_state(lot)], auction_id=None)
    assert LotListing.objects.count() == 1


def test_a_closed_lot_keeps_its_first_result():
    lot = a_listed_lot()
    publication.mark_closed(lot_id=lot.id, result=LotResult.SOLD)
    publication.mark_closed(lot_id=lot.id, result=LotResult.UNSOLD)
    assert Lot.objects.get(id=lot.id).result == "sold"


def test_a_published_lot_is_withdrawn_by_its_seller_only():
    lot = a_listed_lot()
    with pytest.raises(NotFound):
        publication.mark_withdrawn(actor=an_actor(), lot_id=lot.id)
    publication.mark_withdrawn(actor=a_seller_of(lot), lot_id=lot.id)
    assert Lot.objects.get(id=lot.id).stage == "withdrawn"


def test_newer_facts_reach_the_listing():
    lot = a_listed_lot()
    state = a_state(lot, sequence=3, price_minor=4_000, bid_count=2)
    assert listing.apply_state(state)
    row = LotListing.objects.get(lot=lot)
    assert (row.price_minor, row.bid_count, row.sequence) == (4_000, 2, 3)
    assert row.state == state.model_dump(mode="json")


@pytest.mark.parametrize(
    ("epoch", "sequence"), [(1, 4), (0, 9), (1, 5)], ids=["sequence", "epoch", "same"]
)
def test_older_facts_never_overwrite_newer_ones(epoch, sequence):
    lot = a_listed_lot(state={"epoch": 1, "sequence": 5, "price_minor": 4_000})
    stale = a_state(lot, epoch=epoch, sequence=sequence, price_minor=1, status=LotStatus.SCHEDULED)
    assert not listing.apply_state(stale)
    row = LotListing.objects.get(lot=lot)
    assert (row.epoch, row.sequence, row.price_minor, row.status) == (1, 5, 4_000, "live")


def test_a_void_lowers_the_price_in_a_new_epoch():
    lot = a_listed_lot(state={"sequence": 5, "price_minor": 4_000})
    assert listing.apply_state(a_state(lot, epoch=1, sequence=6, price_minor=2_000))
    assert LotListing.objects.get(lot=lot).price_minor == 2_000


def test_opening_is_no_fact_and_shows_all_the_same():
    lot = a_listed_lot(state={"status": LotStatus.SCHEDULED})
    assert listing.apply_state(a_state(lot))
    assert LotListing.objects.get(lot=lot).status == "live"


def test_of_many_states_of_one_lot_the_newest_wins():
    lot = a_listed_lot()
    states = [a_state(lot, sequence=n, price_minor=1_000 * n) for n in (2, 7, 5)]
    assert listing.apply_states(states) == 1
    assert LotListing.objects.get(lot=lot).price_minor == 7_000


def test_states_of_unlisted_lots_change_nothing():
    assert listing.apply_states([a_state(a_lot())]) == 0
    assert listing.apply_states([]) == 0
