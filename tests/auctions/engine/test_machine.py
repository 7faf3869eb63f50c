"""Random sales on the engine and on a naive reference, side by side, with every flag."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from tests.auctions.engine.published import publish
from tests.auctions.engine.reference import Reference, Refused
from tests.auctions.engine.sale import ENDS, OPENS, Sale, a_bidder, kinds, some_terms
from vendue.auctions.engine.default_rules import default_increments
from vendue.auctions.engine.figures import Decision, FactKind, LotFigures
from vendue.auctions.engine.preview import OwnStanding, preview_bid
from vendue.auctions.engine.public import public_state
from vendue.auctions.engine.rule_documents import parse_rules
from vendue.auctions.engine.verifying import verify_history
from vendue.kernel.errors import DomainError
from vendue.kernel.lots import LotResult, ReserveStanding
from vendue.kernel.money import CURRENCIES

NAMES = st.sampled_from("ABCDE")
START = 1_000
UNEVEN = [
    {"from_minor": 500, "steps_minor": [70, 10, 200]},
    {"from_minor": 3_000, "basis_points": 333, "floor_minor": 101},
    {"from_minor": 6_000, "steps_minor": [1]},
]
INCREMENTS = st.sampled_from(
    [default_increments(code, currency.decimals) for code, currency in CURRENCIES.items()]
    + [UNEVEN]
)
BUY_NOW = st.one_of(
    st.sampled_from(["first_bid", "reserve_met", "price_reaches"]).map(
        lambda until: {"until": until, "basis_points": None}
    ),
    st.integers(1_000, 10_000).map(lambda share: {"until": "percent", "basis_points": share}),
)
RULES = st.fixed_dictionaries(
    {
        "increments": INCREMENTS,
        "anti_sniping": st.fixed_dictionaries(
            {
                "trigger_seconds": st.sampled_from([0, 30, 600]),
                "extend_seconds": st.sampled_from([10, 30, 900]),
                "mode": st.sampled_from(["reset", "add"]),
                "max_extensions": st.none() | st.integers(0, 3),
            }
        ),
        "own_raise_recompute": st.booleans(),
        "below_reserve": st.sampled_from(["incremental", "full_maximum"]),
        "buy_now": BUY_NOW,
    }
)


class SaleMachine(RuleBasedStateMachine):
    """Does to both whatever can be done to a lot and compares everything after each step."""

    @initialize(
        rules=RULES,
        reserve=st.none() | st.integers(START, 9_000),
        buy_now=st.none() | st.integers(9_000, 20_000),
        hard_end=st.none() | st.integers(0, 1_200).map(lambda late: ENDS + timedelta(seconds=late)),
    )
    def publish_the_lot(
        self,
        rules: dict[str, Any],
        reserve: int | None,
        buy_now: int | None,
        hard_end: datetime | None,
    ) -> None:
        self.sale = Sale(
            some_terms(
                rules=parse_rules(rules),
                reserve_minor=reserve,
                buy_now_minor=buy_now,
                hard_end=hard_end,
            )
        )
        self.reference = Reference(
            rules,
            {
                "start": START,
                "starts": OPENS,
                "ends": ENDS,
                "reserve": reserve,
                "buy_now": buy_now,
                "hard_end": hard_end,
            },
        )
        self.at = OPENS + timedelta(minutes=1)
        self.seen: LotFigures = self.sale.figures

    def alike(self, mine: Callable[[], Decision], theirs: Callable[[], list[str]]) -> None:
        """Both accept with the same facts, or both refuse with the same code and move nothing."""
        before = self.sale.figures
        try:
            expected: list[str] | str = theirs()
        except Refused as refusal:
            expected = str(refusal)
        try:
            actual: list[str] | str = kinds(mine().facts)
        except DomainError as refusal:
            actual = refusal.code
            assert self.sale.figures is before
        assert actual == expected

    @rule(name=NAMES, maximum_minor=st.integers(900, 12_000))
    def bid_anything(self, name: str, maximum_minor: int) -> None:
        self._bid(name, maximum_minor)

    @rule(name=NAMES, above_minor=st.sampled_from([-1, 0, 1, 49, 50, 51, 500, 2_500]))
    def bid_about_the_minimum(self, name: str, above_minor: int) -> None:
        self._bid(name, self.reference.minimum + above_minor)

    @precondition(lambda self: self.reference.leader is not None)
    @rule(name=NAMES, above_minor=st.sampled_from([-101, -1, 0, 1, 100, 250, 1_000]))
    def bid_about_the_leaders_maximum(self, name: str, above_minor: int) -> None:
        self._bid(name, max(1, self.reference.leader.maximum_minor + above_minor))

    @precondition(lambda self: self.reference.leader is not None)
    @rule(above_minor=st.sampled_from([0, 1, 75, 3_000]))
    def raise_the_leading_maximum(self, above_minor: int) -> None:
        leader = self.reference.leader
        self._bid(leader.name, leader.maximum_minor + above_minor)

    @precondition(lambda self: self.sale.standing() and self.sale.figures.result is None)
    @rule(data=st.data())
    def void_some_bids(self, data: st.DataObject) -> None:
        standing = [bid.sequence for bid in self.sale.standing()]
        gone = data.draw(st.lists(st.sampled_from(standing), min_size=1, max_size=3, unique=True))
        self.alike(
            lambda: self.sale.void(*gone, at=self.at), lambda: self.reference.void(gone, self.at)
        )

    @rule(reserve_minor=st.integers(900, 9_000))
    def lower_the_reserve(self, reserve_minor: int) -> None:
        self.alike(
            lambda: self.sale.lower_reserve(reserve_minor, at=self.at),
            lambda: self.reference.lower_reserve(reserve_minor, self.at),
        )

    @rule(name=NAMES, meant=st.integers(0, 5))
    def buy(self, name: str, meant: int) -> None:
        if meant == 0 or not self.reference.offer_stands:
            self.alike(
                lambda: self.sale.buy(name, at=self.at), lambda: self.reference.buy(name, self.at)
            )

    @rule(seconds=st.sampled_from([1, 5, 29, 3_600, 86_400]))
    def let_time_pass(self, seconds: int) -> None:
        self.at += timedelta(seconds=seconds)

    @rule(seconds=st.sampled_from([0.000001, 0, 5, 29.999999, 30, 600, 601]))
    def go_to_the_last_moments(self, seconds: float) -> None:
        self.at = max(self.at, self.reference.ends - timedelta(seconds=seconds))

    @rule(meant=st.integers(0, 3))
    def close(self, meant: int) -> None:
        if meant == 0 or self.at < self.reference.ends:
            self.alike(lambda: self.sale.close(at=self.at), lambda: self.reference.close(self.at))

    @rule(meant=st.integers(0, 30))
    def cancel(self, meant: int) -> None:
        if meant == 0:
            self.alike(lambda: self.sale.cancel(at=self.at), lambda: self.reference.cancel(self.at))

    @invariant()
    def both_agree(self) -> None:
        figures, reference = self.sale.figures, self.reference
        assert figures.price_minor == reference.price
        assert figures.ends_at == reference.ends
        assert figures.epoch == reference.epoch
        assert figures.sequence == reference.sequence == len(self.sale.facts)
        assert figures.extension_count == reference.extensions
        assert figures.result == reference.result
        assert figures.bid_count == len(self.sale.standing())
        assert self.sale.state(self.at).minimum_bid_minor == reference.minimum or figures.result
        assert (self.sale.state(self.at).buy_now_minor is not None) == reference.offer_stands
        if figures.result is LotResult.BOUGHT:
            assert self.sale.leads(reference.winner)
            return
        leader = reference.leader
        assert figures.leader == (leader and a_bidder(leader.name))
        assert figures.leader_maximum_minor == (leader and leader.maximum_minor)
        assert figures.second_maximum_minor == reference.second_minor
        assert (figures.reserve is ReserveStanding.MET) == reference.reserve_met

    @invariant()
    def what_must_always_hold_holds(self) -> None:
        before, after = self.seen, self.sale.figures
        assert after.ends_at >= before.ends_at
        assert after.sequence >= before.sequence
        assert after.epoch - before.epoch in (0, 1)
        if after.epoch == before.epoch:
            assert after.price_minor >= before.price_minor
        if after.leader_maximum_minor is not None:
            assert after.price_minor <= after.leader_maximum_minor
            assert (after.second_maximum_minor or 0) <= after.leader_maximum_minor
        if after.result is LotResult.SOLD:
            assert after.reserve is not ReserveStanding.NOT_MET
        if self.sale.facts:
            last = self.sale.facts[-1]
            assert public_state(last, self.sale.terms, last.at) == self.sale.state(last.at)
        self.seen = after

    def teardown(self) -> None:
        if not hasattr(self, "sale"):
            return
        assert [fact.sequence for fact in self.sale.facts] == [
            number + 1 for number in range(len(self.sale.facts))
        ]
        for fact in self.sale.facts:
            if fact.kind in (FactKind.BID, FactKind.AUTOMATIC_BID):
                assert fact.amount_minor == fact.price_minor
        assert verify_history(*publish(self.sale)) == []

    def _bid(self, name: str, maximum_minor: int) -> None:
        state = self.sale.state(self.at)
        answer = preview_bid(state, self._own(name), maximum_minor, self.at)
        accepted = len(self.sale.facts)
        self.alike(
            lambda: self.sale.bid(name, maximum_minor, at=self.at),
            lambda: self.reference.bid(name, maximum_minor, self.at),
        )
        assert (answer.refusal is None) == (len(self.sale.facts) > accepted)

    def _own(self, name: str) -> OwnStanding | None:
        mine = [offer for offer in self.reference.ranked() if offer.name == name]
        if not mine:
            return None
        return OwnStanding(self.sale.numbers[a_bidder(name)], mine[0].maximum_minor)


COMMON = {
    "deadline": None,
    "stateful_step_count": 40,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.filter_too_much],
}


class TestSales(SaleMachine.TestCase):
    """A few hundred sales, with every run of the tests."""

    settings = settings(max_examples=300, **COMMON)


@pytest.mark.long
class TestManySales(SaleMachine.TestCase):
    """Thousands of sales."""

    settings = settings(max_examples=6_000, **COMMON)
