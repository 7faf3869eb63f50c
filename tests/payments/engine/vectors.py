"""The vectors of docs/pricing.md, read from its table."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vendue.kernel.costs import Delivery, Sale, ShippingMethod, VatScheme
from vendue.kernel.ids import new_id
from vendue.payments.engine.premiums import Premium, PremiumBand
from vendue.payments.engine.pricing import Prices

_PAGE = Path(__file__).parents[3] / "docs" / "pricing.md"
_NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Vector:
    """One row: what goes in, and the four amounts and the total that must come out."""

    number: int
    prices: Prices
    sale: Sale
    hammer_minor: int
    premium_minor: int
    hammer_vat_minor: int
    premium_vat_minor: int
    total_minor: int


def read_vectors() -> list[Vector]:
    """Every row of the table."""
    rows = _PAGE.read_text().partition("## 6. Vectors")[2].splitlines()
    return [
        _vector([cell.strip() for cell in row.strip("|").split("|")])
        for row in rows
        if row.startswith("| ") and not row.startswith("| #")
    ]


def _vector(cells: list[str]) -> Vector:
    number, currency, bands, least, scheme, country, destination, day, oss, *amounts = cells
    hammer, postage, premium, hammer_vat, premium_vat, total = amounts
    delivery = None if postage == _NOTHING else Delivery(ShippingMethod.PARCEL, int(postage))
    return Vector(
        int(number),
        Prices(
            new_id(),
            1,
            Premium(
                tuple(PremiumBand(*map(int, band.split(": "))) for band in bands.split(", ")),
                None if least == _NOTHING else int(least),
            ),
            is_one_stop_shop={"yes": True, "no": False}[oss],
        ),
        Sale(currency, country, destination, VatScheme(scheme), date.fromisoformat(day), delivery),
        int(hammer),
        int(premium),
        int(hammer_vat),
        int(premium_vat),
        int(total),
    )
