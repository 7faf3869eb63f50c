"""Dry runs: staff play a list of bids through a rule set and see every step. Nothing is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from vendue.auctions.engine.figures import Fact, FactKind
from vendue.auctions.engine.rule_documents import Document, rules_document
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.engine.trials import Played, Stage, TrialStep, TrialStepKind
from vendue.auctions.models import RuleSet
from vendue.auctions.queries.lot_rows import state_of
from vendue.auctions.services import rules
from vendue.kernel import clock
from vendue.kernel.errors import NotFound, invalid_field
from vendue.kernel.lots import LotStateOut

MOST_STEPS = 500
#: What the public state calls a lot that does not exist.
NO_LOT = UUID(int=0)


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
    stage = Stage(terms)
    times = _times(script, starts_at)
    played = [stage.play(step, at) for step, at in zip(script.steps, times, strict=True)]
    if stage.figures.result is None:
        closes_at = max([stage.figures.ends_at, *times])
        played.append(stage.play(TrialStep(TrialStepKind.CLOSE), closes_at))
    shown = [_shown(number, step, stage) for number, step in enumerate(played, start=1)]
    return Trial(starts_at, rules_document(resolved), shown)


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


def _shown(number: int, step: Played, stage: Stage) -> PlayedStep:
    figures, refusal = step.figures, step.refusal
    return PlayedStep(
        step=number,
        kind=step.kind,
        at=step.at,
        refusal=None if refusal is None else TrialRefusal(refusal.code, refusal.title),
        facts=[_fact(fact, stage) for fact in step.facts],
        state=state_of(NO_LOT, figures, stage.terms, step.at),
        hidden=HiddenFigures(
            leader=stage.name_of(figures.leader),
            leader_maximum_minor=figures.leader_maximum_minor,
            second_maximum_minor=figures.second_maximum_minor,
            reserve_minor=figures.reserve_minor,
        ),
    )


def _fact(fact: Fact, stage: Stage) -> TrialFact:
    return TrialFact(
        kind=fact.kind,
        sequence=fact.sequence,
        bidder=stage.name_of(fact.bidder),
        amount_minor=fact.amount_minor,
        price_minor=fact.price_minor,
        maximum_minor=fact.maximum_minor,
        ends_at=fact.ends_at,
    )
