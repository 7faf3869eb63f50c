"""A preview knows what everybody knows and one's own maximum, nothing else (rule 2.13)."""

import inspect
from contextlib import suppress
from datetime import timedelta
from typing import get_type_hints

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.auctions.engine.sale import ENDS, NOON, OPENS, Sale, a_bidder
from vendue.auctions.engine import preview
from vendue.auctions.engine.preview import BidPreview, OwnStanding, preview_bid
from vendue.auctions.engine.public import PublicState
from vendue.kernel.errors import DomainError

AMOUNTS = st.integers(900, 12_000)
BIDS = st.lists(st.tuples(st.sampled_from("ABC"), AMOUNTS), max_size=12)


def a_sale(bids: list[tuple[str, int]], **fields: int) -> Sale:
    sale = Sale(**fields)
    for name, maximum_minor in bids:
        with suppress(DomainError):
            sale.bid(name, maximum_minor)
    return sale


def own(sale: Sale, name: str) -> OwnStanding | None:
    maxima = [bid.maximum_minor for bid in sale.standing() if bid.bidder == a_bidder(name)]
    return OwnStanding(sale.numbers[a_bidder(name)], max(maxima)) if maxima else None


def said(answer: BidPreview) -> tuple[object, ...]:
    refusal = answer.refusal
    return (refusal and refusal.code, refusal and refusal.data, answer.highest_hammer_minor)


@given(BIDS, st.sampled_from("ABCD"), AMOUNTS)
def test_a_preview_says_valid_exactly_when_the_bid_is_accepted(
    bids: list[tuple[str, int]], name: str, maximum_minor: int
):
    sale = a_sale(bids)
    answer = preview_bid(sale.state(), own(sale, name), maximum_minor, NOON)
    refused = answer.refusal
    if refused is not None:
        with pytest.raises(type(refused)) as refusal:
            sale.bid(name, maximum_minor)
        assert refusal.value.data == refused.data
        return
    sale.bid(name, maximum_minor)
    if sale.leads(name):
        assert sale.figures.price_minor <= answer.highest_hammer_minor


@given(BIDS, st.integers(0, 5_000), st.integers(0, 5_000), AMOUNTS)
def test_hidden_amounts_change_nothing_in_a_preview(
    bids: list[tuple[str, int]], raise_minor: int, reserve_gap: int, maximum_minor: int
):
    """Two lots that look alike, one with another hidden maximum and another unmet reserve."""
    one = a_sale(bids, reserve_minor=20_000)
    other = a_sale(bids, reserve_minor=20_000 + reserve_gap)
    leader = next((name for name in "ABC" if other.leads(name)), None)
    assume(leader is not None)
    hidden = other.figures.leader_maximum_minor + 1 + raise_minor
    assume(hidden < 20_000)
    one.bid(leader, one.figures.leader_maximum_minor + 1)
    other.bid(leader, hidden)
    assume(one.state() == other.state())

    assert said(preview_bid(one.state(), None, maximum_minor, NOON)) == said(
        preview_bid(other.state(), None, maximum_minor, NOON)
    )


def test_a_preview_takes_public_state_and_ones_own_standing_only():
    hints = get_type_hints(preview_bid)
    assert hints == {
        "state": PublicState,
        "own": OwnStanding | None,
        "maximum_minor": int,
        "at": hints["at"],
        "return": BidPreview,
    }
    secret = {"leader_maximum_minor", "second_maximum_minor", "reserve_minor", "leader", "bidder"}
    assert not secret & set(PublicState.__dataclass_fields__)
    assert "LotFigures" not in vars(preview)
    assert list(inspect.signature(preview_bid).parameters) == [
        "state", "own", "maximum_minor", "at",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("at", "code"),
    [
        (OPENS - timedelta(microseconds=1), "lot_not_open"),
        (OPENS, None),
        (ENDS, "lot_closed"),
    ],
)
def test_a_preview_follows_the_clock(at, code: str | None):
    refusal = preview_bid(Sale().state(at), None, 5_000, at).refusal
    assert (refusal and refusal.code) == code


def test_a_preview_of_a_closed_lot_is_refused():
    sale = Sale()
    sale.cancel()
    refusal = preview_bid(sale.state(), None, 5_000, NOON).refusal
    assert refusal is not None
    assert refusal.code == "lot_closed"
