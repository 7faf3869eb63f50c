"""The reserve: when it lifts the price, what happens below it, how it is lowered (rule 2.8)."""

from datetime import timedelta

import pytest

from tests.auctions.engine.sale import ENDS, OPENS, Sale, kinds, some_rules
from vendue.auctions.engine.rules import BelowReserve
from vendue.auctions.errors import (
    LotClosed,
    ReserveAlreadyLowered,
    ReserveNotLowered,
    ReserveTooLate,
)
from vendue.kernel.lots import LotResult, ReserveStanding

FULL = some_rules(below_reserve=BelowReserve.FULL_MAXIMUM)


def test_a_first_bid_that_reaches_the_reserve_is_at_the_reserve():
    sale = Sale(reserve_minor=4_000)
    bid, met = sale.bid("A", 9_000).facts
    assert bid.amount_minor == bid.price_minor == met.price_minor == 4_000
    assert kinds([bid, met]) == ["bid", "reserve_met"]
    assert (bid.reserve, met.reserve) == (ReserveStanding.NOT_MET, ReserveStanding.MET)
    assert met.bidder is None


def test_below_the_reserve_the_price_moves_normally():
    sale = Sale(reserve_minor=4_000)
    sale.bid("A", 3_000)
    sale.bid("B", 2_000)
    assert sale.figures.price_minor == 2_050
    assert sale.state().reserve is ReserveStanding.NOT_MET


def test_the_reserve_is_met_once():
    sale = Sale(reserve_minor=4_000)
    sale.bid("A", 4_000)
    sale.bid("B", 6_000)
    assert kinds(sale.facts).count("reserve_met") == 1


def test_below_the_reserve_the_price_may_be_the_full_maximum_own_raises_included():
    sale = Sale(rules=FULL, reserve_minor=4_000)
    sale.bid("A", 2_500)
    assert sale.figures.price_minor == 2_500
    sale.bid("A", 3_000)
    assert sale.figures.price_minor == 3_000
    sale.bid("B", 3_900)
    assert sale.figures.price_minor == 3_900
    sale.bid("B", 9_000)
    assert sale.figures.price_minor == 4_000


def test_with_full_maxima_a_void_falls_back_to_the_full_maximum_that_remains():
    sale = Sale(rules=FULL, reserve_minor=4_000)
    sale.bid("A", 3_000)
    sale.bid("B", 9_000)
    sale.void(sale.bids()[1])
    assert sale.figures.price_minor == 3_000
    assert sale.figures.reserve is ReserveStanding.NOT_MET


def test_a_void_may_take_the_reserve_back_and_it_can_be_met_again():
    sale = Sale(reserve_minor=4_000)
    sale.bid("A", 3_000)
    sale.bid("B", 9_000)
    sale.void(sale.bids()[1])
    assert sale.figures.reserve is ReserveStanding.NOT_MET
    sale.bid("C", 5_000)
    assert sale.figures.price_minor == 4_000
    assert kinds(sale.facts)[-2:] == ["bid", "reserve_met"]


def test_a_lowered_reserve_that_is_reached_lifts_the_price_and_says_so():
    sale = Sale(reserve_minor=8_000)
    sale.bid("A", 5_000)
    (met,) = sale.lower_reserve(4_000).facts
    assert (met.kind, met.price_minor, met.sequence) == ("reserve_met", 4_000, 2)
    assert sale.figures.price_minor == 4_000


def test_a_lowered_reserve_never_lowers_the_price():
    sale = Sale(reserve_minor=8_000)
    sale.bid("A", 5_000)
    sale.bid("B", 4_500)
    sale.lower_reserve(4_000)
    assert sale.figures.price_minor == 4_600


def test_that_a_reserve_moved_without_being_met_is_nobodys_business():
    sale = Sale(reserve_minor=8_000)
    sale.bid("A", 5_000)
    before = sale.state()
    assert sale.lower_reserve(7_000).facts == ()
    assert sale.state() == before
    assert sale.figures.reserve_minor == 7_000


def test_a_reserve_is_lowered_once():
    sale = Sale(reserve_minor=8_000)
    sale.lower_reserve(7_000)
    with pytest.raises(ReserveAlreadyLowered):
        sale.lower_reserve(6_000)
    assert sale.figures.reserve_minor == 7_000


@pytest.mark.parametrize("reserve_minor", [8_000, 8_001, 999])
def test_a_reserve_is_never_raised_nor_put_below_the_start(reserve_minor: int):
    sale = Sale(reserve_minor=8_000)
    with pytest.raises(ReserveNotLowered) as refusal:
        sale.lower_reserve(reserve_minor)
    assert refusal.value.data == {}
    assert sale.figures.reserve_minor == 8_000


def test_a_lot_without_a_reserve_has_none_to_lower():
    with pytest.raises(ReserveNotLowered):
        Sale().lower_reserve(1_000)


def test_a_reserve_may_be_lowered_until_the_last_twelve_hours():
    last = ENDS - timedelta(hours=12)
    with pytest.raises(ReserveTooLate):
        Sale(reserve_minor=8_000).lower_reserve(4_000, at=last)
    sale = Sale(reserve_minor=8_000)
    sale.lower_reserve(4_000, at=last - timedelta(microseconds=1))
    assert sale.figures.reserve_minor == 4_000


def test_a_reserve_may_be_lowered_before_the_start_but_not_after_the_end():
    sale = Sale(reserve_minor=8_000)
    sale.lower_reserve(4_000, at=OPENS - timedelta(days=1))
    assert sale.figures.reserve_minor == 4_000
    ended = Sale(reserve_minor=8_000)
    ended.cancel()
    with pytest.raises(LotClosed):
        ended.lower_reserve(4_000)


def test_the_last_fact_says_sold_only_where_the_reserve_is_met():
    for maximum_minor, result in ((3_999, LotResult.RESERVE_NOT_MET), (4_000, LotResult.SOLD)):
        sale = Sale(reserve_minor=4_000)
        sale.bid("A", maximum_minor)
        sale.close()
        assert sale.figures.result is result
