"""Saved searches on the wire."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field, StrictInt

from vendue.catalogue.engine.words import Condition, SearchAlert, SellerKind
from vendue.catalogue.schemas.fields import UNCHANGED
from vendue.catalogue.schemas.search import LotFilter
from vendue.kernel.fields import line
from vendue.kernel.http import Body
from vendue.kernel.lots import LotStatus
from vendue.kernel.money import MAXIMUM_MINOR
from vendue.kernel.pages import PageOut

_Limit = Annotated[StrictInt, Field(ge=0, le=MAXIMUM_MINOR)]
SearchName = Annotated[
    str, line(80), Field(description="What you call it.", examples=["Oak clocks"])
]


class SavedQueryIn(LotFilter):
    """What a saved search asks: the filters of `search_lots`, by the same names.

    An alert about new lots does not look at `status`, `ends_before` and `ending_within`.
    """

    price_from_minor: _Limit | None = Field(None, description="Needs `currency`.")
    price_to_minor: _Limit | None = Field(None, description="Needs `currency`.")


class SavedSearchIn(Body):
    """A search to keep."""

    name: SearchName
    query: SavedQueryIn
    alert: SearchAlert = SearchAlert.OFF


class SavedSearchPatch(Body):
    """What changes; what is left out stays. A query is replaced whole."""

    name: SearchName = UNCHANGED
    query: SavedQueryIn = UNCHANGED
    alert: SearchAlert = UNCHANGED

    def changes(self) -> dict[str, Any]:
        """The fields that were sent."""
        # Not `exclude_unset`: inside the query that was sent, defaults count.
        return self.model_dump(mode="json", include=self.model_fields_set)


class SavedQueryOut(Schema):
    """What a saved search asks: every filter of `search_lots`, by the same names."""

    words: str | None = Field(description="Words, in any language; else null.")
    category: str | None = Field(description="Slug of a category, else null.")
    attribute: list[str] = Field(description="`name:value` of each facet chosen.")
    condition: list[Condition]
    country: str | None
    seller_id: UUID | None
    seller_kind: SellerKind | None
    currency: str | None
    price_from_minor: int | None
    price_to_minor: int | None
    ends_before: datetime | None
    ending_within: str | None = Field(description="Minutes, hours or days, such as `1h`.")
    status: LotStatus


class SavedSearchOut(Schema):
    """A search that you keep."""

    saved_search_id: UUID
    name: str
    query: SavedQueryOut
    alert: SearchAlert = Field(description="Whether you are told what it newly finds.")
    created_at: datetime
    last_alerted_at: datetime | None = Field(description="When you were last told, else null.")
    version: int


class SavedSearchPageOut(PageOut):
    """A page of saved searches, the newest first."""

    items: list[SavedSearchOut]
