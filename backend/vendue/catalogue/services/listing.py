"""The projection that search reads: one row for each published lot, a step behind the bidding."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from django.db import connection, transaction

from vendue.catalogue.engine import attributes, tokens
from vendue.catalogue.models import Category, Lot, LotListing
from vendue.kernel.lots import LotStateOut

_INDEXED_AT_ONCE = 500
_INDEX_SQL = """
UPDATE catalogue_lotlisting SET search = catalogue_vector(title, %s) WHERE lot_id = %s
"""

# In order, so that two publications never wait for each other in a circle.
_LEARN_SQL = """
INSERT INTO catalogue_titleword
SELECT DISTINCT word FROM unnest(%s::text[]) AS title,
       unnest(string_to_array(catalogue_plain(title), ' ')) AS word
 WHERE length(word) > 2
 ORDER BY word
    ON CONFLICT DO NOTHING
"""

# In id order, so that two relays with some of the same lots never wait for each other in a circle;
# by a statement of its own, so that the next one sees what was waited for.
_LOCK_SQL = """
SELECT FROM catalogue_lotlisting WHERE lot_id = ANY(%s::uuid[])
 ORDER BY lot_id FOR NO KEY UPDATE
"""

# Facts arrive more than once and out of order. A newer one wins; at the same one only a later
# status does, because opening a lot is no fact.
_APPLY_SQL = """
UPDATE catalogue_lotlisting AS listing
   SET epoch = fresh.epoch, sequence = fresh.sequence, status = fresh.status,
       price_minor = fresh.price_minor, bid_count = fresh.bid_count,
       starts_at = fresh.starts_at, ends_at = fresh.ends_at, state = fresh.state
  FROM (SELECT DISTINCT ON (lot_id) * FROM (
            SELECT (state ->> 'lot_id')::uuid AS lot_id,
                   (state ->> 'epoch')::int AS epoch,
                   (state ->> 'sequence')::int AS sequence,
                   state ->> 'status' AS status,
                   (state ->> 'price_minor')::bigint AS price_minor,
                   (state ->> 'bid_count')::int AS bid_count,
                   (state ->> 'starts_at')::timestamptz AS starts_at,
                   (state ->> 'ends_at')::timestamptz AS ends_at,
                   state
              FROM unnest(%s::jsonb[]) AS state) AS given
        ORDER BY lot_id, epoch DESC, sequence DESC,
                 array_position('{closed,cancelled,live,scheduled}'::text[], status)) AS fresh
 WHERE listing.lot_id = fresh.lot_id
   AND ((fresh.epoch, fresh.sequence) > (listing.epoch, listing.sequence)
        OR (fresh.epoch, fresh.sequence) = (listing.epoch, listing.sequence)
           AND array_position('{scheduled,live,closed,cancelled}'::text[], fresh.status)
            >= array_position('{scheduled,live,closed,cancelled}'::text[], listing.status::text))
"""


@transaction.atomic
def publish(*, states: Sequence[LotStateOut], auction_id: UUID | None) -> None:
    """Put lots where search finds them, with the public facts of their bidding."""
    lots = Lot.objects.in_bulk([state.lot_id for state in states])
    categories = Category.objects.in_bulk({lot.category_id for lot in lots.values()})
    ancestry = _ancestry(list(categories.values()))
    LotListing.objects.bulk_create(
        LotListing(
            lot_id=state.lot_id,
            auction_id=auction_id,
            category_id=lots[state.lot_id].category_id,
            title=lots[state.lot_id].title,
            facets=_facets(lots[state.lot_id], categories[lots[state.lot_id].category_id]),
            seller_account_id=lots[state.lot_id].seller_account_id,
            seller_organisation_id=lots[state.lot_id].seller_organisation_id,
            currency=state.currency,
            price_minor=state.price_minor,
            bid_count=state.bid_count,
            status=state.status.value,
            starts_at=state.starts_at,
            ends_at=state.ends_at,
            epoch=state.epoch,
            sequence=state.sequence,
            state=state.model_dump(mode="json"),
        )
        for state in states
    )
    _index(lots.values(), ancestry)
    with connection.cursor() as cursor:
        cursor.execute(_LEARN_SQL, [[lot.title for lot in lots.values()]])


def apply_state(state: LotStateOut) -> bool:
    """Bring a listing up to a lot's public facts. Returns whether they were news.

    Safe to repeat and to call out of order: older facts (by epoch, then sequence) change nothing.
    """
    return apply_states([state]) == 1


@transaction.atomic
def apply_states(states: Sequence[LotStateOut]) -> int:
    """The same for many lots at once. Returns how many listings moved."""
    with connection.cursor() as cursor:
        cursor.execute(_LOCK_SQL, [[state.lot_id for state in states]])
        cursor.execute(_APPLY_SQL, [[state.model_dump_json() for state in states]])
        moved: int = cursor.rowcount
    return moved


@transaction.atomic
def index_anew(*, after: UUID | None) -> list[UUID]:
    """Index the words of some published lots as their categories name things today.

    Takes them in id order, from behind ``after``; returns their ids, none at the end. Facets stay
    as they were published.
    """
    listings = LotListing.objects.order_by("lot_id")
    if after is not None:
        listings = listings.filter(lot_id__gt=after)
    lots = Lot.objects.select_related("category").in_bulk(
        list(listings.values_list("lot_id", flat=True)[:_INDEXED_AT_ONCE])
    )
    _index(lots.values(), _ancestry([lot.category for lot in lots.values()]))
    return sorted(lots)


def _index(lots: Collection[Lot], ancestry: Mapping[UUID, Sequence[Category]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            _INDEX_SQL,
            [
                (_words(lot, ancestry[lot.category_id]), lot.id)
                for lot in sorted(lots, key=lambda lot: lot.id)
            ],
        )


def _facets(lot: Lot, category: Category) -> list[int]:
    pairs = [
        *((tokens.CATEGORY, slug) for slug in category.path.split("/")),
        (tokens.CONDITION, lot.condition),
        (tokens.COUNTRY, lot.country),
        (tokens.SELLER, str(lot.seller_organisation_id or lot.seller_account_id)),
        (tokens.SELLER_KIND, lot.seller_kind),
        *attributes.facets_of(category.attribute_schema, lot.attributes),
    ]
    return [tokens.token(name, value) for name, value in pairs]


def _ancestry(categories: Sequence[Category]) -> dict[UUID, list[Category]]:
    slugs = {slug for category in categories for slug in category.path.split("/")}
    by_slug = {category.slug: category for category in Category.objects.filter(slug__in=slugs)}
    return {c.id: [by_slug[slug] for slug in c.path.split("/")] for c in categories}


def _words(lot: Lot, categories: Sequence[Category]) -> str:
    names = [
        name
        for category in categories
        for name in (category.name_lv, category.name_en, category.name_ru)
    ]
    said = attributes.words_of(categories[-1].attribute_schema, lot.attributes)
    return " ".join([lot.description, lot.city, *said, *names])
