"""The rules one lot is sold under: increments, anti-sniping and the flags where markets differ."""

from dataclasses import dataclass
from enum import StrEnum

from vendue.auctions.engine.increments import IncrementTable


class ExtensionMode(StrEnum):
    """How a late bid moves the end (rule 5.2)."""

    RESET = "reset"
    ADD = "add"


class BelowReserve(StrEnum):
    """How the price moves while the reserve is not met (rule 2.8)."""

    INCREMENTAL = "incremental"
    FULL_MAXIMUM = "full_maximum"


class BuyNowUntil(StrEnum):
    """How long a Buy Now offer stays open (rule 4)."""

    FIRST_BID = "first_bid"
    RESERVE_MET = "reserve_met"
    PERCENT = "percent"
    PRICE_REACHES = "price_reaches"


@dataclass(frozen=True, slots=True)
class AntiSniping:
    """When a late bid extends a lot and by how much (rule 5.2). A trigger of 0 switches it off."""

    trigger_seconds: int = 30
    extend_seconds: int = 30
    mode: ExtensionMode = ExtensionMode.RESET
    max_extensions: int | None = None


@dataclass(frozen=True, slots=True)
class BuyNowPolicy:
    """How long Buy Now stays open; ``basis_points`` of its price, for ``percent`` only."""

    until: BuyNowUntil = BuyNowUntil.FIRST_BID
    basis_points: int | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """A rule set resolved for one lot: its own increment table and every flag."""

    increments: IncrementTable
    anti_sniping: AntiSniping = AntiSniping()
    own_raise_recompute: bool = True
    below_reserve: BelowReserve = BelowReserve.INCREMENTAL
    buy_now: BuyNowPolicy = BuyNowPolicy()
