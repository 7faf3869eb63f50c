"""Searches on the wire."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from vendue.catalogue.engine.words import Condition, LotSort, SellerKind
from vendue.catalogue.queries.conditions import LotSearch
from vendue.kernel import clock
from vendue.kernel.fields import DIGITS, Country, CurrencyCode, Slug, Timestamp, line
from vendue.kernel.lots import LotStatus
from vendue.kernel.money import MAXIMUM_MINOR
from vendue.kernel.pages import PageQuery

_UNITS = {"m": "minutes", "h": "hours", "d": "days"}

AttributeChoice = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}:[a-z0-9][a-z0-9_-]{0,59}$")
]
PriceLimit = Annotated[int, Field(ge=0, le=MAXIMUM_MINOR), DIGITS]


class LotFilter(Schema):
    """Which lots are wanted. Everything given must hold."""

    model_config = ConfigDict(extra="forbid")

    words: Annotated[str, line(100)] | None = Field(
        None,
        description="In Latvian, English or Russian, in any form and without regard to diacritics; "
        "the last may be begun, unless thousands of lots have it as it is.",
    )
    category: Slug | None = Field(None, description="Slug; the categories below count as well.")
    attribute: list[AttributeChoice] = Field(
        default_factory=list,
        max_length=20,
        description="`name:value` of a facet. Values of one name are alternatives.",
    )
    condition: list[Condition] = Field(
        default_factory=list, max_length=6, description="Any of these."
    )
    country: Country | None = None
    seller_id: UUID | None = None
    seller_kind: SellerKind | None = None
    currency: CurrencyCode | None = None
    price_from_minor: PriceLimit | None = Field(None, description="Needs `currency`.")
    price_to_minor: PriceLimit | None = Field(None, description="Needs `currency`.")
    ends_before: Timestamp | None = None
    ending_within: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,3}[mhd]$")] | None = (
        Field(None, description="Minutes, hours or days from now.", examples=["1h"])
    )
    status: LotStatus = Field(LotStatus.LIVE, description="Where the lots stand.")

    def search(self) -> LotSearch:
        """The search, as the queries take it."""
        ends = [self.ends_before] if self.ends_before else []
        if self.ending_within:
            amount, unit = int(self.ending_within[:-1]), _UNITS[self.ending_within[-1]]
            ends.append(clock.now() + timedelta(**{unit: amount}))
        pairs = (choice.split(":", 1) for choice in self.attribute)
        return LotSearch(
            words=self.words,
            category=self.category,
            attributes=tuple((name, value) for name, value in pairs),
            conditions=tuple(self.condition),
            country=self.country,
            seller_id=self.seller_id,
            seller_kind=self.seller_kind,
            currency=self.currency,
            price_from_minor=self.price_from_minor,
            price_to_minor=self.price_to_minor,
            ends_before=min(ends, default=None),
            status=self.status,
        )


class LotQuery(LotFilter, PageQuery):
    """Which lots are wanted, in which order, and which page of them."""

    sort: LotSort = Field(
        LotSort.ENDING_SOONEST,
        description="By price, lots of one currency stay together; name one to see only those.",
    )


class CountOut(Schema):
    """How many. Exact up to 1,000."""

    count: int = Field(description="At most 1,000.")
    is_capped: bool = Field(description="There are more than `count`.")


class FacetValueOut(Schema):
    """How many lots have one value of a facet."""

    value: str
    count: int = Field(description="At most 1,000.")
    is_capped: bool = Field(description="There are more than `count`.")


class FacetOut(Schema):
    """A facet with its values, the most frequent first, at most twelve.

    It is counted with every filter but its own, so that its alternatives can be chosen.
    """

    name: str = Field(
        description="`category`, `condition`, `seller_kind`, `country` or an attribute."
    )
    values: list[FacetValueOut]


class LotCountsOut(Schema):
    """How many lots match, and what they can be narrowed down by."""

    total: CountOut
    facets: list[FacetOut]
