"""Voids: nothing is deleted, the epoch grows, the state comes from what still stands (rule 2.9)."""

from datetime import timedelta

import pytest

from tests.auctions.engine.sale import ENDS, OPENS, Sale
from vendue.auctions.errors import BidNotStanding, LotClosed, LotNotOpen


def test_a_void_is_one_fact_of_a_new_epoch_that_names_what_it_took_out():
    sale = Sale()
    for name, maximum_minor in (("A", 5_000), ("B", 3_000), ("C", 4_000)):
        sale.bid(name, maximum_minor)
    (void,) = sale.void(4, 2).facts
    assert (void.kind, void.sequence, void.epoch) == ("void", 6, 1)
    assert void.voided_sequences == (2, 4)
    assert (void.price_minor, void.leader_number, void.bidder) == (1_000, 1, None)
    assert (void.bid_count, void.bidder_count) == (1, 3)


def test_the_sequence_goes_on_in_the_next_epoch():
    sale = Sale()
    sale.bid("A", 5_000)
    sale.bid("B", 6_000)
    sale.void(2)
    sale.bid("B", 3_000)
    assert [fact.sequence for fact in sale.facts] == [1, 2, 3, 4, 5]
    assert [fact.epoch for fact in sale.facts] == [0, 0, 1, 1, 1]


def test_voiding_every_bid_leaves_the_start_price_and_nobody():
    sale = Sale()
    sale.bid("A", 5_000)
    sale.bid("B", 6_000)
    sale.void(1, 2)
    state = sale.state()
    assert (state.price_minor, state.minimum_bid_minor, state.leader_number) == (1_000, 1_000, None)
    assert state.bid_count == 0
    sale.bid("B", 1_000)
    assert sale.figures.leader_number == 2
    assert sale.figures.bidder_count == 2


def test_an_earlier_maximum_of_the_same_bidder_stands_again_with_its_own_time():
    sale = Sale()
    sale.bid("A", 5_000)
    sale.bid("B", 5_000)
    sale.bid("B", 8_000)
    assert sale.leads("B")
    sale.void(sale.bids()[2])
    assert sale.leads("A")
    assert sale.figures.price_minor == 5_000


def test_a_raise_counts_from_when_it_was_made():
    sale = Sale()
    sale.bid("A", 2_000)
    sale.bid("B", 8_000)
    sale.bid("A", 8_000)
    sale.bid("C", 9_000)
    sale.void(sale.bids()[3])
    assert sale.leads("B")
    assert sale.figures.price_minor == 8_000


def test_after_a_void_the_second_is_the_best_of_the_others():
    sale = Sale()
    for name, maximum_minor in (("A", 5_000), ("B", 6_000), ("C", 7_000), ("D", 9_000)):
        sale.bid(name, maximum_minor)
    sale.void(sale.bids()[2])
    assert sale.leads("D")
    assert (sale.figures.price_minor, sale.figures.second_maximum_minor) == (6_100, 6_000)


def test_a_void_does_not_move_the_end():
    late = ENDS - timedelta(seconds=1)
    sale = Sale()
    sale.bid("A", 5_000)
    sale.bid("B", 6_000)
    sale.void(2, at=late)
    assert sale.figures.ends_at == ENDS


@pytest.mark.parametrize("sequences", [(), (3,), (1, 99), (2, 4)])
def test_only_standing_bids_can_be_voided(sequences: tuple[int, ...]):
    sale = Sale()
    sale.bid("A", 5_000)
    sale.bid("B", 3_000)  # facts 2 and 3, the second of them automatic
    sale.bid("C", 9_000)
    sale.void(4)
    before = sale.figures
    with pytest.raises(BidNotStanding):
        sale.void(*sequences)
    assert sale.figures == before


def test_only_bids_of_an_open_lot_can_be_voided():
    sale = Sale()
    sale.bid("A", 5_000)
    with pytest.raises(LotNotOpen):
        sale.void(1, at=OPENS - timedelta(seconds=1))
    with pytest.raises(LotClosed):
        sale.void(1, at=ENDS)
