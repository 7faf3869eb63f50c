"""Reading the catalogue's files."""

import json
import tomllib
from pathlib import Path
from typing import Any

from embedded.demo.catalogue.records import (
    DemoAuction,
    DemoCatalogue,
    DemoCategory,
    DemoLot,
    DemoSeller,
    Picture,
    ShippingOption,
)

_FOLDER = Path(__file__).parent
_OTHER_VIEW = {"lv": "Cits skats", "en": "Another view", "ru": "Другой вид"}


def load_catalogue() -> DemoCatalogue:
    """The whole catalogue; categories with parents first, lots of an auction in its order.

    Raises KeyError or TypeError when a file lacks a field or has one that nobody knows.
    """
    market = _toml(_FOLDER / "market.toml")
    auctions = tuple(DemoAuction(**entry) for entry in market["auction"])
    shipping = {
        name: tuple(ShippingOption(**option) for option in options)
        for name, options in market["shipping"].items()
    }
    return DemoCatalogue(
        categories=_categories(),
        sellers=tuple(DemoSeller(**entry) for entry in market["seller"]),
        auctions=auctions,
        lots=_lots(
            {auction.key: auction.seller for auction in auctions}, shipping, market["abroad"]
        ),
    )


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _categories() -> tuple[DemoCategory, ...]:
    entries = json.loads((_FOLDER / "categories.json").read_text(encoding="utf-8"))
    return tuple(
        category
        for entry in entries
        for category in (
            DemoCategory(entry["slug"], None, entry["names"], entry["attribute_schema"]),
            *(
                DemoCategory(sub["slug"], entry["slug"], sub["names"], entry["attribute_schema"])
                for sub in entry["subcategories"]
            ),
        )
    )


def _lots(
    auction_sellers: dict[str, str],
    shipping: dict[str, tuple[ShippingOption, ...]],
    abroad: dict[str, str],
) -> tuple[DemoLot, ...]:
    numbers = dict.fromkeys(auction_sellers, 0)
    lots = []
    for path in sorted((_FOLDER / "lots").glob("*.toml")):
        for entry in _toml(path)["lot"]:
            auction = entry.pop("auction", None)
            if auction is not None:
                numbers[auction] += 1
                entry["seller"] = auction_sellers[auction]
            prices = entry.pop("prices")
            lots.append(
                DemoLot(
                    auction=auction,
                    lot_number=numbers.get(auction),
                    start_price_minor=prices["start"],
                    reserve_minor=prices.get("reserve"),
                    buy_now_minor=prices.get("buy_now"),
                    shipping=shipping[entry.pop("shipping")],
                    pictures=_pictures(entry.pop("picture"), entry.pop("alt"), entry["language"]),
                    ends=entry.pop("ends", None),
                    country=abroad.get(entry["location"], "LV"),
                    **entry,
                )
            )
    return tuple(lots)


def _pictures(entry: dict[str, Any], alt: str, language: str) -> tuple[Picture, ...]:
    subject, seed, traits = entry["subject"], entry["seed"], entry.get("traits", {})
    return (
        Picture(subject, seed, "main", traits, alt),
        Picture(subject, seed, "detail", traits, f"{_OTHER_VIEW[language]}: {alt}"),
    )
