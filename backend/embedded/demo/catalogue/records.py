"""What the demo market's catalogue says, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Language = Literal["lv", "en", "ru"]
Condition = Literal["new", "like_new", "good", "fair", "restored", "for_parts"]


@dataclass(frozen=True)
class DemoCategory:
    """A category or, with a parent, a sub-category; the latter shares its parent's schema."""

    slug: str
    parent: str | None
    names: Mapping[Language, str]
    attribute_schema: Mapping[str, Any]


@dataclass(frozen=True)
class DemoSeller:
    """Who sells: a private person, a trader, or an organisation that is not in trade.

    The latter two have an owner and a number in a register.
    """

    key: str
    kind: Literal["private", "trader", "organisation"]
    name: str
    place: str
    language: Language
    about: str
    country: str = "LV"
    owner: str | None = None
    registration_no: str | None = None


@dataclass(frozen=True)
class DemoAuction:
    """A sale of many lots of one seller; times count from the moment it is put up.

    A negative `opens_after_minutes` has it open for a while already. `ends_after_minutes` is the
    end of its first lot.
    """

    key: str
    seller: str
    language: Language
    title: str
    description: str
    opens_after_minutes: int
    ends_after_minutes: int
    interval_seconds: int


@dataclass(frozen=True)
class ShippingOption:
    """A way to receive a lot, and its price in euro cents."""

    method: Literal["pickup", "letter", "parcel", "courier", "freight"]
    area: Literal["same_country", "european_union"]
    price_minor: int


@dataclass(frozen=True)
class Picture:
    """What the studio draws for a lot."""

    subject: str
    seed: int
    view: Literal["main", "detail"]
    traits: Mapping[str, str]
    alt: str


@dataclass(frozen=True)
class DemoLot:
    """One lot. Money is in euro cents; `ends` is a hint for a lot that is in no auction."""

    key: str
    category: str
    seller: str
    auction: str | None
    lot_number: int | None
    language: Language
    title: str
    description: str
    condition: Condition
    location: str
    country: str
    attributes: Mapping[str, Any]
    start_price_minor: int
    reserve_minor: int | None
    buy_now_minor: int | None
    shipping: tuple[ShippingOption, ...]
    pictures: tuple[Picture, ...]
    ends: Literal["minutes", "hours", "days"] | None


@dataclass(frozen=True)
class DemoCatalogue:
    """Everything the seeder needs to set up a market."""

    categories: tuple[DemoCategory, ...]
    sellers: tuple[DemoSeller, ...]
    auctions: tuple[DemoAuction, ...]
    lots: tuple[DemoLot, ...]
