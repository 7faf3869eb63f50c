"""How many lots match, and how many for each facet's values: exact to 1,000, then "1,000+".

Counting a hundred thousand matches one by one would cost more than the page they belong to. So a
fair sample is counted first: every 32nd listing, kept apart in a table of its own. A value with
enough hits is proven to be above the cap (``engine.sampling``: wrong once in 10^9). What the
sample leaves open is counted exactly, in one go, from the inverted index: all matches where they
are few, else those with one of the open values. Among very many matches a value that the sample
has not seen at all is too rare to be listed.
"""

from collections import Counter
from dataclasses import dataclass
from math import inf

from psycopg import sql

from vendue.catalogue.engine import attributes, sampling, tokens
from vendue.catalogue.engine.sampling import CAP
from vendue.catalogue.engine.words import Condition, SellerKind
from vendue.catalogue.queries import conditions
from vendue.catalogue.queries.conditions import LotSearch, run
from vendue.catalogue.queries.tree import Node, tree
from vendue.kernel.lots import LotStatus

#: The share of listings in the sample; the table's triggers know it too.
SHARE = 1 / 32
#: Listings that are counted one by one without asking the sample.
SMALL = 12_000
#: Matches, by the sample's estimate, that are counted one by one.
FEW = 6_000
#: Matches in a sample that tell enough; more would only cost more.
ENOUGH = 3_000
#: Values listed for one facet, the most frequent first.
VALUES = 12


_DRAWS = 2**31

#: The facets to count with their values; ``None`` where those are no closed list.
Facets = dict[str, list[str] | None]


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

    hits: Counter[str | None]
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
        total=_count(counted.get(None, 0)),
        facets=tuple(_facet(name, exact[name], values) for name, values in names.items()),
    )


def _counted(search: LotSearch, way: str | None, names: Facets) -> dict[str | None, int]:
    """A count for every token of these facets, above the cap meaning capped. ``way`` is the facet
    whose own filter does not count."""
    if _listed(search) <= SMALL:
        return dict(run(_count_all(search, way)))
    sample = _sample(search, way)
    if sample.hits[None] <= FEW * sample.share:
        return dict(run(_count_all(search, way)))
    seen = [t for name, values in names.items() for t in _frequent(name, values, sample.hits)]
    open_tokens = [t for t in seen if not sampling.proves_capped(sample.hits[t], sample.share)]
    found: dict[str | None, int] = dict.fromkeys([None, *seen], CAP + 1)
    if open_tokens:
        found |= dict(run(_count_open(search, way, open_tokens)))
    return found


def _sample(search: LotSearch, way: str | None) -> _Sample:
    """The matches of lowest draw, ``ENOUGH`` of them or all that the sample has."""
    rows = run(
        sql.SQL(
            "WITH hits AS MATERIALIZED (SELECT facets, draw FROM catalogue_listingsample "
            "WHERE {where} ORDER BY draw LIMIT {enough}) "
            "SELECT token, count(*), (SELECT max(draw) FROM hits) FROM hits "
            "CROSS JOIN LATERAL unnest(facets || NULL::text) AS token GROUP BY token"
        ).format(where=conditions.every(search, apart_from=way), enough=sql.Literal(ENOUGH))
    )
    hits = Counter({token: count for token, count, _ in rows})
    is_whole = hits[None] < ENOUGH
    return _Sample(hits, SHARE if is_whole else rows[0][2] / _DRAWS)


def _count_all(search: LotSearch, way: str | None) -> sql.Composable:
    return sql.SQL(
        "WITH matches AS MATERIALIZED (SELECT facets FROM catalogue_lotlisting WHERE {where}) "
        "SELECT token, count(*) FROM matches CROSS JOIN LATERAL "
        "unnest(facets || NULL::text) AS token GROUP BY token"
    ).format(where=conditions.every(search, apart_from=way))


def _count_open(search: LotSearch, way: str | None, wanted: list[str]) -> sql.Composable:
    literal = sql.Literal(wanted)
    return sql.SQL(
        "WITH matches AS MATERIALIZED (SELECT facets FROM catalogue_lotlisting "
        "WHERE {where} AND facets && {wanted}::text[]) "
        "SELECT token, count(*) FROM matches CROSS JOIN LATERAL unnest(facets) AS token "
        "WHERE token = ANY({wanted}::text[]) GROUP BY token"
    ).format(where=conditions.every(search, apart_from=way), wanted=literal)


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
    found: Facets = {
        tokens.CATEGORY: [child.slug for child in below],
        tokens.CONDITION: [c.value for c in Condition],
        tokens.SELLER_KIND: [k.value for k in SellerKind],
        tokens.COUNTRY: None,
    }
    return found | _attribute_facets(node)


def _attribute_facets(node: Node | None) -> Facets:
    if node is None:
        return {}
    schema = node.attribute_schema
    return {name: attributes.facet_values(schema, name) for name in attributes.facet_names(schema)}


def _frequent(name: str, values: list[str] | None, hits: Counter[str | None]) -> list[str]:
    """The tokens of a facet that are listed: the most frequent ones that were seen at all."""
    if values is None:
        known = [token for token in hits if token and token.startswith(f"{name}=")]
    else:
        known = [token for v in values if hits[token := attributes.token(name, v)]]
    return sorted(known, key=lambda token: -hits[token])[:VALUES]


def _facet(name: str, counted: dict[str | None, int], values: list[str] | None) -> Facet:
    prefix = f"{name}="
    present = {
        token.removeprefix(prefix): count
        for token, count in counted.items()
        if token and token.startswith(prefix) and count
    }
    if values is not None:
        present = {value: present[value] for value in values if value in present}
    frequent = sorted(present.items(), key=lambda pair: (-min(pair[1], CAP + 1), pair[0]))
    counts = [(value, _count(count)) for value, count in frequent[:VALUES]]
    return Facet(
        name.removeprefix("@"),
        tuple(ValueCount(value, c.count, c.is_capped) for value, c in counts),
    )


def _count(number: int) -> Count:
    return Count(min(number, CAP), number > CAP)
