"""Playing a script on a lot that does not exist: each step decided by the real rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from vendue.auctions.engine.bidding import Bid, place_bid
from vendue.auctions.engine.buying import buy_now
from vendue.auctions.engine.closing import close
from vendue.auctions.engine.figures import Decision, Fact, FactKind, LotFigures, opening_figures
from vendue.auctions.engine.reserve import lower_reserve
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.engine.voiding import StandingBid, void_bids
from vendue.kernel.errors import DomainError


class TrialStepKind(StrEnum):
    """What is tried."""

    BID = "bid"
    PURCHASE = "purchase"
    VOID = "void"
    RESERVE_REDUCTION = "reserve_reduction"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class TrialStep:
    """One thing to try. ``at_seconds`` counts from the start, ``None`` is when the last step was.

    A bid has a bidder and ``amount_minor``, its maximum; a purchase a bidder; a reserve reduction
    ``amount_minor``, the new reserve; a void ``bid_steps``, the numbers of earlier steps from 1.
    """

    kind: TrialStepKind
    at_seconds: int | None = None
    bidder: str = ""
    amount_minor: int = 0
    bid_steps: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a step: a refusal or facts, and the figures after it."""

    kind: TrialStepKind
    at: datetime
    refusal: DomainError | None
    facts: tuple[Fact, ...]
    figures: LotFigures


class Stage:
    """The lot while a script is played on it: figures, facts and who is who."""

    def __init__(self, terms: LotTerms) -> None:
        self.terms = terms
        self.figures: LotFigures = opening_figures(terms)
        self._facts: list[Fact] = []
        self._names: dict[UUID, str] = {}
        self._numbers: dict[UUID, int] = {}
        self._bid_of_step: dict[int, int] = {}
        self._steps = 0

    def play(self, step: TrialStep, at: datetime) -> Played:
        """Try a step at ``at``; a refusal is its outcome and changes nothing."""
        self._steps += 1
        try:
            decision = self._decide(step, at)
        except DomainError as refusal:
            return Played(step.kind, at, refusal, (), self.figures)
        self.figures = decision.figures
        self._keep(decision.facts)
        return Played(step.kind, at, None, decision.facts, self.figures)

    def name_of(self, account: UUID | None) -> str | None:
        """How the script calls a bidder."""
        return None if account is None else self._names[account]

    def _decide(self, step: TrialStep, at: datetime) -> Decision:
        figures, terms = self.figures, self.terms
        match step.kind:
            case TrialStepKind.BID:
                bidder = self._account(step.bidder)
                bid = Bid(bidder, step.amount_minor, self._numbers.get(bidder))
                return place_bid(figures, terms, bid, at)
            case TrialStepKind.PURCHASE:
                buyer = self._account(step.bidder)
                return buy_now(figures, terms, buyer, self._numbers.get(buyer), at)
            case TrialStepKind.VOID:
                # A step that is no accepted bid has no sequence; 0 is one that never stands.
                voided = [self._bid_of_step.get(number, 0) for number in step.bid_steps]
                return void_bids(figures, terms, self._standing(), voided, at)
            case TrialStepKind.RESERVE_REDUCTION:
                return lower_reserve(figures, terms, step.amount_minor, at)
            case TrialStepKind.CLOSE:
                return close(figures, at)

    def _keep(self, facts: Sequence[Fact]) -> None:
        self._facts.extend(facts)
        for fact in facts:
            if fact.bidder is not None and fact.bidder_number is not None:
                self._numbers.setdefault(fact.bidder, fact.bidder_number)
            if fact.kind is FactKind.BID:
                self._bid_of_step[self._steps] = fact.sequence

    def _standing(self) -> list[StandingBid]:
        voided = {sequence for fact in self._facts for sequence in fact.voided_sequences}
        return [
            StandingBid(fact.sequence, fact.bidder, fact.bidder_number, fact.maximum_minor)
            for fact in self._facts
            if fact.kind is FactKind.BID
            and fact.sequence not in voided
            and fact.bidder is not None
            and fact.bidder_number is not None
            and fact.maximum_minor is not None
        ]

    def _account(self, name: str) -> UUID:
        """A stand-in for the account of a bidder whom the script names."""
        for account, known in self._names.items():
            if known == name:
                return account
        account = UUID(int=len(self._names) + 1)
        self._names[account] = name
        return account
