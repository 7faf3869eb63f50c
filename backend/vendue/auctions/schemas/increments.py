"""Increment tables on the wire, and what their versions share with those of rule sets.

Amounts are in the minor unit of the table's currency.
"""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field, StrictInt, StringConstraints

from vendue.auctions.engine.rule_documents import MAXIMUM_BANDS, MAXIMUM_PATTERN
from vendue.kernel.fields import Amount, CurrencyCode, Reason
from vendue.kernel.http import Body
from vendue.kernel.money import MAXIMUM_MINOR
from vendue.kernel.pages import PageOut, PageQuery
from vendue.kernel.tables import Edition

RulesName = Annotated[
    str,
    StringConstraints(min_length=1, max_length=80, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
]
BandStart = Annotated[StrictInt, Field(ge=0, le=MAXIMUM_MINOR)]
BasisPoints = Annotated[StrictInt, Field(ge=1, le=10_000)]


class StepBandIn(Body):
    """A band of one step, or of a pattern of steps that repeats from the band's start."""

    from_minor: BandStart = Field(description="Where the band begins; it ends where the next does.")
    steps_minor: Annotated[list[Amount], Field(min_length=1, max_length=MAXIMUM_PATTERN)]


class PercentageBandIn(Body):
    """A band whose step is a share of the amount, rounded up, and never below a floor."""

    from_minor: BandStart = Field(description="Where the band begins; it ends where the next does.")
    basis_points: BasisPoints
    floor_minor: Amount


Bands = Annotated[
    list[StepBandIn | PercentageBandIn],
    Field(min_length=1, max_length=MAXIMUM_BANDS, description="In rising order."),
]


def band_documents(bands: list[StepBandIn | PercentageBandIn]) -> list[dict[str, Any]]:
    """Bands in the form the engine reads."""
    return [band.model_dump(mode="json") for band in bands]


class IncrementTableIn(Body):
    """A new version of an increment table, as a draft."""

    name: RulesName
    currency: CurrencyCode
    bands: Bands


class IncrementTablePatch(Body):
    """Other bands for a draft."""

    bands: Bands


class PublicationIn(Body):
    """Why a draft becomes a version for ever."""

    reason: Reason = Field(description="It stands in the audit trail.")


class StepBandOut(Schema):
    """A band of one step, or of a pattern of steps that repeats from the band's start."""

    from_minor: int = Field(description="Where the band begins; it ends where the next does.")
    steps_minor: list[int]


class PercentageBandOut(Schema):
    """A band whose step is a share of the amount, rounded up, and never below a floor."""

    from_minor: int = Field(description="Where the band begins; it ends where the next does.")
    basis_points: int
    floor_minor: int


class IncrementTableOut(Schema):
    """One version of a table of bid increments (rule 3)."""

    increment_table_id: UUID
    name: str
    currency: str
    number: int = Field(description="Its version among the tables of this name and currency.")
    bands: list[StepBandOut | PercentageBandOut]
    edition: Edition
    published_at: datetime | None
    version: int = Field(description="Grows with each change.")
    created_at: datetime


class IncrementTablePageOut(PageOut):
    """A page of increment tables, the newest first."""

    items: list[IncrementTableOut]


class RulesQuery(PageQuery):
    """Which published rule sets."""

    name: RulesName | None = None


class AllRulesQuery(RulesQuery):
    """Which rule sets or increment tables, drafts among them."""

    edition: Edition | None = None
