"""Buy Now: how long it stays open and what a purchase does (rule 4)."""

from datetime import timedelta

import pytest

from tests.auctions.engine.sale import ENDS, OPENS, Sale, a_bidder, some_rules
from vendue.auctions.engine.rules import BuyNowPolicy, BuyNowUntil
from vendue.auctions.errors import BuyNowGone, LotClosed, LotNotOpen
from vendue.kernel.lots import LotResult, LotStatus, ReserveStanding


def a_sale(until: BuyNowUntil, basis_points: int | None = None, **fields: object) -> Sale:
    rules = some_rules(buy_now=BuyNowPolicy(until, basis_points))
    return Sale(rules=rules, **{"buy_now_minor": 10_000, **fields})


def offer(sale: Sale) -> int | None:
    return sale.state().buy_now_minor


def test_a_purchase_is_the_last_fact_and_gives_the_lot_to_the_purchaser():
    sale = a_sale(BuyNowUntil.FIRST_BID)
    (fact,) = sale.buy("P").facts
    assert (fact.kind, fact.result, fact.bidder) == ("purchase", LotResult.BOUGHT, a_bidder("P"))
    assert fact.amount_minor == fact.price_minor == 10_000
    state = sale.state()
    assert (state.status, state.hammer_price_minor) == (LotStatus.CLOSED, 10_000)
    assert (state.closed_at, state.ends_at) == (sale.at, ENDS)
    assert (state.bid_count, state.bidder_count, state.leader_number) == (0, 0, 1)
    assert offer(sale) is None


def test_of_many_purchases_one_succeeds_and_the_others_hear_why():
    sale = a_sale(BuyNowUntil.FIRST_BID)
    sale.buy("P")
    for name in "QRS":
        with pytest.raises(BuyNowGone):
            sale.buy(name)
    with pytest.raises(LotClosed):
        sale.bid("Q", 20_000)
    assert len(sale.facts) == 1


def test_the_first_bid_ends_the_offer():
    sale = a_sale(BuyNowUntil.FIRST_BID)
    assert offer(sale) == 10_000
    sale.bid("A", 1_000)
    assert offer(sale) is None
    with pytest.raises(BuyNowGone):
        sale.buy("A")


def test_the_offer_comes_back_when_the_only_bid_is_voided():
    sale = a_sale(BuyNowUntil.FIRST_BID)
    sale.bid("A", 1_000)
    sale.void(1)
    assert offer(sale) == 10_000


def test_the_offer_may_stay_until_the_reserve_is_met():
    sale = a_sale(BuyNowUntil.RESERVE_MET, reserve_minor=5_000)
    sale.bid("A", 3_000)
    assert offer(sale) == 10_000
    sale.bid("B", 5_000)
    assert offer(sale) is None


def test_without_a_reserve_the_first_bid_ends_an_offer_until_the_reserve_is_met():
    sale = a_sale(BuyNowUntil.RESERVE_MET)
    sale.bid("A", 1_000)
    assert offer(sale) is None


def test_the_offer_may_stay_until_a_share_of_its_price():
    sale = a_sale(BuyNowUntil.PERCENT, 5_000)
    sale.bid("A", 9_000)
    sale.bid("B", 4_899)
    assert (sale.figures.price_minor, offer(sale)) == (4_999, 10_000)
    sale.bid("A", 9_100)
    sale.bid("B", 5_099)
    assert offer(sale) is None


def test_a_share_is_reached_at_that_very_price():
    sale = a_sale(BuyNowUntil.PERCENT, 5_000)
    sale.bid("A", 9_000)
    sale.bid("B", 4_900)
    assert (sale.figures.price_minor, offer(sale)) == (5_000, None)


def test_in_every_mode_the_offer_is_gone_once_the_minimum_bid_reaches_its_price():
    sale = a_sale(BuyNowUntil.PRICE_REACHES)
    sale.bid("A", 20_000)
    sale.bid("B", 9_799)
    assert (sale.state().minimum_bid_minor, offer(sale)) == (9_999, 10_000)
    sale = a_sale(BuyNowUntil.PRICE_REACHES)
    sale.bid("A", 20_000)
    sale.bid("B", 9_800)
    assert (sale.state().minimum_bid_minor, offer(sale)) == (10_000, None)


def test_the_leader_may_buy_and_keeps_its_number():
    sale = a_sale(BuyNowUntil.PRICE_REACHES)
    sale.bid("A", 2_000)
    sale.bid("B", 3_000)
    (fact,) = sale.buy("B").facts
    assert (fact.bidder_number, fact.result) == (2, LotResult.BOUGHT)


def test_a_purchase_passes_over_a_leader_whose_hidden_maximum_is_higher():
    sale = a_sale(BuyNowUntil.PRICE_REACHES, reserve_minor=8_000)
    sale.bid("A", 2_000)
    sale.buy("P")
    assert sale.leads("P")
    assert sale.figures.price_minor == sale.figures.leader_maximum_minor == 10_000
    assert sale.figures.second_maximum_minor is None
    assert sale.state().reserve is ReserveStanding.MET


def test_a_lot_without_an_offer_cannot_be_bought():
    with pytest.raises(BuyNowGone):
        Sale().buy("P")


def test_a_purchase_needs_an_open_lot():
    sale = a_sale(BuyNowUntil.FIRST_BID)
    with pytest.raises(LotNotOpen):
        sale.buy("P", at=OPENS - timedelta(microseconds=1))
    with pytest.raises(LotClosed):
        sale.buy("P", at=ENDS)
    assert sale.facts == []
