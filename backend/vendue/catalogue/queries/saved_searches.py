"""Reading saved searches, and what they newly find."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import sql

from vendue.catalogue.engine.words import Condition, SearchAlert, SellerKind
from vendue.catalogue.models import SavedSearch
from vendue.catalogue.queries import conditions
from vendue.catalogue.queries.conditions import LotSearch, all_of, run
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound
from vendue.kernel.lots import LotStatus
from vendue.kernel.pages import Page, decode_cursor, page_of

#: Every filter as it is when nothing is asked for: what an older row does not name.
NO_FILTERS: Mapping[str, Any] = {
    "words": None,
    "category": None,
    "attribute": [],
    "condition": [],
    "country": None,
    "seller_id": None,
    "seller_kind": None,
    "currency": None,
    "price_from_minor": None,
    "price_to_minor": None,
    "ends_before": None,
    "ending_within": None,
    "status": LotStatus.LIVE.value,
}


@dataclass(frozen=True, slots=True)
class SavedSearchView:
    """A saved search as its account reads it; ``query`` names every filter."""

    saved_search_id: UUID
    name: str
    query: dict[str, Any]
    alert: SearchAlert
    created_at: datetime
    last_alerted_at: datetime | None
    version: int


def saved_searches_of(actor: Actor, *, cursor: str | None, limit: int) -> Page[SavedSearchView]:
    """The searches the caller keeps, newest first."""
    rows = SavedSearch.objects.filter(account_id=actor.id).order_by("-id")
    if cursor is not None:
        rows = rows.filter(id__lt=decode_cursor(cursor, UUID)[0])
    page = page_of(list(rows[: limit + 1]), limit, lambda row: (str(row.id),))
    return Page([view_of(row) for row in page.items], page.next_cursor)


def saved_search_of(actor: Actor, saved_search_id: UUID) -> SavedSearchView:
    """One search the caller keeps. Raises ``NotFound``."""
    row = SavedSearch.objects.filter(account_id=actor.id, id=saved_search_id).first()
    if row is None:
        raise NotFound
    return view_of(row)


def view_of(row: SavedSearch) -> SavedSearchView:
    """A row as its account reads it."""
    return SavedSearchView(
        saved_search_id=row.id,
        name=row.name,
        query={**NO_FILTERS, **row.query},
        alert=SearchAlert(row.alert),
        created_at=row.created_at,
        last_alerted_at=row.last_alerted_at,
        version=row.version,
    )


def search_of(query: Mapping[str, Any]) -> LotSearch:
    """What a saved search asks of a lot that is new: everything but when it ends and its status,
    which say which lots to look at now and not which to wait for."""
    asked = {**NO_FILTERS, **query}
    pairs = (choice.split(":", 1) for choice in asked["attribute"])
    return LotSearch(
        words=asked["words"],
        category=asked["category"],
        attributes=tuple((name, value) for name, value in pairs),
        conditions=tuple(Condition(word) for word in asked["condition"]),
        country=asked["country"],
        seller_id=asked["seller_id"] and UUID(asked["seller_id"]),
        seller_kind=asked["seller_kind"] and SellerKind(asked["seller_kind"]),
        currency=asked["currency"],
        price_from_minor=asked["price_from_minor"],
        price_to_minor=asked["price_to_minor"],
    )


def newly_listed(row: SavedSearch, *, until: datetime, limit: int) -> list[UUID]:
    """The lots a search has found since it was last looked through, the newest first.

    Not its owner's own, and none that is over already.
    """
    search = search_of(row.query)
    near = [
        sql.SQL("status IN ('scheduled', 'live')"),
        sql.SQL("listed_at > {}").format(sql.Literal(row.looked_until)),
        sql.SQL("listed_at <= {}").format(sql.Literal(until)),
        sql.SQL("seller_account_id <> {}").format(sql.Literal(row.account_id)),
        *conditions.ranges(search),
        *conditions.facets(search),
        *conditions.words(search),
    ]
    statement = sql.SQL(
        "SELECT lot_id FROM catalogue_lotlisting WHERE {near} ORDER BY listed_at DESC LIMIT {limit}"
    ).format(near=all_of(near), limit=sql.Literal(limit))
    return [lot_id for (lot_id,) in run(statement)]
