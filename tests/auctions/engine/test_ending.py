"""The end of a lot: when it is open, late bids, the close and its one result (rule 5)."""

from datetime import timedelta

import pytest

from tests.auctions.engine.sale import ENDS, OPENS, Sale, a_bidder, kinds, some_rules
from vendue.auctions.engine.rules import AntiSniping, ExtensionMode
from vendue.auctions.errors import LotClosed, LotNotOpen, LotStillOpen, NotAboveOwnMaximum
from vendue.kernel.lots import LotResult, LotStatus

TICK = timedelta(microseconds=1)


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def a_sale(**sniping: object) -> Sale:
    return Sale(rules=some_rules(anti_sniping=AntiSniping(**sniping)))


def test_a_lot_is_open_from_its_start_up_to_but_not_at_its_end():
    sale = Sale()
    with pytest.raises(LotNotOpen):
        sale.bid("A", 5_000, at=OPENS - TICK)
    with pytest.raises(LotClosed):
        sale.bid("A", 5_000, at=ENDS)
    sale.bid("A", 5_000, at=OPENS)
    sale.bid("B", 3_000, at=ENDS - TICK)
    assert sale.figures.bid_count == 2


def test_a_bid_before_the_trigger_leaves_the_end():
    sale = a_sale()
    sale.bid("A", 5_000, at=ENDS - seconds(30) - TICK)
    assert (sale.figures.ends_at, kinds(sale.facts)) == (ENDS, ["bid"])


def test_a_late_bid_resets_the_time_left():
    sale = a_sale()
    bid, extension = sale.bid("A", 5_000, at=ENDS - seconds(10)).facts
    assert (bid.ends_at, bid.extension_count) == (ENDS, 0)
    assert (extension.ends_at, extension.extension_count) == (ENDS + seconds(20), 1)
    assert (extension.price_minor, extension.amount_minor, extension.bidder) == (1_000, None, None)


def test_a_reset_that_would_not_move_the_end_is_no_extension():
    sale = a_sale()
    sale.bid("A", 5_000, at=ENDS - seconds(30))
    assert kinds(sale.facts) == ["bid"]
    shorter = a_sale(trigger_seconds=60, extend_seconds=30)
    shorter.bid("A", 5_000, at=ENDS - seconds(45))
    assert shorter.figures.ends_at == ENDS


def test_a_late_bid_may_add_to_the_end_instead():
    sale = a_sale(mode=ExtensionMode.ADD, extend_seconds=120)
    sale.bid("A", 5_000, at=ENDS - seconds(30))
    assert sale.figures.ends_at == ENDS + seconds(120)


def test_a_trigger_of_zero_switches_extensions_off():
    sale = a_sale(trigger_seconds=0)
    sale.bid("A", 5_000, at=ENDS - TICK)
    assert sale.figures.ends_at == ENDS


def test_extensions_may_be_limited_in_number():
    sale = a_sale(max_extensions=2)
    for turn, name in enumerate("ABCD"):
        sale.bid(name, 2_000 + 1_000 * turn, at=sale.figures.ends_at - seconds(1))
    assert sale.figures.extension_count == 2
    assert sale.figures.ends_at == ENDS + seconds(58)


def test_no_extension_passes_the_hard_end():
    sale = Sale(hard_end=ENDS + seconds(20))
    sale.bid("A", 5_000, at=ENDS - seconds(5))
    assert sale.figures.ends_at == ENDS + seconds(20)
    sale.bid("B", 6_000, at=ENDS + seconds(19))
    assert sale.figures.ends_at == ENDS + seconds(20)
    assert sale.figures.extension_count == 1


def test_an_automatic_answer_extends():
    sale = a_sale()
    sale.bid("A", 5_000)
    sale.bid("B", 3_000, at=ENDS - seconds(5))
    assert kinds(sale.facts) == ["bid", "bid", "automatic_bid", "extension"]


def test_neither_a_refused_bid_nor_a_raise_that_moves_nothing_extends():
    sale = a_sale()
    sale.bid("A", 5_000)
    with pytest.raises(NotAboveOwnMaximum):
        sale.bid("A", 4_000, at=ENDS - seconds(5))
    sale.bid("A", 6_000, at=ENDS - seconds(5))
    assert sale.figures.ends_at == ENDS


def test_a_raise_that_moves_the_price_extends():
    sale = Sale(reserve_minor=4_000)
    sale.bid("A", 3_000)
    sale.bid("A", 6_000, at=ENDS - seconds(5))
    assert kinds(sale.facts) == ["bid", "bid", "reserve_met", "extension"]


def test_a_sold_lot_goes_to_its_leader_at_the_price():
    sale = Sale()
    sale.bid("A", 5_000)
    sale.bid("B", 9_000)
    (fact,) = sale.close(at=ENDS + seconds(2)).facts
    assert (fact.kind, fact.result, fact.bidder) == ("close", LotResult.SOLD, a_bidder("B"))
    assert fact.amount_minor == fact.price_minor == 5_100
    state = sale.state(at=ENDS + seconds(3))
    assert (state.status, state.hammer_price_minor) == (LotStatus.CLOSED, 5_100)
    assert (state.closed_at, state.ends_at) == (ENDS + seconds(2), ENDS)


def test_a_lot_without_bids_is_unsold():
    sale = Sale()
    (fact,) = sale.close().facts
    assert (fact.result, fact.bidder, fact.amount_minor) == (LotResult.UNSOLD, None, None)
    assert sale.state().hammer_price_minor is None


def test_a_reserve_that_is_not_met_gives_no_winner():
    sale = Sale(reserve_minor=4_000)
    sale.bid("A", 3_000)
    (fact,) = sale.close().facts
    assert (fact.result, fact.bidder) == (LotResult.RESERVE_NOT_MET, None)
    assert (fact.amount_minor, sale.state().hammer_price_minor) == (None, None)


def test_a_lot_closes_at_its_end_and_not_before():
    sale = Sale()
    with pytest.raises(LotStillOpen):
        sale.close(at=ENDS - TICK)
    sale.close(at=ENDS)
    assert sale.figures.closed_at == ENDS


def test_a_lot_that_was_extended_is_not_closed_at_its_old_end():
    sale = Sale()
    sale.bid("A", 5_000, at=ENDS - seconds(1))
    with pytest.raises(LotStillOpen):
        sale.close(at=ENDS)


def test_there_is_one_result_and_only_once():
    sale = Sale()
    sale.close()
    for again in (sale.close, sale.cancel):
        with pytest.raises(LotClosed):
            again()
    with pytest.raises(LotClosed):
        sale.buy("P")
    assert len(sale.facts) == 1


def test_a_lot_may_be_cancelled_before_it_starts_or_while_it_runs():
    for at in (OPENS - seconds(60), OPENS + seconds(60)):
        sale = Sale()
        (fact,) = sale.cancel(at=at).facts
        assert (fact.kind, fact.result) == ("cancel", LotResult.CANCELLED)
        state = sale.state()
        assert (state.status, state.closed_at) == (LotStatus.CANCELLED, at)
        with pytest.raises(LotClosed):
            sale.bid("A", 5_000, at=OPENS + seconds(61))


def test_a_lot_that_has_ended_is_not_cancelled_before_it_is_closed():
    sale = Sale()
    sale.bid("A", 5_000)
    for late in (ENDS, ENDS + seconds(1)):
        with pytest.raises(LotClosed):
            sale.cancel(at=late)
    assert len(sale.facts) == 1
    sale.close()
    assert sale.state().result is LotResult.SOLD


def test_the_status_follows_the_clock_until_there_is_a_result():
    sale = Sale()
    assert sale.state(at=OPENS - TICK).status is LotStatus.SCHEDULED
    assert sale.state(at=OPENS).status is LotStatus.LIVE
    assert sale.state(at=ENDS).status is LotStatus.LIVE
