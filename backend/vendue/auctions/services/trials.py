"""Dry runs: staff play a list of bids through a rule set and see every step. Nothing is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from vendue.auctions.engine.bidding import Bid, place_bid
from vendue.auctions.engine.buying import buy_now
from vendue.auctions.engine.closing import close
from vendue.auctions.engine.figures import Decision, Fact, FactKind, LotFigures, opening_figures
from vendue.auctions.engine.reserve import lower_reserve
from vendue.auctions.engine.rule_documents import Document, rules_document
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.engine.voiding import StandingBid, void_bids
from vendue.auctions.models import RuleSet
from vendue.auctions.queries.lot_rows import state_of
from vendue.auctions.services import rules
from vendue.kernel import clock
from vendue.kernel.errors import DomainError, NotFound, invalid_field
from vendue.kernel.lots import LotStateOut

MOST_STEPS = 500
#: What the public state calls a lot that does not exist.
NO_LOT = UUID(int=0)


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
class TrialScript:
    """A lot that might be, and what is tried on it. Amounts in minor units of ``currency``."""

    currency: str
    start_price_minor: int
    duration_seconds: int
    steps: Sequence[TrialStep]
    reserve_minor: int | None = None
    buy_now_minor: int | None = None
    hard_end_seconds: int | None = None
    category_path: str = ""
    overrides: Document = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TrialRefusal:
    """What a step was refused with."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class TrialFact:
    """A fact that a step added; ``bidder`` as the script names it, ``maximum_minor`` hidden."""

    kind: FactKind
    sequence: int
    bidder: str | None
    amount_minor: int | None
    price_minor: int
    maximum_minor: int | None
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class HiddenFigures:
    """What only staff may see, and of a trial alone."""

    leader: str | None
    leader_maximum_minor: int | None
    second_maximum_minor: int | None
    reserve_minor: int | None


@dataclass(frozen=True, slots=True)
class PlayedStep:
    """A step, what came of it and how the lot stood afterwards."""

    step: int
    kind: TrialStepKind
    at: datetime
    refusal: TrialRefusal | None
    facts: Sequence[TrialFact]
    state: LotStateOut
    hidden: HiddenFigures


@dataclass(frozen=True, slots=True)
class Trial:
    """A whole dry run: the rules that held, and every step up to the close."""

    starts_at: datetime
    rules: Mapping[str, Any]
    steps: Sequence[PlayedStep]


def run_trial(*, rule_set_id: UUID, script: TrialScript) -> Trial:
    """Play a script through a draft or published rule set, then close the lot at its end.

    Raises ``NotFound``, ``InvalidTerms``, ``InvalidRules``, and ``InvalidRequest`` for steps that
    are out of order.
    """
    row = RuleSet.objects.filter(id=rule_set_id).first()
    if row is None:
        raise NotFound
    resolved = rules.resolved_rules(
        row,
        rules.document_of(row),
        currency=script.currency,
        category_path=script.category_path,
        overrides=script.overrides,
    )
    starts_at = clock.now().replace(microsecond=0)
    hard_end = script.hard_end_seconds
    terms = LotTerms(
        currency=script.currency,
        start_price_minor=script.start_price_minor,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(seconds=script.duration_seconds),
        rules=resolved,
        reserve_minor=script.reserve_minor,
        buy_now_minor=script.buy_now_minor,
        hard_end=None if hard_end is None else starts_at + timedelta(seconds=hard_end),
    )
    stage = _Stage(terms)
    for step, at in zip(script.steps, _times(script, starts_at), strict=True):
        stage.play(step, at)
    if stage.figures.result is None:
        stage.play(TrialStep(TrialStepKind.CLOSE), max(stage.at, stage.figures.ends_at))
    return Trial(starts_at, rules_document(resolved), stage.played)


def _times(script: TrialScript, starts_at: datetime) -> list[datetime]:
    times: list[datetime] = []
    for number, step in enumerate(script.steps):
        last = times[-1] if times else starts_at
        if step.at_seconds is None:
            times.append(last)
            continue
        at = starts_at + timedelta(seconds=step.at_seconds)
        if at < last:
            raise invalid_field(
                f"/steps/{number}/at_seconds", "out_of_order", "A step is not before the last one."
            )
        times.append(at)
    return times


class _Stage:
    """The lot while a script is played on it: figures, facts and who is who."""

    def __init__(self, terms: LotTerms) -> None:
        self.terms = terms
        self.figures: LotFigures = opening_figures(terms)
        self.at = terms.starts_at
        self.played: list[PlayedStep] = []
        self._facts: list[Fact] = []
        self._names: dict[UUID, str] = {}
        self._numbers: dict[UUID, int] = {}
        self._bid_of_step: dict[int, int] = {}

    def play(self, step: TrialStep, at: datetime) -> None:
        """Try a step; a refusal is its outcome and changes nothing."""
        self.at = at
        number = len(self.played) + 1
        refusal: TrialRefusal | None = None
        facts: Sequence[Fact] = ()
        try:
            decision = self._decide(step)
        except DomainError as error:
            refusal = TrialRefusal(error.code, error.title)
        else:
            facts = decision.facts
            self.figures = decision.figures
            self._keep(number, facts)
        self.played.append(
            PlayedStep(
                step=number,
                kind=step.kind,
                at=at,
                refusal=refusal,
                facts=[self._shown(fact) for fact in facts],
                state=state_of(NO_LOT, self.figures, self.terms, at),
                hidden=HiddenFigures(
                    leader=self._name(self.figures.leader),
                    leader_maximum_minor=self.figures.leader_maximum_minor,
                    second_maximum_minor=self.figures.second_maximum_minor,
                    reserve_minor=self.figures.reserve_minor,
                ),
            )
        )

    def _decide(self, step: TrialStep) -> Decision:
        figures, terms, at = self.figures, self.terms, self.at
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

    def _keep(self, number: int, facts: Sequence[Fact]) -> None:
        self._facts.extend(facts)
        for fact in facts:
            if fact.bidder is not None and fact.bidder_number is not None:
                self._numbers.setdefault(fact.bidder, fact.bidder_number)
            if fact.kind is FactKind.BID:
                self._bid_of_step[number] = fact.sequence

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

    def _name(self, account: UUID | None) -> str | None:
        return None if account is None else self._names[account]

    def _shown(self, fact: Fact) -> TrialFact:
        return TrialFact(
            kind=fact.kind,
            sequence=fact.sequence,
            bidder=self._name(fact.bidder),
            amount_minor=fact.amount_minor,
            price_minor=fact.price_minor,
            maximum_minor=fact.maximum_minor,
            ends_at=fact.ends_at,
        )
