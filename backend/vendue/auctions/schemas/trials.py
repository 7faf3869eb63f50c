"""Dry runs on the wire. For staff alone: they show maxima and the reserve."""

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field, StrictInt

from vendue.auctions.engine.figures import FactKind
from vendue.auctions.engine.trials import TrialStep, TrialStepKind
from vendue.auctions.schemas.increments import PercentageBandOut, StepBandOut
from vendue.auctions.schemas.rules import CategoryPath, RulesOut, RulesOverrideIn
from vendue.auctions.services.trials import MOST_STEPS, TrialScript
from vendue.kernel.fields import Amount, CurrencyCode, line
from vendue.kernel.http import Body
from vendue.kernel.lots import LotStateOut

_LONGEST = 60 * 24 * 3600

Name = Annotated[str, line(40)]
Seconds = Annotated[StrictInt, Field(ge=1, le=_LONGEST)]
AtSeconds = Annotated[
    StrictInt,
    Field(ge=0, le=2 * _LONGEST, description="After the start; not before the step before."),
]
StepNumber = Annotated[StrictInt, Field(ge=1, le=MOST_STEPS)]


class TrialBidIn(Body):
    """A bid, by its maximum."""

    kind: Literal["bid"]
    bidder: Name = Field(examples=["A"])
    maximum_minor: Amount
    at_seconds: AtSeconds | None = Field(None, description="Null: when the step before was.")

    def step(self) -> TrialStep:
        """The step as the services take it."""
        return TrialStep(
            TrialStepKind.BID,
            at_seconds=self.at_seconds,
            bidder=self.bidder,
            amount_minor=self.maximum_minor,
        )


class TrialPurchaseIn(Body):
    """A purchase at the Buy Now price."""

    kind: Literal["purchase"]
    bidder: Name
    at_seconds: AtSeconds | None = Field(None, description="Null: when the step before was.")

    def step(self) -> TrialStep:
        """The step as the services take it."""
        return TrialStep(TrialStepKind.PURCHASE, at_seconds=self.at_seconds, bidder=self.bidder)


class TrialVoidIn(Body):
    """Bids taken out."""

    kind: Literal["void"]
    bid_steps: Annotated[list[StepNumber], Field(min_length=1, max_length=MOST_STEPS)] = Field(
        description="Numbers of the steps, from 1, whose bids are voided."
    )
    at_seconds: AtSeconds | None = Field(None, description="Null: when the step before was.")

    def step(self) -> TrialStep:
        """The step as the services take it."""
        return TrialStep(TrialStepKind.VOID, at_seconds=self.at_seconds, bid_steps=self.bid_steps)


class TrialReserveReductionIn(Body):
    """The seller lowers the reserve."""

    kind: Literal["reserve_reduction"]
    reserve_minor: Amount
    at_seconds: AtSeconds | None = Field(None, description="Null: when the step before was.")

    def step(self) -> TrialStep:
        """The step as the services take it."""
        return TrialStep(
            TrialStepKind.RESERVE_REDUCTION,
            at_seconds=self.at_seconds,
            amount_minor=self.reserve_minor,
        )


TrialStepIn = Annotated[
    TrialBidIn | TrialPurchaseIn | TrialVoidIn | TrialReserveReductionIn,
    Field(discriminator="kind"),
]


class TrialIn(Body):
    """A lot that might be, and what is tried on it, in order."""

    currency: CurrencyCode
    start_price_minor: Amount
    reserve_minor: Amount | None = None
    buy_now_minor: Amount | None = None
    duration_seconds: Seconds = Field(3600, description="From the start to the planned end.")
    hard_end_seconds: Seconds | None = Field(
        None, description="From the start; no extension goes past it."
    )
    category_path: CategoryPath | None = Field(
        None, description="The lot's category, where the rule set differs by category."
    )
    overrides: RulesOverrideIn | None = Field(None, description="What the auction sets itself.")
    steps: Annotated[list[TrialStepIn], Field(max_length=MOST_STEPS)]

    def script(self) -> TrialScript:
        """The script as the services take it."""
        return TrialScript(
            currency=self.currency,
            start_price_minor=self.start_price_minor,
            duration_seconds=self.duration_seconds,
            steps=[step.step() for step in self.steps],
            reserve_minor=self.reserve_minor,
            buy_now_minor=self.buy_now_minor,
            hard_end_seconds=self.hard_end_seconds,
            category_path=self.category_path or "",
            overrides={} if self.overrides is None else self.overrides.document(),
        )


class TrialRefusalOut(Schema):
    """What a step was refused with."""

    code: str
    title: str


class TrialFactOut(Schema):
    """A fact that a step added to the lot's history."""

    kind: FactKind
    sequence: int
    bidder: str | None = Field(description="As the script names the bidder.")
    amount_minor: int | None = Field(description="The amount shown to everybody.")
    price_minor: int
    maximum_minor: int | None = Field(description="Hidden from everybody but the bidder.")
    ends_at: datetime


class HiddenFiguresOut(Schema):
    """What nobody sees of a real lot."""

    leader: str | None = Field(description="As the script names the bidder.")
    leader_maximum_minor: int | None
    second_maximum_minor: int | None = Field(description="Highest maximum of all the others.")
    reserve_minor: int | None


class TrialStepOut(Schema):
    """A step, what came of it and how the lot stood afterwards."""

    step: int = Field(description="Its place in the trial, from 1.")
    kind: TrialStepKind
    at: datetime = Field(description="The moment it was played for.")
    refusal: TrialRefusalOut | None = Field(description="Null where the step was accepted.")
    facts: list[TrialFactOut]
    state: LotStateOut = Field(description="What everybody would see; `lot_id` is nil.")
    hidden: HiddenFiguresOut


class PinnedRulesOut(RulesOut):
    """The rules that hold for one lot, with the increments of its currency."""

    increments: list[StepBandOut | PercentageBandOut]


class TrialOut(Schema):
    """A dry run, up to the close of the lot."""

    starts_at: datetime
    rules: PinnedRulesOut
    steps: list[TrialStepOut] = Field(description="The last one is the close, unless sold before.")
