"""Proxy bidding, rule by rule (rules 2.1 to 2.7 and 2.11)."""

from uuid import UUID

import pytest

from tests.auctions.engine.sale import Sale, a_bidder, kinds, some_rules
from vendue.auctions.engine.bidding import Bid, place_bid
from vendue.auctions.engine.figures import FactKind
from vendue.auctions.errors import BidTooLow, NotAboveOwnMaximum
from vendue.kernel.lots import ReserveStanding
from vendue.kernel.money import MAXIMUM_MINOR


def test_the_first_bid_needs_the_start_price():
    sale = Sale()
    with pytest.raises(BidTooLow) as refusal:
        sale.bid("A", 999)
    assert refusal.value.data == {"minimum_bid_minor": 1_000, "currency": "USD"}
    assert sale.facts == []
    sale.bid("A", 1_000)
    assert sale.figures.price_minor == 1_000


def test_an_amount_need_not_lie_on_a_step():
    sale = Sale()
    sale.bid("A", 5_000)
    sale.bid("B", 1_051)
    assert sale.figures.price_minor == 1_101


def test_the_step_is_taken_at_the_losing_maximum_not_at_the_price_shown():
    sale = Sale()
    sale.bid("A", 9_900)
    sale.bid("B", 20_000)
    assert sale.figures.price_minor == 10_000  # a step of 1.00 at 99.00; 0.50 at the shown 10.00


def test_a_bid_that_takes_the_lead_is_one_fact_showing_only_the_price():
    sale = Sale()
    sale.bid("A", 5_000)
    decision = sale.bid("B", 9_000)
    (fact,) = decision.facts
    assert fact.kind is FactKind.BID
    assert (fact.amount_minor, fact.price_minor, fact.maximum_minor) == (5_100, 5_100, 9_000)
    assert (fact.bidder, fact.bidder_number, fact.leader_number) == (a_bidder("B"), 2, 2)


def test_an_answered_bid_is_recorded_with_the_leaders_automatic_bid():
    sale = Sale()
    sale.bid("A", 5_000)
    bid, answer = sale.bid("B", 3_000).facts
    assert (bid.kind, bid.bidder_number, bid.amount_minor, bid.price_minor) == (
        FactKind.BID,
        2,
        3_000,
        3_000,
    )
    assert (answer.kind, answer.bidder_number, answer.amount_minor, answer.price_minor) == (
        FactKind.AUTOMATIC_BID,
        1,
        3_100,
        3_100,
    )
    assert answer.maximum_minor is None
    assert bid.leader_number == answer.leader_number == 1
    assert bid.at == answer.at


def test_on_a_tie_the_automatic_bid_repeats_the_amount():
    sale = Sale()
    sale.bid("A", 5_000)
    bid, answer = sale.bid("B", 5_000).facts
    assert bid.amount_minor == answer.amount_minor == answer.price_minor == 5_000
    assert sale.leads("A")


def test_raising_ones_own_maximum_keeps_the_lead_against_an_equal_one_set_before():
    sale = Sale()
    sale.bid("A", 5_000)
    sale.bid("B", 8_000)
    sale.bid("A", 8_000)
    assert sale.leads("B")
    sale.bid("B", 9_000)
    assert sale.leads("B")
    assert sale.figures.price_minor == 8_100


def test_an_own_raise_may_be_below_the_minimum_bid():
    sale = Sale()
    sale.bid("A", 1_000)
    sale.bid("A", 1_001)
    assert sale.figures.leader_maximum_minor == 1_001
    assert sale.state().minimum_bid_minor == 1_050


def test_an_own_raise_moves_the_price_only_where_the_old_maximum_had_capped_it():
    sale = Sale()
    sale.bid("A", 5_000)
    sale.bid("B", 3_000)
    (fact,) = sale.bid("A", 9_000).facts
    assert fact.amount_minor == fact.price_minor == 3_100
    assert fact.maximum_minor == 9_000


def test_without_recomputing_an_own_raise_leaves_a_capped_price():
    sale = Sale(rules=some_rules(own_raise_recompute=False))
    sale.bid("A", 5_000)
    sale.bid("B", 4_950)
    sale.bid("A", 8_000)
    assert sale.figures.price_minor == 5_000


def test_without_recomputing_an_own_raise_still_reaches_the_reserve():
    sale = Sale(rules=some_rules(own_raise_recompute=False), reserve_minor=4_000)
    sale.bid("A", 3_000)
    sale.bid("A", 4_500)
    assert sale.figures.price_minor == 4_000
    assert sale.figures.reserve is ReserveStanding.MET


def test_the_old_leader_becomes_the_second_when_beaten():
    sale = Sale()
    sale.bid("A", 5_000)
    sale.bid("B", 3_000)
    sale.bid("B", 9_000)
    assert sale.figures.second_maximum_minor == 5_000
    sale.bid("A", 8_950)
    assert sale.figures.second_maximum_minor == 8_950
    sale.bid("B", 10_000)
    assert sale.figures.price_minor == 9_050


@pytest.mark.parametrize("maximum_minor", [4_999, 5_000])
def test_an_own_maximum_is_never_lowered(maximum_minor: int):
    sale = Sale()
    sale.bid("A", 5_000)
    before = sale.figures
    with pytest.raises(NotAboveOwnMaximum) as refusal:
        sale.bid("A", maximum_minor)
    assert refusal.value.data == {}
    assert sale.figures == before


def test_bidders_are_numbered_by_their_first_accepted_bid():
    sale = Sale()
    with pytest.raises(BidTooLow):
        sale.bid("Z", 1)
    for name, maximum_minor in (("A", 5_000), ("B", 3_000), ("A", 6_000), ("C", 4_000)):
        sale.bid(name, maximum_minor)
    assert [sale.numbers[a_bidder(name)] for name in "ABC"] == [1, 2, 3]
    assert (sale.figures.bid_count, sale.figures.bidder_count) == (4, 3)


def test_facts_are_counted_from_one_without_gaps():
    sale = Sale()
    for name, maximum_minor in (("A", 5_000), ("B", 3_000), ("C", 9_000)):
        sale.bid(name, maximum_minor)
    assert [fact.sequence for fact in sale.facts] == [1, 2, 3, 4]
    assert kinds(sale.facts) == ["bid", "bid", "automatic_bid", "bid"]


def test_the_largest_amount_is_a_valid_bid():
    sale = Sale(start_price_minor=MAXIMUM_MINOR)
    sale.bid("A", MAXIMUM_MINOR)
    assert sale.figures.price_minor == MAXIMUM_MINOR


@pytest.mark.parametrize("maximum_minor", [-1, 0, MAXIMUM_MINOR + 1])
def test_an_amount_out_of_bounds_never_reaches_a_decision(maximum_minor: int):
    sale = Sale()
    with pytest.raises(AssertionError):
        place_bid(sale.figures, sale.terms, Bid(UUID(int=1), maximum_minor), sale.at)
