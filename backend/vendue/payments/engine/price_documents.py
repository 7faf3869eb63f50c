"""A price rule as plain JSON, read and checked: a premium for each currency it covers."""

from collections.abc import Mapping
from typing import Any

from vendue.kernel.money import CURRENCIES, MAXIMUM_MINOR
from vendue.payments.engine.premiums import Premium, PremiumBand
from vendue.payments.errors import InvalidPrices

#: By currency: ``{"bands": [{"from_minor", "basis_points"}], "minimum_minor"}``.
Premiums = Mapping[str, Mapping[str, Any]]

MAXIMUM_BANDS = 20
#: A premium above the hammer price itself is a mistake.
MAXIMUM_BASIS_POINTS = 10_000


def parse_premiums(document: Premiums) -> dict[str, Premium]:
    """The premium of each currency. Raises ``InvalidPrices``, naming the value that is wrong."""
    if not document:
        raise InvalidPrices("/premiums", "A price rule covers at least one currency.")
    unknown = sorted(set(document) - set(CURRENCIES))
    if unknown:
        raise InvalidPrices("/premiums", f"Lots are not sold in {unknown[0]}.")
    return {currency: _premium(part, currency) for currency, part in document.items()}


def _premium(part: Mapping[str, Any], currency: str) -> Premium:
    pointer = f"/premiums/{currency}"
    entries = part["bands"]
    if not 1 <= len(entries) <= MAXIMUM_BANDS:
        raise InvalidPrices(f"{pointer}/bands", f"There are 1 to {MAXIMUM_BANDS} bands.")
    bands = tuple(PremiumBand(entry["from_minor"], entry["basis_points"]) for entry in entries)
    if bands[0].from_minor != 0:
        raise InvalidPrices(f"{pointer}/bands/0/from_minor", "The first band begins at 0.")
    for at, band in enumerate(bands):
        if at and band.from_minor <= bands[at - 1].from_minor:
            raise InvalidPrices(
                f"{pointer}/bands/{at}/from_minor", "Each band starts above the last."
            )
        if not 0 <= band.basis_points <= MAXIMUM_BASIS_POINTS:
            raise InvalidPrices(
                f"{pointer}/bands/{at}/basis_points", "A share is between nothing and the whole."
            )
    minimum_minor = part["minimum_minor"]
    if minimum_minor is not None and not 1 <= minimum_minor <= MAXIMUM_MINOR:
        raise InvalidPrices(f"{pointer}/minimum_minor", "The least premium is an amount.")
    return Premium(bands, minimum_minor)
