"""How many lots match, and how many for each facet's values: exact to 1,000, then "1,000+".

Counting a hundred thousand matches one by one would cost more than the page they belong to. So a
fair sample is counted first: every 32nd listing, kept apart in a table of its own. A value with
enough hits is proven to be above the cap (``engine.sampling``: wrong once in 10^9). What the
sample leaves open is counted exactly, in one go, from the inverted index: all matches where they
are few, else those with one of the open values. Among very many matches a value that the sample
has not seen at all is too rare to be listed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf

from psycopg import sql

from vendue.catalogue.engine import attributes, sampling, tokens
from vendue.catalogue.engine.sampling import CAP
from vendue.catalogue.engine.words import Condition, SellerKind
from vendue.catalogue.queries import conditions
from vendue.catalogue.queries.conditions import LotSearch, run
from vendue.catalogue.queries.tree import tree
from vendue.kernel.lots import LotStatus

#: The share of listings in the sample; the table's triggers know it too.
SHARE = 1 / 32
#: Listings that are counted one by one without asking the sample.
SMALL = 12_000
#: Matches, by the sample's estimate, that are counted one by one.
FEW = 15_000
#: Matches in a sample that tell enough; more would only cost more.
ENOUGH = 3_000
#: Values listed for one facet, the most frequent first.
VALUES = 12


_DRAWS = 2**31

#: The facets to count, with the tokens of their values.
Facets = dict[str, dict[int, str]]
#: A count for every token; ``None`` stands for the lots themselves.
Hits = Counter[int | None]


@dataclass(frozen=True, slots=True)
class Count:
    """How many; ``is_capped`` says that there are more than ``count``."""

    count: int
    is_capped: bool


@dataclass(frozen=True, slots=True)
class ValueCount:
    """How many lots have one value of a facet."""

    value: str
    count: int
    is_capped: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values among the matches, the most frequent first."""

    name: str
    values: tuple[ValueCount, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """What there is to choose from."""

    total: Count
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class _Sample:
    """Hits by token (``None``: by lot) among the matches in a known share of all listings."""

    hits: Hits
    share: float


def count_lots(search: LotSearch) -> Counts:
    """The total and the facets. A facet with a choice made counts its alternatives as well:
    each facet is counted with every filter but its own. Raises like ``search.find_lots``."""
    conditions.require_sense(search)
    names = _facets(search)
    # The categories listed lie below the one chosen, so its own filter changes none of them.
    chosen = [name for name in names if name in search.choices and name != tokens.CATEGORY]
    counted = _counted(search, None, {n: v for n, v in names.items() if n not in chosen})
    exact = dict.fromkeys(names, counted) | {
        name: _counted(search, name, {name: names[name]}) for name in chosen
    }
    return Counts(
        total=_count(counted[None]),
        facets=tuple(_facet(name, exact[name], values) for name, values in names.items()),
    )


def _counted(search: LotSearch, way: str | None, names: Facets) -> Hits:
    """A count for every token of these facets, above the cap meaning capped. ``way`` is the facet
    whose own filter does not count."""
    if _listed(search) <= SMALL:
        return _hits(_count_all(search, way))
    sample = _sample(search, way)
    if sample.hits[None] <= FEW * sample.share:
        return _hits(_count_all(search, way))
    seen = [t for values in names.values() for t in _frequent(values, sample.hits)]
    open_tokens = [t for t in seen if not sampling.proves_capped(sample.hits[t], sample.share)]
    found: Hits = Counter(dict.fromkeys([None, *seen], CAP + 1))
    if open_tokens:
        found.subtract(dict.fromkeys(open_tokens, CAP + 1))
        found += _hits(_count_open(search, way, open_tokens))
    return found


def _sample(search: LotSearch, way: str | None) -> _Sample:
    """The matches of lowest draw, ``ENOUGH`` of them or all that the sample has."""
    rows = run(
        sql.SQL(
            "WITH matches AS MATERIALIZED (SELECT facets, draw FROM catalogue_listingsample "
            "WHERE {where} ORDER BY draw LIMIT {enough}) "
            "SELECT NULL AS token, count(*), max(draw) FROM matches UNION ALL "
            "SELECT token, count(*), NULL FROM (SELECT unnest(facets) AS token FROM matches) "
            "AS single GROUP BY token"
        ).format(where=conditions.every(search, apart_from=way), enough=sql.Literal(ENOUGH))
    )
    hits: Hits = Counter({token: count for token, count, _ in rows})
    is_whole = hits[None] < ENOUGH
    last = max((draw for _, _, draw in rows if draw is not None), default=0)
    return _Sample(hits, SHARE if is_whole else last / _DRAWS)


def _hits(statement: sql.Composable) -> Hits:
    return Counter(dict(run(statement)))


def _count_all(search: LotSearch, way: str | None) -> sql.Composable:
    return sql.SQL(
        "WITH matches AS MATERIALIZED (SELECT facets FROM catalogue_lotlisting WHERE {where}) "
        "SELECT NULL AS token, count(*) FROM matches UNION ALL "
        "SELECT token, count(*) FROM (SELECT unnest(facets) AS token FROM matches) AS single "
        "GROUP BY token"
    ).format(where=conditions.every_listing(search, apart_from=way))


def _count_open(search: LotSearch, way: str | None, wanted: list[int]) -> sql.Composable:
    return sql.SQL(
        "SELECT token, count(*) FROM (SELECT unnest(facets) AS token FROM catalogue_lotlisting "
        "WHERE {where} AND facets && {wanted}::bigint[]) AS single "
        "WHERE token = ANY({wanted}::bigint[]) GROUP BY token"
    ).format(where=conditions.every_listing(search, apart_from=way), wanted=sql.Literal(wanted))


def _listed(search: LotSearch) -> float:
    """At most so many listings can match, a few seconds ago."""
    known = tree()
    if search.status is not LotStatus.LIVE:
        return inf  # the tree counts live lots only
    return known.lot_count if search.category is None else known.by_slug[search.category].lot_count


def _facets(search: LotSearch) -> Facets:
    """The facets of a search."""
    node = None if search.category is None else tree().by_slug[search.category]
    below = tree().roots if node is None else node.children
    values: dict[str, Iterable[str]] = {
        tokens.CATEGORY: [child.slug for child in below],
        tokens.CONDITION: [condition.value for condition in Condition],
        tokens.SELLER_KIND: [kind.value for kind in SellerKind],
        tokens.COUNTRY: tokens.COUNTRIES,
    }
    if node is not None:
        schema = node.attribute_schema
        for name in attributes.facet_names(schema):
            values[name] = attributes.facet_values(schema, name)
    return {
        name: {tokens.token(name, value): value for value in known}
        for name, known in values.items()
    }


def _frequent(values: Mapping[int, str], hits: Hits) -> list[int]:
    """The tokens of a facet that are listed: the most frequent ones that were seen at all."""
    present = [token for token in values if hits[token]]
    return sorted(present, key=lambda token: (-min(hits[token], CAP + 1), values[token]))[:VALUES]


def _facet(name: str, hits: Hits, values: Mapping[int, str]) -> Facet:
    counts = [(values[token], _count(hits[token])) for token in _frequent(values, hits)]
    return Facet(
        name.removeprefix("@"),
        tuple(ValueCount(value, c.count, c.is_capped) for value, c in counts),
    )


def _count(number: int) -> Count:
    return Count(min(number, CAP), number > CAP)
