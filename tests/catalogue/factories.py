"""Valid and boring categories, lots and listings; a test names only what it is about."""

from datetime import timedelta
from io import BytesIO
from itertools import count

from PIL import Image

from tests.factories import an_account, an_actor
from vendue.catalogue.engine.offers import Offer
from vendue.catalogue.models import Category, Lot
from vendue.catalogue.services import listing
from vendue.kernel import clock
from vendue.kernel.lots import LotStateOut, LotStatus, ReserveStanding

_numbers = count(1)

CLOCK_SCHEMA = {
    "type": "object",
    "properties": {
        "material": {
            "type": "string",
            "title": {"lv": "Materiāls", "en": "Material", "ru": "Материал"},
            "enum": ["oak", "brass", "silver"],
            "x-facet": True,
        },
        "is_running": {
            "type": "boolean",
            "title": {"lv": "Iet", "en": "Running", "ru": "Ходят"},
            "x-facet": True,
        },
        "height_mm": {
            "type": "integer",
            "title": {"lv": "Augstums", "en": "Height", "ru": "Высота"},
            "minimum": 1,
            "maximum": 5_000,
        },
        "maker": {
            "type": "string",
            "title": {"lv": "Meistars", "en": "Maker", "ru": "Мастер"},
            "maxLength": 80,
        },
    },
    "required": ["material"],
    "additionalProperties": False,
}


def a_category(slug=None, *, parent=None, **fields):
    slug = slug or f"category-{next(_numbers)}"
    names = dict.fromkeys(("name_lv", "name_en", "name_ru"), slug)
    return Category.objects.create(
        slug=slug,
        parent=parent,
        path=f"{parent.path}/{slug}" if parent else slug,
        **{"attribute_schema": CLOCK_SCHEMA, **names, **fields},
    )


def an_offer(within=None, **fields):
    defaults = {
        "category": (within or a_category()).slug,
        "title": "Mantel clock",
        "language": "en",
        "condition": "good",
        "country": "LV",
        "currency": "EUR",
        "start_price_minor": 1_000,
        "description": "It runs.",
        "attributes": {"material": "oak"},
        "shipping": [
            {"method": "pickup", "area": "same_country", "price_minor": 0, "note": ""},
        ],
    }
    return Offer(**{**defaults, **fields})


def a_lot(**fields):
    defaults = {
        "seller_kind": "private",
        "title": "Mantel clock",
        "language": "en",
        "condition": "good",
        "country": "LV",
        "currency": "EUR",
        "start_price_minor": 1_000,
        "description": "It runs.",
        "attributes": {"material": "oak"},
        "shipping": [
            {"method": "pickup", "area": "same_country", "price_minor": 0, "note": ""},
        ],
    }
    if "seller_account" not in fields:
        fields["seller_account"] = an_account()
    if "category" not in fields:
        fields["category"] = a_category()
    return Lot.objects.create(**{**defaults, **fields})


def a_seller_of(lot, **fields):
    return an_actor(lot.seller_account, **fields)


def a_state(lot, **fields):
    now = clock.now()
    defaults = {
        "lot_id": lot.id,
        "epoch": 0,
        "sequence": 0,
        "status": LotStatus.LIVE,
        "currency": lot.currency,
        "price_minor": lot.start_price_minor,
        "minimum_bid_minor": lot.start_price_minor,
        "bid_count": 0,
        "bidder_count": 0,
        "reserve": ReserveStanding.NONE,
        "buy_now": None,
        "leader": None,
        "starts_at": now - timedelta(hours=1),
        "ends_at": now + timedelta(hours=1),
        "extension_count": 0,
        "closed_at": None,
        "result": None,
        "hammer_price_minor": None,
    }
    return LotStateOut(**{**defaults, **fields})


def a_listed_lot(*, state=None, **fields):
    """A published lot that search finds."""
    lot = a_lot(stage="live", **fields)
    listing.publish(states=[a_state(lot, **(state or {}))], auction_id=None)
    return lot


def a_picture(width=64, height=48, *, form="JPEG", colour="navy", **options):
    """The bytes of a picture of one colour."""
    data = BytesIO()
    Image.new("RGB", (width, height), colour).save(data, form, **options)
    return data.getvalue()
