"""Sellers and staff at the same moment as each other and as bidders, with real threads."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from tests.auctions.selling import a_draft, a_sale, a_seller, lots_of
from tests.auctions.test_bidding import bid
from tests.factories import a_staff_actor, an_actor
from vendue.auctions.engine.verifying import verify_history
from vendue.auctions.errors import AuctionNotDraft, LotHasBids, LotInAuction
from vendue.auctions.models import Auction, AutoBid, LotFact, LotState
from vendue.auctions.queries import lots as queries
from vendue.auctions.schemas.bidding import LotFactOut
from vendue.auctions.services import cancelling, scheduling, voiding, withdrawal
from vendue.catalogue.models import Lot
from vendue.kernel.errors import DomainError

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls: Callable[[], object]) -> list[object]:
    """What each call returned or was refused with; all start together."""
    start = threading.Barrier(len(calls))
    outcomes: list[object] = [None] * len(calls)

    def run(number: int, call: Callable[[], object]) -> None:
        try:
            start.wait()
            outcomes[number] = call()
        except DomainError as refusal:
            outcomes[number] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def refusals(outcomes: list[object]) -> list[type]:
    return [type(outcome) for outcome in outcomes if isinstance(outcome, DomainError)]


def holds(lot_id) -> bool:
    """Whether the public history of a lot is a chain without a fault."""
    history = queries.history_of(lot_id, cursor=None, limit=500)
    facts = [
        LotFactOut.model_validate(fact, from_attributes=True).model_dump(mode="json")
        for fact in history.items
    ]
    return verify_history(history.terms, facts) == []


def test_two_plans_for_one_lot_leave_one():
    seller = a_seller()
    (lot,) = lots_of(seller)
    outcomes = at_once(*[lambda: a_draft(seller, lot)] * 4)
    assert refusals(outcomes) == [LotInAuction] * 3
    assert Auction.objects.count() == 1


def test_an_auction_scheduled_twice_at_once_is_scheduled_once():
    seller = a_seller()
    draft = a_draft(seller, *lots_of(seller, 3))
    outcomes = at_once(
        *[lambda: scheduling.schedule_auction(actor=seller, auction_id=draft.auction_id)] * 4
    )
    assert refusals(outcomes) == [AuctionNotDraft] * 3
    assert LotState.objects.count() == 3


@pytest.mark.parametrize("_round", range(5))
def test_a_withdrawal_against_the_schedule_leaves_no_half_published_lot(_round):
    seller = a_seller()
    taken, stays = lots_of(seller, 2)
    draft = a_draft(seller, taken, stays)
    at_once(
        lambda: withdrawal.withdraw_lot(actor=seller, lot_id=taken.id),
        lambda: scheduling.schedule_auction(actor=seller, auction_id=draft.auction_id),
    )
    state = LotState.objects.filter(lot=taken).first()
    assert Lot.objects.get(id=taken.id).stage == "withdrawn"
    assert state is None or state.result == "cancelled"
    assert LotState.objects.get(lot=stays).result is None


@pytest.mark.parametrize("_round", range(5))
def test_a_first_bid_against_the_sellers_cancellation_lets_one_win(_round):
    seller, bidder = a_seller(), an_actor()
    (lot,) = lots_of(seller)
    auction = a_sale(seller, lot)
    cancelled, (status, answer) = at_once(
        lambda: cancelling.cancel_auction(actor=seller, auction_id=auction.auction_id),
        lambda: bid(lot.id, bidder, 5_000),
    )
    if status == 201:
        assert isinstance(cancelled, LotHasBids)
        assert LotState.objects.get(lot=lot).result is None
    else:
        assert answer["code"] == "lot_closed"
        assert LotState.objects.get(lot=lot).result == "cancelled"
    assert LotFact.objects.count() == 1
    assert holds(lot.id)


def test_voids_among_bids_keep_the_history_whole_and_the_maxima_true():
    seller, staff = a_seller(), a_staff_actor("staff:auctions")
    (lot,) = lots_of(seller)
    a_sale(seller, lot)
    _, first = bid(lot.id, an_actor(), 2_000)
    bidders = [an_actor() for _ in range(6)]
    at_once(
        *[
            lambda actor=actor, number=number: bid(lot.id, actor, 3_000 + 1_000 * number)
            for number, actor in enumerate(bidders)
        ],
        lambda: voiding.void_bids(
            actor=staff, lot_id=lot.id, sequences=[first["bid"]["sequence"]], reason="A shill."
        ),
    )
    row = LotState.objects.get(lot=lot)
    assert row.epoch == 1
    assert row.leader_maximum_minor == 8_000
    assert row.sequence == LotFact.objects.count()
    standing = {bid.bidder: bid.maximum_minor for bid in voiding.standing_bids(lot.id)}
    rows = AutoBid.objects.filter(maximum_minor__isnull=False)
    assert dict(rows.values_list("account_id", "maximum_minor")) == standing
    assert holds(lot.id)
