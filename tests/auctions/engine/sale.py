"""A lot on the engine alone: keeps what a service would keep, so that tests read like sales."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from vendue.auctions.engine.bidding import Bid, place_bid
from vendue.auctions.engine.buying import buy_now
from vendue.auctions.engine.closing import cancel, close
from vendue.auctions.engine.default_rules import default_increments
from vendue.auctions.engine.figures import Decision, Fact, FactKind, opening_figures
from vendue.auctions.engine.increments import IncrementTable
from vendue.auctions.engine.public import PublicState, public_state
from vendue.auctions.engine.reserve import lower_reserve
from vendue.auctions.engine.rule_documents import parse_increments
from vendue.auctions.engine.rules import Rules
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.engine.voiding import StandingBid, void_bids
from vendue.kernel.money import CURRENCIES

OPENS = datetime(2026, 3, 1, 9, tzinfo=UTC)
ENDS = OPENS + timedelta(days=3)
NOON = OPENS + timedelta(hours=3)


def a_bidder(name: str) -> UUID:
    """The account that a test calls A, B, C …"""
    return UUID(bytes=name.encode().rjust(16, b"\0"))


def the_table(currency: str = "USD") -> IncrementTable:
    """The increment table a currency begins with."""
    return parse_increments(default_increments(currency, CURRENCIES[currency].decimals))


def some_rules(currency: str = "USD", **flags: object) -> Rules:
    """Default rules, with the flags a test is about."""
    return replace(Rules(the_table(currency)), **flags)


def some_terms(**fields: object) -> LotTerms:
    """A lot of three days that starts at 10.00 USD."""
    defaults = {
        "currency": "USD",
        "start_price_minor": 1_000,
        "starts_at": OPENS,
        "ends_at": ENDS,
        "rules": some_rules(),
    }
    return LotTerms(**{**defaults, **fields})


class Sale:
    """One lot, from its opening; every decision is kept, refusals pass through."""

    def __init__(self, terms: LotTerms | None = None, **fields: object) -> None:
        self.terms = terms or some_terms(**fields)
        self.figures = opening_figures(self.terms)
        self.facts: list[Fact] = []
        self.numbers: dict[UUID, int] = {}
        self.at = NOON

    def bid(self, name: str, maximum_minor: int, at: datetime | None = None) -> Decision:
        bidder = a_bidder(name)
        bid = Bid(bidder, maximum_minor, self.numbers.get(bidder))
        return self._keep(place_bid(self.figures, self.terms, bid, at or self.at))

    def buy(self, name: str, at: datetime | None = None) -> Decision:
        buyer = a_bidder(name)
        number = self.numbers.get(buyer)
        return self._keep(buy_now(self.figures, self.terms, buyer, number, at or self.at))

    def void(self, *sequences: int, at: datetime | None = None) -> Decision:
        return self._keep(
            void_bids(self.figures, self.terms, self.standing(), sequences, at or self.at)
        )

    def lower_reserve(self, reserve_minor: int, at: datetime | None = None) -> Decision:
        return self._keep(lower_reserve(self.figures, self.terms, reserve_minor, at or self.at))

    def close(self, at: datetime | None = None) -> Decision:
        return self._keep(close(self.figures, at or self.figures.ends_at))

    def cancel(self, at: datetime | None = None) -> Decision:
        return self._keep(cancel(self.figures, at or self.at))

    def state(self, at: datetime | None = None) -> PublicState:
        return public_state(self.figures, self.terms, at or self.at)

    def standing(self) -> list[StandingBid]:
        """Every accepted bid that no void has taken out, as the history holds it."""
        voided = {sequence for fact in self.facts for sequence in fact.voided_sequences}
        return [
            StandingBid(fact.sequence, fact.bidder, fact.bidder_number, fact.maximum_minor)
            for fact in self.facts
            if fact.kind is FactKind.BID and fact.sequence not in voided
        ]

    def bids(self) -> list[int]:
        """The sequences of the accepted bids, in order."""
        return [fact.sequence for fact in self.facts if fact.kind is FactKind.BID]

    def leads(self, name: str) -> bool:
        return self.figures.leader == a_bidder(name)

    def _keep(self, decision: Decision) -> Decision:
        self.figures = decision.figures
        self.facts.extend(decision.facts)
        for fact in decision.facts:
            if fact.bidder is not None and fact.bidder_number is not None:
                self.numbers.setdefault(fact.bidder, fact.bidder_number)
        return decision


def kinds(facts: Iterable[Fact]) -> list[str]:
    """What happened, in order."""
    return [fact.kind.value for fact in facts]
