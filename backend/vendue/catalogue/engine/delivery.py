"""Which of the ways a seller offers brings a lot to its buyer (docs/pricing.md, 5)."""

from collections.abc import Mapping, Sequence
from typing import Any

from vendue.catalogue.engine.words import ShippingArea
from vendue.kernel.costs import Delivery, ShippingMethod
from vendue.kernel.countries import EUROPEAN_UNION

#: From the way that reaches least far to the one that reaches furthest.
_REACH = list(ShippingArea)


def delivery_to(
    ways: Sequence[Mapping[str, Any]],
    *,
    country: str,
    destination: str,
    method: ShippingMethod | None,
) -> Delivery | None:
    """How a lot that stands in ``country`` reaches its destination, by the method if one is asked.

    ``ways`` are a lot's shipping options. Without a method the dearest way with a price counts,
    without any price the first that is arranged, and collection only where nothing is sent.
    ``None`` where no way reaches the destination.
    """
    reaching = [_delivery(way) for way in _reaching(ways, country, destination)]
    if method is not None:
        return next((way for way in reaching if way.method is method), None)
    sent = [way for way in reaching if way.method is not ShippingMethod.PICKUP]
    priced = [way for way in sent if way.price_minor is not None]
    if priced:
        return max(priced, key=_price_minor)
    return next(iter([*sent, *reaching]), None)


def _reaching(
    ways: Sequence[Mapping[str, Any]], country: str, destination: str
) -> list[Mapping[str, Any]]:
    """One way for each method: the one meant for the place, of those the dearest."""
    chosen: dict[str, Mapping[str, Any]] = {}
    for way in ways:
        if _reaches(way, country, destination):
            rival = chosen.get(way["method"])
            if rival is None or _rank(way) < _rank(rival):
                chosen[way["method"]] = way
    return list(chosen.values())


def _reaches(way: Mapping[str, Any], country: str, destination: str) -> bool:
    if way["method"] == ShippingMethod.PICKUP or way["area"] == ShippingArea.WORLDWIDE:
        return True
    if way["area"] == ShippingArea.EUROPEAN_UNION:
        return destination in EUROPEAN_UNION
    return country == destination


def _rank(way: Mapping[str, Any]) -> tuple[int, int]:
    return _REACH.index(ShippingArea(way["area"])), -(way["price_minor"] or 0)


def _delivery(way: Mapping[str, Any]) -> Delivery:
    return Delivery(ShippingMethod(way["method"]), way["price_minor"])


def _price_minor(delivery: Delivery) -> int:
    return delivery.price_minor or 0
