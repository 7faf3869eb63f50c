"""A million published lots for the search benchmark: made by SQL from word lists of our own.

Everything is drawn with a fixed seed and skewed as a market is: a few categories, makers and words
are common, most are rare. Rows are written past the foreign keys, for speed; use a database that
is thrown away.
"""

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db import connection
from django.db.backends.utils import CursorWrapper

from vendue.catalogue.models import Category

_SPACE = UUID("6f1c5f0e-7a53-4a3e-9d5c-0d1b6d2f7a11")

#: Roots, their leaves and the nouns lots of each leaf are named by, in Latvian, English, Russian.
TREE = {
    "clocks": {
        "watches": ("rokaspulkstenis", "wristwatch", "часы наручные"),
        "wall-clocks": ("sienas pulkstenis", "wall clock", "часы настенные"),
        "mantel-clocks": ("kamīna pulkstenis", "mantel clock", "часы каминные"),
        "pocket-watches": ("kabatas pulkstenis", "pocket watch", "карманные часы"),
    },
    "furniture": {
        "chairs": ("krēsls", "chair", "кресло"),
        "tables": ("galds", "table", "стол"),
        "cupboards": ("skapis", "cupboard", "шкаф"),
        "lamps": ("lampa", "lamp", "лампа"),
        "mirrors": ("spogulis", "mirror", "зеркало"),
    },
    "art": {
        "paintings": ("glezna", "painting", "картина"),
        "prints": ("gravīra", "print", "гравюра"),
        "sculpture": ("skulptūra", "sculpture", "скульптура"),
        "photography": ("fotogrāfija", "photograph", "фотография"),
    },
    "jewellery": {
        "rings": ("gredzens", "ring", "кольцо"),
        "brooches": ("sakta", "brooch", "брошь"),
        "necklaces": ("kaklarota", "necklace", "ожерелье"),
    },
    "books": {
        "maps": ("karte", "map", "карта"),
        "first-editions": ("pirmizdevums", "first edition", "первое издание"),
        "manuscripts": ("rokraksts", "manuscript", "рукопись"),
    },
    "textiles": {
        "rugs": ("paklājs", "rug", "ковёр"),
        "silk": ("zīda šalle", "silk scarf", "шёлковый платок"),
        "costume": ("tautastērps", "folk costume", "народный костюм"),
    },
    "ceramics": {
        "vases": ("vāze", "vase", "ваза"),
        "plates": ("šķīvis", "plate", "тарелка"),
        "figures": ("figūriņa", "figurine", "статуэтка"),
    },
    "instruments": {
        "violins": ("vijole", "violin", "скрипка"),
        "pianos": ("klavieres", "piano", "пианино"),
        "accordions": ("akordeons", "accordion", "аккордеон"),
    },
}

MATERIALS = (
    "oak", "silver", "gold", "brass", "porcelain", "glass", "linen", "silk", "bronze", "walnut",
    "amber", "ivory-nut", "steel", "birch", "leather", "marble",
)  # fmt: skip
ERAS = ("contemporary", "modern", "interwar", "art-nouveau", "nineteenth", "eighteenth", "older")
MAKERS = tuple(f"house-{number:02}" for number in range(1, 41))

_WORDS = (
    "fine rare old signed restored original small large painted carved heavy light blue green red "
    "dark bright estate family collection private city country harbour river forest market "
    "workshop master pupil school box label mark stamp number pair single set complete part worn "
    "clean polished matte glazed woven printed bound cased boxed running silent loud warm cold "
    "skaists rets vecs parakstīts atjaunots mazs liels gleznots zils zaļš sarkans gaišs tumšs "
    "ģimenes kolekcija pilsētas ostas upes meža tirgus darbnīca meistars skola kaste zīmogs pāris "
    "komplekts daļa tīrs pulēts austs iesiets skan rīgas liepājas cēsu kuldīgas ventspils "
    "красивый редкий старый подписанный малый большой синий зелёный красный светлый тёмный "
    "семейный коллекция город порт река лес рынок мастерская мастер школа коробка клеймо пара "
    "комплект часть чистый рижский северный балтийский"
)

_BEGINNINGS = "kur zem lat gal sel viz tal dau ven aiz"
_ENDINGS = "grave holm stein berg pils kalns upe muiza feld burg"
_PLACES = [beginning + ending for beginning in _BEGINNINGS.split() for ending in _ENDINGS.split()]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A category that holds lots, with its nouns."""

    id: UUID
    path: str
    nouns: tuple[str, str, str]


def _schema() -> dict[str, object]:
    def choice(values: tuple[str, ...], name: str) -> dict[str, object]:
        return {
            "type": "string",
            "title": {"lv": name, "en": name, "ru": name},
            "enum": list(values),
            "x-facet": True,
        }

    return {
        "type": "object",
        "properties": {
            "material": choice(MATERIALS, "Material"),
            "era": choice(ERAS, "Era"),
            "maker": choice(MAKERS, "Maker"),
        },
        "additionalProperties": False,
    }


def plant() -> list[Leaf]:
    """The category tree of the data set; it is left alone where it stands already."""
    leaves = []
    for place, (root_slug, branches) in enumerate(TREE.items()):
        root, _ = Category.objects.get_or_create(
            slug=root_slug,
            defaults={"id": uuid5(_SPACE, root_slug), "path": root_slug, "position": place}
            | dict.fromkeys(("name_lv", "name_en", "name_ru"), root_slug),
        )
        for position, (slug, nouns) in enumerate(branches.items()):
            leaf, _ = Category.objects.get_or_create(
                slug=slug,
                defaults={
                    "id": uuid5(_SPACE, slug),
                    "parent": root,
                    "path": f"{root_slug}/{slug}",
                    "position": position,
                    "attribute_schema": _schema(),
                }
                | dict(zip(("name_lv", "name_en", "name_ru"), nouns, strict=True)),
            )
            leaves.append(Leaf(leaf.id, leaf.path, nouns))
    return leaves


# `pow(random(), k)` prefers the front of a list: that is the skew. Every column is drawn in an
# inner query so that the outer one can use it twice.
_DRAW = """
CREATE UNLOGGED TABLE bench_draw AS
SELECT uuidv7(make_interval(secs => n - %(count)s)) AS lot_id,
       1 + floor(pow(random(), 1.6) * %(leaves)s)::int AS leaf,
       1 + floor(random() * 3)::int AS tongue,
       (%(materials)s::text[])[1 + floor(pow(random(), 2) * %(n_materials)s)::int] AS material,
       (%(eras)s::text[])[1 + floor(pow(random(), 1.5) * %(n_eras)s)::int] AS era,
       (%(makers)s::text[])[1 + floor(pow(random(), 2.5) * %(n_makers)s)::int] AS maker,
       (%(rare)s::text[])[1 + floor(pow(random(), 3) * %(n_rare)s)::int] AS place,
       (ARRAY['good','fair','like_new','new','restored','for_parts'])
           [1 + floor(pow(random(), 1.7) * 6)::int] AS condition,
       (ARRAY['LV','EE','LT','DE','SE','FI'])[1 + floor(pow(random(), 2) * 6)::int] AS country,
       (ARRAY['EUR','EUR','EUR','EUR','EUR','EUR','EUR','EUR','USD','GBP'])
           [1 + floor(random() * 10)::int] AS currency,
       CASE WHEN random() < 0.7 THEN 'private' ELSE 'trader' END AS kind,
       md5('seller' || floor(pow(random(), 2) * 5000)::int)::uuid AS seller,
       (exp(random() * 9 + 3))::bigint * 10 AS price_minor,
       floor(pow(random(), 4) * 60)::int AS bids,
       now() + random() * interval '14 days' AS ends_at,
       (SELECT string_agg((%(words)s::text[])[1 + floor(pow(random(), 1.8)
                              * %(n_words)s)::int], ' ')
          FROM generate_series(1, 30) AS word WHERE n = n) AS description
  FROM generate_series(1, %(count)s) AS n
"""

_LOTS = """
INSERT INTO catalogue_lot
       (id, seller_account_id, seller_kind, category_id, title, description, language, condition,
        attributes, country, city, shipping, terms, currency, start_price_minor, stage,
        review_note, version, created_at)
SELECT lot_id, seller, kind, leaf.id, leaf.nouns[tongue] || ' ' || place || ' ' || material
           || ' ' || maker, description, (ARRAY['lv','en','ru'])[tongue], condition,
       jsonb_build_object('material', material, 'era', era, 'maker', maker),
       country, '', '[]', '', currency, price_minor, 'live', '', 1, now()
  FROM bench_draw JOIN bench_leaf AS leaf ON leaf.number = bench_draw.leaf
"""

# As `engine.tokens` does.
_FACET_NUMBER = """
CREATE FUNCTION pg_temp.bench_token(name text, value text) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS $$ SELECT ('x' || encode(substr(sha256(convert_to(name || '=' || value, 'UTF8')), 1, 8),
                                'hex'))::bit(64)::bigint $$
"""

_LISTINGS = """
INSERT INTO catalogue_lotlisting
       (lot_id, category_id, title, facets, seller_account_id, currency, price_minor, bid_count,
        status, starts_at, ends_at, listed_at, epoch, sequence, state, search)
SELECT lot_id, leaf.id, lot.title,
       ARRAY(SELECT pg_temp.bench_token(name, value)
               FROM (VALUES ('@category', split_part(leaf.path, '/', 1)),
                            ('@category', split_part(leaf.path, '/', 2)),
                            ('@condition', bench_draw.condition),
                            ('@country', bench_draw.country), ('@seller_kind', kind),
                            ('@seller', seller::text), ('material', material), ('era', era),
                            ('maker', maker)) AS facet (name, value)),
       seller, bench_draw.currency, price_minor, bids, 'live', now() - interval '1 day', ends_at,
       now() - random() * interval '30 days', 0, bids,
       jsonb_build_object('lot_id', lot_id, 'epoch', 0, 'sequence', bids, 'status', 'live',
           'currency', bench_draw.currency, 'price_minor', price_minor,
           'minimum_bid_minor', price_minor + 100,
           'bid_count', bids, 'bidder_count', bids / 2, 'reserve', 'none', 'buy_now', NULL,
           'leader', NULL, 'starts_at', now() - interval '1 day', 'ends_at', ends_at,
           'extension_count', 0, 'closed_at', NULL, 'result', NULL, 'hammer_price_minor', NULL),
       catalogue_vector(lot.title,
           concat_ws(' ', bench_draw.description, material, era, maker, leaf.names))
  FROM bench_draw
  JOIN catalogue_lot AS lot ON lot.id = bench_draw.lot_id
  JOIN bench_leaf AS leaf ON leaf.number = bench_draw.leaf
"""

# Triggers sleep while rows are written past the foreign keys.
_SAMPLE = """
INSERT INTO catalogue_listingsample
SELECT lot_id, draw, category_id, status, currency, price_minor, ends_at, facets, search
  FROM catalogue_lotlisting WHERE draw < 67108864
"""

_LEARN = """
INSERT INTO catalogue_titleword
SELECT DISTINCT word FROM catalogue_lotlisting,
       unnest(string_to_array(catalogue_plain(title), ' ')) AS word
 WHERE length(word) > 2
"""


def sow(count: int) -> None:
    """Write ``count`` live lots and their listings, then rebuild the indexes and the statistics."""
    leaves = plant()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("SET maintenance_work_mem = '512MB'")
        cursor.execute("SELECT setseed(0.2026)")
        cursor.execute("DROP TABLE IF EXISTS bench_leaf, bench_draw")
        cursor.execute(
            "CREATE UNLOGGED TABLE bench_leaf "
            "(number int, id uuid, path text, nouns text[], names text)"
        )
        cursor.executemany(
            "INSERT INTO bench_leaf VALUES (%s, %s, %s, %s, %s)",
            [
                (number, leaf.id, leaf.path, list(leaf.nouns), " ".join(leaf.nouns))
                for number, leaf in enumerate(leaves, start=1)
            ],
        )
        cursor.execute(
            _DRAW,
            {
                "count": count,
                "leaves": len(leaves),
                "materials": list(MATERIALS),
                "n_materials": len(MATERIALS),
                "eras": list(ERAS),
                "n_eras": len(ERAS),
                "makers": list(MAKERS),
                "n_makers": len(MAKERS),
                "rare": _PLACES,
                "n_rare": len(_PLACES),
                "words": _WORDS.split(),
                "n_words": len(_WORDS.split()),
            },
        )
        indexes = _drop_indexes(cursor)
        cursor.execute(_FACET_NUMBER)
        cursor.execute(_LOTS)
        cursor.execute(_LISTINGS)
        for definition in indexes:
            cursor.execute(definition)
        cursor.execute(_SAMPLE)
        cursor.execute(_LEARN)
        cursor.execute("DROP TABLE bench_leaf, bench_draw")
        cursor.execute("RESET session_replication_role")
        cursor.execute("RESET maintenance_work_mem")
        cursor.execute(
            "VACUUM ANALYZE catalogue_lot, catalogue_lotlisting, "
            "catalogue_listingsample, catalogue_titleword"
        )


def _drop_indexes(cursor: CursorWrapper) -> list[str]:
    """Drop what is cheaper to build at once. Returns the statements that bring it back."""
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN "
        "('catalogue_lot', 'catalogue_lotlisting') AND indexname NOT LIKE %s",
        ["%_pkey"],
    )
    found = cursor.fetchall()
    for name, _ in found:
        cursor.execute(f'DROP INDEX "{name}"')
    return [definition for _, definition in found]
