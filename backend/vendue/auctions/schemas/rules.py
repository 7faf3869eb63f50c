"""Rule sets on the wire, and the parts of rules that a category or an auction overrides."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, Field, StrictInt, StringConstraints

from vendue.auctions.engine.rule_documents import MAXIMUM_EXTENSIONS, MAXIMUM_SECONDS
from vendue.auctions.engine.rules import BelowReserve, BuyNowUntil, ExtensionMode
from vendue.auctions.schemas.increments import (
    Bands,
    BasisPoints,
    PercentageBandOut,
    RulesName,
    StepBandOut,
)
from vendue.auctions.services.rules import RuleSetPlan
from vendue.kernel.fields import CurrencyCode, Switch
from vendue.kernel.http import Body
from vendue.kernel.money import CURRENCIES
from vendue.kernel.pages import PageOut
from vendue.kernel.tables import Edition

CategoryPath = Annotated[
    str,
    StringConstraints(
        min_length=1, max_length=400, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"
    ),
]
TriggerSeconds = Annotated[
    StrictInt, Field(ge=0, le=MAXIMUM_SECONDS, description="0 switches extensions off.")
]
ExtendSeconds = Annotated[StrictInt, Field(ge=1, le=MAXIMUM_SECONDS)]
MaxExtensions = Annotated[StrictInt, Field(ge=0, le=MAXIMUM_EXTENSIONS)]


class AntiSnipingIn(Body):
    """When a late bid extends a lot, and by how much (rule 5.2)."""

    trigger_seconds: TriggerSeconds = 30
    extend_seconds: ExtendSeconds = 30
    mode: ExtensionMode = ExtensionMode.RESET
    max_extensions: MaxExtensions | None = Field(default=None, description="Null for no limit.")


class BuyNowPolicyIn(Body):
    """How long a Buy Now offer stays open (rule 4)."""

    until: BuyNowUntil = BuyNowUntil.FIRST_BID
    basis_points: BasisPoints | None = Field(
        default=None,
        description="Share of the Buy Now price that ends the offer, for `percent` only.",
    )


class RulesIn(Body):
    """Every rule where markets differ, but the increments."""

    anti_sniping: AntiSnipingIn = Field(default_factory=AntiSnipingIn)
    own_raise_recompute: Switch = Field(
        default=True, description="Whether an own raise moves a price that the old maximum capped."
    )
    below_reserve: BelowReserve = BelowReserve.INCREMENTAL
    buy_now: BuyNowPolicyIn = Field(default_factory=BuyNowPolicyIn)


class AntiSnipingOverrideIn(Body):
    """Parts of anti-sniping that differ. What is left out stays."""

    trigger_seconds: TriggerSeconds | None = None
    extend_seconds: ExtendSeconds | None = None
    mode: ExtensionMode | None = None
    max_extensions: MaxExtensions | None = Field(
        default=None, description="Null, if sent: no limit."
    )


class CurrencyBandsIn(Body):
    """Increments for one currency."""

    currency: CurrencyCode
    bands: Bands


def _currencies_once(parts: list[CurrencyBandsIn]) -> list[CurrencyBandsIn]:
    if len({part.currency for part in parts}) != len(parts):
        raise ValueError("Name each currency once.")
    return parts


CurrencyIncrements = Annotated[
    list[CurrencyBandsIn],
    Field(min_length=1, max_length=len(CURRENCIES)),
    AfterValidator(_currencies_once),
]


class RulesPatch(Body):
    """Rules that differ. What is left out, or null, stays as it is."""

    anti_sniping: AntiSnipingOverrideIn | None = None
    own_raise_recompute: Switch | None = Field(None, description="Null keeps what is set.")
    below_reserve: BelowReserve | None = None
    buy_now: BuyNowPolicyIn | None = None

    def document(self) -> dict[str, Any]:
        """The parts that were sent, in the form the engine reads."""
        sent = _without_null(self.model_dump(mode="json", exclude_unset=True))
        if "anti_sniping" in sent:
            sent["anti_sniping"] = _without_null(sent["anti_sniping"], but="max_extensions")
        if self.buy_now is not None:
            # Whole, so that a share that no longer applies does not stay behind.
            sent["buy_now"] = self.buy_now.model_dump(mode="json")
        return sent


class RulesOverrideIn(RulesPatch):
    """Rules and increments that differ. What is left out, or null, stays as it is."""

    increments: CurrencyIncrements | None = None

    def document(self) -> dict[str, Any]:
        """The parts that were sent, in the form the engine reads."""
        sent = super().document()
        if "increments" in sent:
            sent["increments"] = {part["currency"]: part["bands"] for part in sent["increments"]}
        return sent


class CategoryOverrideIn(Body):
    """What differs for a category and those below it."""

    category_path: CategoryPath = Field(
        description="Slugs from the root.", examples=["clocks/watches"]
    )
    override: RulesOverrideIn


TableIds = Annotated[
    list[UUID],
    Field(
        min_length=1,
        max_length=len(CURRENCIES),
        description="One increment table for each currency that may be sold in.",
    ),
]


def _paths_once(parts: list[CategoryOverrideIn]) -> list[CategoryOverrideIn]:
    if len({part.category_path for part in parts}) != len(parts):
        raise ValueError("Name each category once.")
    return parts


CategoryOverrides = Annotated[
    list[CategoryOverrideIn], Field(max_length=200), AfterValidator(_paths_once)
]


class RuleSetIn(Body):
    """A new version of a rule set, as a draft."""

    name: RulesName
    rules: RulesIn = Field(default_factory=RulesIn)
    increment_table_ids: TableIds
    category_overrides: CategoryOverrides = []

    def plan(self) -> RuleSetPlan:
        """The plan as the services take it."""
        return RuleSetPlan(
            rules=self.rules.model_dump(mode="json"),
            increment_table_ids=self.increment_table_ids,
            category_overrides=_by_path(self.category_overrides),
        )


class RuleSetPatch(Body):
    """Changes of a draft. What is left out, or null, stays as it is."""

    rules: RulesPatch | None = None
    increment_table_ids: TableIds | None = Field(None, description="Null keeps what is set.")
    category_overrides: CategoryOverrides | None = Field(
        default=None, description="All of them; an empty list removes them."
    )

    def changes(self) -> dict[str, Any]:
        """The fields that were sent, as the services take them."""
        sent: dict[str, Any] = {}
        if self.rules is not None:
            sent["rules"] = self.rules.document()
        if self.increment_table_ids is not None:
            sent["increment_table_ids"] = self.increment_table_ids
        if self.category_overrides is not None:
            sent["category_overrides"] = _by_path(self.category_overrides)
        return sent


class AntiSnipingOut(Schema):
    """When a late bid extends a lot, and by how much (rule 5.2)."""

    trigger_seconds: int = Field(description="0 where extensions are off.")
    extend_seconds: int
    mode: ExtensionMode
    max_extensions: int | None = Field(description="Null for no limit.")


class BuyNowPolicyOut(Schema):
    """How long a Buy Now offer stays open (rule 4)."""

    until: BuyNowUntil
    basis_points: int | None


class RulesOut(Schema):
    """Every rule where markets differ, but the increments."""

    anti_sniping: AntiSnipingOut
    own_raise_recompute: bool = Field(
        description="Whether a raise of one's own maximum moves a price that it had capped."
    )
    below_reserve: BelowReserve
    buy_now: BuyNowPolicyOut


class CurrencyIncrementsOut(Schema):
    """The increments of a rule set for one currency."""

    currency: str
    increment_table_id: UUID
    bands: list[StepBandOut | PercentageBandOut]


class CategoryOverrideOut(Schema):
    """What differs for a category and those below it; the narrowest category holds."""

    category_path: str = Field(description="The category it holds for, and those below it.")
    override: dict[str, Any] = Field(
        description="The parts that differ, in the form of `rules`; `increments` by currency."
    )


class RuleSetOut(Schema):
    """One version of a rule set: everything needed to recompute a decision made under it."""

    rule_set_id: UUID
    name: str
    number: int = Field(description="Its version among the rule sets of this name.")
    rules: RulesOut
    increments: list[CurrencyIncrementsOut]
    category_overrides: list[CategoryOverrideOut]
    edition: Edition
    published_at: datetime | None
    version: int = Field(description="Grows with each change.")
    created_at: datetime


class RuleSetPageOut(PageOut):
    """A page of rule sets, the newest first."""

    items: list[RuleSetOut]


def _by_path(overrides: list[CategoryOverrideIn]) -> dict[str, dict[str, Any]]:
    return {entry.category_path: entry.override.document() for entry in overrides}


def _without_null(parts: dict[str, Any], *, but: str = "") -> dict[str, Any]:
    return {name: value for name, value in parts.items() if value is not None or name == but}
