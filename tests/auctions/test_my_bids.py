"""A bidder's own bids: what a page about them needs, and nothing of anybody else."""

import pytest

from tests.auctions.bids import bid
from tests.factories import a_live_lot, an_actor
from vendue.auctions.models import LotState
from vendue.auctions.queries.standing import BidderStanding, NextStep, bids_of, own_bid
from vendue.auctions.services.closing import close_due_lots
from vendue.catalogue.models import Photograph
from vendue.kernel import clock

pytestmark = pytest.mark.django_db

SIZES = [
    {"width": width, "height": width // 2, "webp": f"p/{width}.webp", "avif": f"p/{width}.avif"}
    for width in (160, 480, 1_600)
]


def test_own_bids_say_where_one_stands_and_what_to_do_next():
    lot, first, second = a_live_lot(title="A brass clock"), an_actor(), an_actor()
    bid(lot.lot_id, first, 5_000)
    bid(lot.lot_id, second, 6_000)

    outbid, leading = own_bid(first.id, lot.lot_id), own_bid(second.id, lot.lot_id)

    assert (outbid.standing, outbid.next_step) == (BidderStanding.OUTBID, NextStep.BID_AGAIN)
    assert outbid.next_minimum_minor == outbid.state.minimum_bid_minor == 5_200
    assert (leading.standing, leading.next_step) == (BidderStanding.LEADING, NextStep.WAIT)
    assert leading.next_minimum_minor == 6_001
    assert (outbid.lot_title, outbid.bidder, outbid.maximum_minor) == (
        "A brass clock",
        "bidder 1",
        5_000,
    )


def test_what_is_over_leaves_the_winner_to_settle_and_the_others_nothing():
    lot, first, second = a_live_lot(), an_actor(), an_actor()
    bid(lot.lot_id, first, 5_000)
    bid(lot.lot_id, second, 6_000)
    LotState.objects.update(ends_at=clock.database_now())
    assert close_due_lots() == 1

    lost, won = own_bid(first.id, lot.lot_id), own_bid(second.id, lot.lot_id)

    assert (lost.standing, lost.next_step) == (BidderStanding.LOST, NextStep.NONE)
    assert (won.standing, won.next_step) == (BidderStanding.WON, NextStep.SETTLE)
    assert (lost.next_minimum_minor, won.next_minimum_minor) == (None, None)


def test_a_list_shows_the_first_ready_photograph_in_a_size_for_lists(
    django_assert_max_num_queries,
):
    actor = an_actor()
    lots = [a_live_lot() for _ in range(3)]
    for lot in lots:
        bid(lot.lot_id, actor, 5_000)
    lot_id = lots[0].lot_id
    Photograph.objects.create(lot_id=lot_id, position=0, original_key="a", status="waiting")
    Photograph.objects.create(
        lot_id=lot_id,
        position=1,
        original_key="b",
        status="ready",
        width=1_600,
        height=800,
        renditions=SIZES,
        alt_text="The dial",
    )

    # The bids, the titles and the photographs, however many lots there are.
    with django_assert_max_num_queries(3):
        page = bids_of(actor.id, standing=None, cursor=None, limit=10)

    shown = {own.lot_id: own.thumbnail for own in page.items}
    assert (shown[lot_id].width, shown[lot_id].alt_text) == (480, "The dial")
    assert shown[lots[1].lot_id] is None
