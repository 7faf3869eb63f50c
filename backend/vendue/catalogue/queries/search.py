"""Pages of published lots in a sort order, by keyset.

A page is looked for in two ways. First the sort order's own index is walked for a bounded stretch,
testing every listing on the way: where matches are common the page fills within a few hundred
steps, however many match in all. Where the stretch does not fill it, matches are sparse: then the
inverted index collects all of them and they are sorted. Neither depends on the planner's guesses,
and a later page costs what the first one does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg import sql

from vendue.catalogue.engine.words import LotSort
from vendue.catalogue.queries import conditions
from vendue.catalogue.queries.conditions import LotSearch, all_of, run
from vendue.catalogue.queries.tree import tree
from vendue.kernel.lots import LotStatus
from vendue.kernel.pages import decode_cursor, encode_cursor

#: Listings looked at before matches are taken to be sparse: a few milliseconds.
STRETCH = 4_000
#: So many misspelt words are looked up at most; what is longer is no search but a text.
CORRECTED_WORDS = 8
_FINAL = frozenset({LotStatus.CLOSED, LotStatus.CANCELLED})

_STRETCH = """
SELECT {key}, facets, search FROM catalogue_lotlisting WHERE {near} ORDER BY {clause} LIMIT {steps}
"""
_STRETCHES = """
SELECT walked.*
  FROM unnest({leaves}::uuid[]) AS leaf
 CROSS JOIN LATERAL (SELECT {key}, facets, search FROM catalogue_lotlisting
                      WHERE {near} ORDER BY {clause} LIMIT {steps}) AS walked
 ORDER BY {clause} LIMIT {steps}
"""

# Each word asked for becomes the three closest words that titles know; null where one is unlike
# any, or where there are so many words that looking for them all would take long. The threshold of
# `%%` is the extension's own, 0.3.
_CLOSEST_SQL = """
SELECT CASE WHEN bool_and(meant IS NOT NULL) THEN string_agg('(' || meant || ')', ' & ') END
  FROM (SELECT asked FROM string_to_table(catalogue_plain(%(words)s), ' ') AS asked
         WHERE cardinality(string_to_array(catalogue_plain(%(words)s), ' ')) <= %(most)s) AS few
  LEFT JOIN LATERAL (
      SELECT string_agg('''' || word || '''', ' | ') AS meant
        FROM (SELECT word FROM catalogue_titleword WHERE word %% asked
               ORDER BY similarity(word, asked) DESC, word LIMIT 3) AS closest) AS found ON true
 WHERE asked <> ''
"""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """A sort order: its columns (the lot's id last makes it total), with how a cursor's text
    becomes a value of each."""

    code: str
    columns: tuple[str, ...]
    readers: tuple[Callable[[Any], Any], ...]
    is_descending: bool = False

    @property
    def key(self) -> sql.Composable:
        """The columns as a list, for a row comparison."""
        return sql.SQL(", ").join(map(sql.Identifier, self.columns))

    @property
    def clause(self) -> sql.Composable:
        """The columns as an ORDER BY."""
        way = sql.SQL(" DESC" if self.is_descending else " ASC")
        return sql.SQL(", ").join(sql.Identifier(column) + way for column in self.columns)

    def after(self, position: Sequence[Any]) -> sql.Composable:
        """What comes later than a position."""
        values = sql.SQL(", ").join(map(sql.Literal, position))
        sign = sql.SQL("<" if self.is_descending else ">")
        return sql.SQL("({}) {} ({})").format(self.key, sign, values)


@dataclass(frozen=True, slots=True)
class Found:
    """One page: lot ids in order. ``is_similar`` when no word matched and titles come close."""

    lot_ids: tuple[UUID, ...]
    next_cursor: str | None
    is_similar: bool = False


def _integer(value: Any) -> int:
    number = int(value)
    if not 0 <= number < 2**63:
        raise ValueError("out of range")
    return number


def _currency(value: Any) -> str:
    if not (isinstance(value, str) and len(value) == 3 and value.isalpha()):
        raise ValueError("no currency")
    return value


_BY_END = Order("e", ("ends_at", "lot_id"), (datetime.fromisoformat, UUID))
_BY_PRICE = (("currency", "price_minor", "lot_id"), (_currency, _integer, UUID))
_ORDERS = {
    LotSort.ENDING_SOONEST: _BY_END,
    LotSort.NEWEST: Order(
        "n", ("listed_at", "lot_id"), (datetime.fromisoformat, UUID), is_descending=True
    ),
    LotSort.PRICE_LOW: Order("l", *_BY_PRICE),
    LotSort.PRICE_HIGH: Order("h", *_BY_PRICE, is_descending=True),
    LotSort.MOST_BIDS: Order("b", ("bid_count", "lot_id"), (_integer, UUID), is_descending=True),
    LotSort.RELEVANCE: Order("r", _BY_END.columns, _BY_END.readers),
}
#: Among lots that are over, the one that ended last comes first.
_BY_END_LATEST = Order("f", _BY_END.columns, _BY_END.readers, is_descending=True)


def find_lots(search: LotSearch, *, sort: LotSort, cursor: str | None, limit: int) -> Found:
    """One page of the lots asked for.

    Relevance lists lots with every word in the title first, then those with a word elsewhere,
    each by their end. Raises ``InvalidRequest`` for a cursor of another order, an unknown
    category, or an amount without its currency.
    """
    conditions.require_sense(search)
    order = _order(search, sort)
    if sort is LotSort.RELEVANCE and search.words is not None:
        found = _by_relevance(search, cursor, limit)
    else:
        position = _position(order, cursor, 0)
        rows = _matches(search, order, position, limit + 1, conditions.words(search))
        found = _page(rows, limit, order, 0)
    if not found.lot_ids and cursor is None and search.words is not None:
        return _similar(search, order, limit)
    return found


def _by_relevance(search: LotSearch, cursor: str | None, limit: int) -> Found:
    order = _ORDERS[LotSort.RELEVANCE]
    anywhere, titled = conditions.words(search), conditions.words(search, in_title=True)
    elsewhere = [*anywhere, *(sql.SQL("NOT ") + condition for condition in titled)]
    position = _position(order, cursor, 1)
    rank = 0 if position is None else position[0]
    rows: list[Row] = []
    after = None if position is None else position[1:]
    if rank == 0:
        rows = _matches(search, order, after, limit + 1, titled)
        after = None
        if len(rows) > limit:
            return _page(rows, limit, order, 1)
    first = len(rows)
    rows += _matches(search, order, after, limit + 1 - first, elsewhere)
    return _page(rows, limit, order, 1, rank_of=lambda place: 0 if place < first else 1)


def _matches(
    search: LotSearch,
    order: Order,
    after: Sequence[Any] | None,
    wanted: int,
    words: list[sql.Composable],
) -> list[Row]:
    """The first ``wanted`` rows (the order's key; the lot's id is last) after a position."""
    near = [conditions.status_is(search), *conditions.ranges(search)]
    if after is not None:
        near.append(order.after(after))
    tests = [*conditions.facets(search), *words]
    rows = run(_walk(search, order, near, tests, wanted))
    if len(rows) < wanted and tests:
        rows = run(_gather(order, near + tests, wanted))
    return rows


def _walk(
    search: LotSearch,
    order: Order,
    near: list[sql.Composable],
    tests: list[sql.Composable],
    wanted: int,
) -> sql.Composable:
    stretch = sql.SQL(_STRETCH)
    steps = STRETCH if tests else wanted
    leaves: list[UUID] = []
    if search.category is not None and "price_minor" in order.columns:
        # Prices differ by category, so the walk over all would pass everything cheaper. Each
        # leaf is walked by itself, and their stretches are merged.
        leaves = [leaf.category_id for leaf in tree().by_slug[search.category].leaves]
        near = [*near, sql.SQL("category_id = leaf")]
        steps = max(wanted, steps // len(leaves))
        stretch = sql.SQL(_STRETCHES)
    walked = stretch.format(
        key=order.key,
        near=all_of(near),
        clause=order.clause,
        steps=sql.Literal(steps),
        leaves=sql.Literal(leaves),
    )
    return sql.SQL(
        "SELECT {key} FROM ({walked}) AS stretch WHERE {tests} ORDER BY {clause} LIMIT {wanted}"
    ).format(
        key=order.key,
        walked=walked,
        tests=all_of(tests),
        clause=order.clause,
        wanted=sql.Literal(wanted),
    )


def _gather(order: Order, where: list[sql.Composable], wanted: int) -> sql.Composable:
    # Materialised, or the planner may walk the sort index to its end in search of few matches.
    return sql.SQL(
        "WITH matches AS MATERIALIZED (SELECT {key} FROM catalogue_lotlisting WHERE {where}) "
        "SELECT {key} FROM matches ORDER BY {clause} LIMIT {wanted}"
    ).format(key=order.key, where=all_of(where), clause=order.clause, wanted=sql.Literal(wanted))


def _similar(search: LotSearch, order: Order, limit: int) -> Found:
    """One page of the lots that match once every word stands for the closest words of titles."""
    with connection.cursor() as cursor:
        cursor.execute(_CLOSEST_SQL, {"words": search.words, "most": CORRECTED_WORDS})
        (corrected,) = cursor.fetchone()
    if corrected is None:
        return Found((), None)
    meant = replace(search, corrected=corrected)
    rows = _matches(meant, order, None, limit, conditions.words(meant))
    return Found(tuple(row[-1] for row in rows), None, is_similar=bool(rows))


def _order(search: LotSearch, sort: LotSort) -> Order:
    order = _BY_END if sort is LotSort.RELEVANCE else _ORDERS[sort]
    return _BY_END_LATEST if order is _BY_END and search.status in _FINAL else order


def _position(order: Order, cursor: str | None, ranks: int) -> list[Any] | None:
    if cursor is None:
        return None
    readers = [_exactly(order.code), *([_integer] * ranks), *order.readers]
    return decode_cursor(cursor, *readers)[1:]


def _exactly(code: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value != code:
            raise ValueError("a cursor of another order")
        return code

    return read


def _page(
    rows: Sequence[Row],
    limit: int,
    order: Order,
    ranks: int,
    *,
    rank_of: Callable[[int], int] = lambda _: 0,
) -> Found:
    kept = rows[:limit]
    lot_ids = tuple(row[-1] for row in kept)
    if len(rows) <= limit:
        return Found(lot_ids, None)
    prefix = [rank_of(limit - 1)] * ranks
    last = [v.isoformat() if isinstance(v, datetime) else v for v in kept[-1][:-1]]
    return Found(lot_ids, encode_cursor(order.code, *prefix, *last, str(lot_ids[-1])))
