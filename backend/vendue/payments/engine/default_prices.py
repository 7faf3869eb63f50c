"""What a market begins with: a buyer's premium for every currency."""

from typing import Any

#: 15 % of the hammer price up to here and 12 % of what lies above, in the major unit.
_SECOND_BAND = {
    "EUR": 50_000,
    "USD": 50_000,
    "GBP": 50_000,
    "CHF": 50_000,
    "SEK": 500_000,
    "NOK": 500_000,
    "DKK": 400_000,
    "PLN": 200_000,
    "JPY": 8_000_000,
    "KWD": 15_000,
}


def default_premiums(minor_per_major: dict[str, int]) -> dict[str, dict[str, Any]]:
    """The premiums of a fresh market as a document. ``minor_per_major`` is given by currency."""
    return {
        currency: {
            "bands": [
                {"from_minor": 0, "basis_points": 1_500},
                {"from_minor": _SECOND_BAND[currency] * minor, "basis_points": 1_200},
            ],
            "minimum_minor": None,
        }
        for currency, minor in minor_per_major.items()
    }
