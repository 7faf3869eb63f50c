"""Search over a million lots: forty fixed queries, their counts, and how deep pages compare.

Each query is asked in the process, as its route does, warm: the page with everything that is
shown, and apart from it the counts of its facets. Clients ask for both at once.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import connection
from psycopg import sql

from bench import dataset
from vendue.catalogue.engine.words import Condition, LotSort, SellerKind
from vendue.catalogue.models import LotListing
from vendue.catalogue.queries import conditions, counts, lots
from vendue.catalogue.queries.conditions import LotSearch
from vendue.kernel import clock
from vendue.kernel.pages import encode_cursor

ROUNDS = 7
LIMIT = 24
DEEP_PAGE = 10_000

_EUROS = {"currency": "EUR"}
_OAK = (("material", "oak"),)

#: What is asked, in which order. The first twelve match more than a hundred thousand lots of a
#: million, most of them with filters.
QUERIES: tuple[tuple[dict[str, Any], LotSort], ...] = (
    ({}, LotSort.ENDING_SOONEST),
    ({"category": "clocks"}, LotSort.PRICE_LOW),
    ({"category": "clocks", "conditions": (Condition.GOOD,)}, LotSort.ENDING_SOONEST),
    ({"category": "furniture", "seller_kind": SellerKind.PRIVATE}, LotSort.MOST_BIDS),
    ({"words": "fine"}, LotSort.ENDING_SOONEST),
    ({"words": "fine", "seller_kind": SellerKind.PRIVATE}, LotSort.RELEVANCE),
    ({"words": "rare old"}, LotSort.PRICE_HIGH),
    ({"words": "clock", "conditions": (Condition.GOOD, Condition.FAIR)}, LotSort.NEWEST),
    ({**_EUROS, "price_from_minor": 10_000, "price_to_minor": 200_000}, LotSort.MOST_BIDS),
    ({"country": "LV", "conditions": (Condition.GOOD,)}, LotSort.ENDING_SOONEST),
    ({"words": "silver", "country": "LV"}, LotSort.ENDING_SOONEST),
    ({"category": "clocks", "words": "estate"}, LotSort.ENDING_SOONEST),
    ({"category": "watches"}, LotSort.NEWEST),
    ({"category": "watches", "attributes": _OAK}, LotSort.ENDING_SOONEST),
    ({"category": "watches", "attributes": (*_OAK, ("era", "modern"))}, LotSort.PRICE_LOW),
    ({"category": "watches", "attributes": (*_OAK, ("material", "silver"))}, LotSort.MOST_BIDS),
    ({"category": "watches", "attributes": (("maker", "house-37"),)}, LotSort.ENDING_SOONEST),
    ({"category": "pianos"}, LotSort.PRICE_HIGH),
    ({"category": "pianos", "words": "rare"}, LotSort.NEWEST),
    ({"category": "instruments", "country": "FI"}, LotSort.ENDING_SOONEST),
    ({"category": "art", "words": "rīgas"}, LotSort.RELEVANCE),
    ({"category": "art", **_EUROS, "price_to_minor": 5_000}, LotSort.PRICE_HIGH),
    ({"category": "books", "conditions": (Condition.FOR_PARTS,)}, LotSort.ENDING_SOONEST),
    ({"words": "zida salle"}, LotSort.ENDING_SOONEST),
    ({"words": "zīda šalle"}, LotSort.RELEVANCE),
    ({"words": "kabatas pulkstenis"}, LotSort.RELEVANCE),
    ({"words": "pulksten"}, LotSort.ENDING_SOONEST),
    ({"words": "карманные часы"}, LotSort.ENDING_SOONEST),
    ({"words": "шелковый"}, LotSort.PRICE_LOW),
    ({"words": "часы северный"}, LotSort.ENDING_SOONEST),
    ({"words": "kurgrave"}, LotSort.RELEVANCE),
    ({"words": "aizburg violin"}, LotSort.RELEVANCE),
    ({"words": "house 07"}, LotSort.ENDING_SOONEST),
    ({"words": "wal"}, LotSort.ENDING_SOONEST),
    ({"words": "pulkstnis"}, LotSort.RELEVANCE),
    ({"words": "grandfahter"}, LotSort.RELEVANCE),
    ({"words": "nothing like it"}, LotSort.ENDING_SOONEST),
    ({"country": "FI", "seller_kind": SellerKind.TRADER}, LotSort.NEWEST),
    ({"conditions": (Condition.RESTORED,), **_EUROS, "price_from_minor": 900_000}, LotSort.NEWEST),
    ({"words": "fine"} | {"ending": timedelta(hours=1)}, LotSort.PRICE_LOW),
)


def measure(count: int = 1_000_000) -> dict[str, Any]:
    """Times in milliseconds, over a data set of so many lots; it is made where it is missing."""
    if LotListing.objects.count() < count:
        dataset.sow(count)
    rows = [_one(wanted, sort) for wanted, sort in QUERIES]
    return {
        "lots": count,
        "rounds": ROUNDS,
        "page": _summary([t for row in rows for t in row["page_times"]]),
        "counts": _summary([t for row in rows for t in row["counts_times"]]),
        "both": _summary([t for row in rows for t in row["both_times"]]),
        "over_100_000": sum(row["matches"] > 100_000 for row in rows),
        "deep_page_ratio": _deep_ratio(),
        "queries": [
            {name: value for name, value in row.items() if not name.endswith("_times")}
            for row in rows
        ],
    }


def _one(wanted: dict[str, Any], sort: LotSort) -> dict[str, Any]:
    wanted = dict(wanted)
    if "ending" in wanted:
        wanted["ends_before"] = clock.now() + wanted.pop("ending")
    search = LotSearch(**wanted)
    page = _times(lambda: lots.found_lots(search, sort=sort, cursor=None, limit=LIMIT))
    counted = _times(lambda: counts.count_lots(search))
    return {
        "query": {name: str(value) for name, value in wanted.items()} | {"sort": sort.value},
        "matches": _matches(search),
        "page": round(statistics.median(page), 1),
        "counts": round(statistics.median(counted), 1),
        "page_times": page,
        "counts_times": counted,
        "both_times": [a + b for a, b in zip(page, counted, strict=True)],
    }


def _times(work: Callable[[], object]) -> list[float]:
    work()  # warm
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1_000)
    return times


def _matches(search: LotSearch) -> int:
    statement = sql.SQL("SELECT count(*) FROM catalogue_lotlisting WHERE {}")
    ((found,),) = conditions.run(statement.format(conditions.every(search)))
    assert isinstance(found, int)
    return found


def _deep_ratio() -> float:
    """Page 10,000 against page 1 of all lots, by their end."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ends_at, lot_id FROM catalogue_lotlisting WHERE status = 'live' "
            "ORDER BY ends_at, lot_id OFFSET %s LIMIT 1",
            [(DEEP_PAGE - 1) * LIMIT - 1],
        )
        ends_at, lot_id = cursor.fetchone()
    deep = encode_cursor("e", ends_at.isoformat(), str(lot_id))

    def page(cursor: str | None) -> Callable[[], object]:
        return lambda: lots.found_lots(
            LotSearch(), sort=LotSort.ENDING_SOONEST, cursor=cursor, limit=LIMIT
        )

    first, later = [], []
    for _ in range(5):
        first += _times(page(None))
        later += _times(page(deep))
    return round(statistics.median(later) / statistics.median(first), 2)


def _summary(times: list[float]) -> dict[str, float]:
    return {
        "p50": round(statistics.median(times), 1),
        "p95": round(statistics.quantiles(times, n=20)[-1], 1),
        "worst": round(max(times), 1),
    }


if __name__ == "__main__":
    result = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
    json.dump(result, sys.stdout, indent=1, ensure_ascii=False)
