"""What a seller offers, as one value, and the rules its terms obey."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from vendue.catalogue.engine.words import Condition, LotLanguage, SellerKind
from vendue.kernel.costs import VatScheme
from vendue.kernel.errors import InvalidField


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything a seller says about a lot. Amounts in minor units of ``currency``."""

    category: str
    title: str
    language: LotLanguage
    condition: Condition
    country: str
    currency: str
    start_price_minor: int
    description: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    city: str = ""
    shipping: list[dict[str, Any]] = field(default_factory=list)
    terms: str = ""
    reserve_minor: int | None = None
    buy_now_minor: int | None = None
    vat_scheme: VatScheme | None = None
    organisation_id: UUID | None = None


def price_faults(offer: Offer) -> list[InvalidField]:
    """The amounts that contradict each other: rules 2.2 (reserve) and 4 (Buy Now)."""
    faults = []
    if offer.reserve_minor is not None and offer.reserve_minor < offer.start_price_minor:
        faults.append(
            InvalidField(
                pointer="/reserve_minor",
                code="reserve_below_start",
                detail="A reserve is at least the start price.",
            )
        )
    if offer.buy_now_minor is None:
        return faults
    if offer.buy_now_minor <= offer.start_price_minor:
        faults.append(
            InvalidField(
                pointer="/buy_now_minor",
                code="buy_now_not_above_start",
                detail="A Buy Now price is above the start price.",
            )
        )
    if offer.reserve_minor is not None and offer.buy_now_minor < offer.reserve_minor:
        faults.append(
            InvalidField(
                pointer="/buy_now_minor",
                code="buy_now_below_reserve",
                detail="A Buy Now price is at least the reserve.",
            )
        )
    return faults


def vat_scheme_of(kind: SellerKind, chosen: str | None) -> VatScheme:
    """How VAT is charged on a lot of such a seller who chose this, or nothing.

    What is chosen may have become impossible since: a seller may turn trader, or be none any more.
    """
    if kind is SellerKind.PRIVATE:
        return VatScheme.PRIVATE_SELLER
    return VatScheme.MARGIN if chosen == VatScheme.MARGIN else VatScheme.STANDARD


def vat_faults(kind: SellerKind, chosen: str | None) -> list[InvalidField]:
    """Whether such a seller may choose this."""
    if chosen is None or chosen == vat_scheme_of(kind, chosen):
        return []
    return [
        InvalidField(
            pointer="/vat_scheme",
            code="not_for_this_seller",
            detail="A trader chooses between standard and margin; nobody else has a choice.",
        )
    ]


def missing_words(offer: Offer) -> list[InvalidField]:
    """What every lot needs before it is submitted, beside its category's attributes."""
    faults = []
    if not offer.description.strip():
        faults.append(
            InvalidField(pointer="/description", code="missing", detail="Describe the lot.")
        )
    if not offer.shipping:
        faults.append(
            InvalidField(
                pointer="/shipping",
                code="missing",
                detail="Name at least one way for the lot to reach its buyer.",
            )
        )
    return faults
