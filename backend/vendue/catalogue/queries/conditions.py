"""What a search asks for, as a value and as SQL conditions on a listing."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg import sql

from vendue.catalogue.engine import tokens
from vendue.catalogue.engine.words import Condition, SellerKind
from vendue.catalogue.queries.tree import tree
from vendue.kernel.errors import invalid_field
from vendue.kernel.lots import LotStatus

# A bitmap of a hundred thousand rows needs more than PostgreSQL's 4 MB, or it forgets which row of
# a page it meant and looks at all of them. Statements sent together are one transaction.
_ROOM = "SET LOCAL work_mem = '32MB'; "

#: A last word is taken as whole, and not as begun, if so many lots of the sample have it.
COMMON = 100
_COMMON_SQL = """
SELECT count(*) FROM (SELECT FROM catalogue_listingsample
                       WHERE search @@ catalogue_query(%s, '', false) LIMIT %s) AS found
"""
_REMEMBERED_SECONDS = 60


@dataclass(frozen=True, slots=True)
class LotSearch:
    """Which lots are wanted. What is ``None`` or empty asks for nothing.

    Amounts in minor units of ``currency``, which must be named with them. ``attributes`` are
    ``(name, value)`` pairs: values of one name are alternatives, different names must all hold.
    """

    words: str | None = None
    category: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    conditions: tuple[Condition, ...] = ()
    country: str | None = None
    seller_id: UUID | None = None
    seller_kind: SellerKind | None = None
    currency: str | None = None
    price_from_minor: int | None = None
    price_to_minor: int | None = None
    ends_before: datetime | None = None
    status: LotStatus = LotStatus.LIVE
    #: Instead of ``words``: the same after correction, as the text of a ``tsquery``.
    corrected: str | None = None

    @property
    def choices(self) -> dict[str, tuple[int, ...]]:
        """The facet tokens asked for, by facet: alternatives within one, all facets together."""
        pairs = [
            (tokens.CATEGORY, self.category),
            *((tokens.CONDITION, condition.value) for condition in self.conditions),
            (tokens.COUNTRY, self.country),
            (tokens.SELLER, self.seller_id and str(self.seller_id)),
            (tokens.SELLER_KIND, self.seller_kind and self.seller_kind.value),
            *self.attributes,
        ]
        found: dict[str, tuple[int, ...]] = {}
        for name, value in pairs:
            if value is not None:
                found[name] = (*found.get(name, ()), tokens.token(name, value))
        return found


def require_sense(search: LotSearch) -> None:
    """Refuse what no lot could be held against: an unknown category, an amount of no currency."""
    if search.category is not None and search.category not in tree().by_slug:
        raise invalid_field("category", "unknown_category", "There is no such category.")
    has_amount = search.price_from_minor is not None or search.price_to_minor is not None
    if has_amount and search.currency is None:
        raise invalid_field(
            "currency", "missing", "Name the currency that the price limits are in."
        )


def status_is(search: LotSearch) -> sql.Composable:
    """The status as a literal: partial indexes are chosen by it."""
    return sql.SQL("status = {}").format(sql.Literal(search.status.value))


def ranges(search: LotSearch) -> list[sql.Composable]:
    """Conditions on columns that lists are sorted by; cheap inside any walk."""
    pairs: Iterable[tuple[str, Any]] = (
        ("currency = {}", search.currency),
        ("price_minor >= {}", search.price_from_minor),
        ("price_minor <= {}", search.price_to_minor),
        ("ends_at < {}", search.ends_before),
    )
    return [sql.SQL(text).format(sql.Literal(v)) for text, v in pairs if v is not None]


def facets(search: LotSearch, *, apart_from: str | None = None) -> list[sql.Composable]:
    """Conditions on facets; ``apart_from`` leaves one facet open, to count its alternatives."""
    chosen = [t for name, t in search.choices.items() if name != apart_from]
    single = [alternatives[0] for alternatives in chosen if len(alternatives) == 1]
    found = [contains(single)] if single else []
    return found + [
        sql.SQL("facets && {}::bigint[]").format(sql.Literal(list(alternatives)))
        for alternatives in chosen
        if len(alternatives) > 1
    ]


def every(search: LotSearch, *, apart_from: str | None = None) -> sql.Composable:
    """All that is asked for, as one condition; ``apart_from`` as in ``facets``."""
    return all_of(
        [
            status_is(search),
            *ranges(search),
            *facets(search, apart_from=apart_from),
            *words(search),
        ]
    )


def every_listing(search: LotSearch, *, apart_from: str | None = None) -> sql.Composable:
    """The same for the listings themselves: a category alone is found by its leaves.

    They stand together in an index that holds the facets too, while the inverted index would
    send us to as many places of the table. With any other facet or a word, it sorts out first.
    """
    others = [n for n in search.choices if n not in {apart_from, tokens.CATEGORY}]
    if search.category is None or others or words(search) or search.ends_before is not None:
        return every(search, apart_from=apart_from)
    leaves = [leaf.category_id for leaf in tree().by_slug[search.category].leaves]
    within = sql.SQL("category_id = ANY({}::uuid[])").format(sql.Literal(leaves))
    return all_of([status_is(search), within, *ranges(search)])


def contains(wanted: Sequence[int]) -> sql.Composable:
    """The listing has all of these facet tokens."""
    return sql.SQL("facets @> {}::bigint[]").format(sql.Literal(list(wanted)))


def words(search: LotSearch, *, in_title: bool = False) -> list[sql.Composable]:
    """The words asked for, anywhere or in the title alone."""
    if search.corrected is not None:
        query = sql.SQL("search @@ {}::tsquery")
        return [query.format(sql.Literal(search.corrected))]
    if search.words is None:
        return []
    last = search.words.split()[-1:]
    begun = not (last and _is_common(last[0], int(time.monotonic() // _REMEMBERED_SECONDS)))
    return [
        sql.SQL("search @@ catalogue_query({}, {}, {})").format(
            sql.Literal(search.words), sql.Literal("=" if in_title else ""), sql.Literal(begun)
        )
    ]


@lru_cache(maxsize=4_096)
def _is_common(word: str, _: int) -> bool:
    """Whether thousands of lots have the word; the second argument lets the answer grow old.

    Everything that begins like such a word would be looked up for the few lots more that only
    begin like it, and that is most of the time a search takes.
    """
    with connection.cursor() as cursor:
        cursor.execute(_COMMON_SQL, [word, COMMON])
        (count,) = cursor.fetchone()
    return bool(count >= COMMON)


def all_of(conditions: Iterable[sql.Composable]) -> sql.Composable:
    """Every condition together; ``true`` for none."""
    found: list[sql.Composable] = list(conditions) or [sql.SQL("true")]
    return sql.SQL(" AND ").join(found)


def run(statement: sql.Composable) -> list[tuple[Any, ...]]:
    """The rows of a statement whose values are quoted into it."""
    with connection.cursor() as cursor:
        cursor.execute(_ROOM + statement.as_string(connection.connection))
        cursor.nextset()
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
