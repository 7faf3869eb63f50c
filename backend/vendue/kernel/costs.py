"""What a lot costs its buyer in all: one shape for answers, previews and, later, invoices.

Here are the words and the shapes; how the amounts come about stands in ``payments.engine``.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field


class VatScheme(StrEnum):
    """How VAT is charged on a lot."""

    STANDARD = "standard"
    MARGIN = "margin"
    PRIVATE_SELLER = "private_seller"


class ShippingMethod(StrEnum):
    """How the thing may reach its buyer."""

    PICKUP = "pickup"
    LETTER = "letter"
    PARCEL = "parcel"
    COURIER = "courier"
    FREIGHT = "freight"


class CostKind(StrEnum):
    """What one amount of a total is for."""

    HAMMER = "hammer"
    PREMIUM = "premium"
    VAT = "vat"
    SHIPPING = "shipping"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One way for a lot to reach its buyer; without a price it is arranged with the seller."""

    method: ShippingMethod
    price_minor: int | None


@dataclass(frozen=True, slots=True)
class Sale:
    """What the costs of a lot depend on, beside its hammer price and the price rule.

    ``country`` is where the thing stands, ``destination`` where it would go, ``on`` the day its
    bidding ends (UTC). Without a delivery no way that the seller offers reaches the destination.
    """

    currency: str
    country: str
    destination: str
    vat_scheme: VatScheme
    on: date
    delivery: Delivery | None


class CostLineOut(BaseModel):
    """One amount of a total, rounded half up to the minor unit."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: CostKind
    amount_minor: int
    basis_points: int | None = Field(description="The share that was taken; null for a sum.")
    base_minor: int | None = Field(description="Of what the share was taken; null for a sum.")


class CostsOut(BaseModel):
    """Everything a buyer pays for a lot at a hammer price. The lines add up to the total."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    currency: str = Field(description="ISO 4217 code of every amount here.")
    hammer_minor: int
    premium_minor: int = Field(
        description="The buyer's premium. Under the margin scheme its VAT is in it and is never "
        "shown apart."
    )
    premium_vat_minor: int
    hammer_vat_minor: int
    shipping_minor: int | None = Field(
        description="Postage as the seller names it, taxes included; null: arranged with the "
        "seller, and not in the total."
    )
    total_minor: int
    lines: list[CostLineOut] = Field(
        description="In this order: hammer, premium (one line for each band), VAT on the hammer "
        "price, VAT on the premium, shipping. A line of nothing is left out."
    )
    vat_scheme: VatScheme
    vat_country: str | None = Field(
        description="The country whose VAT is charged; null outside the European Union."
    )
    shipping_method: ShippingMethod | None = Field(
        description="The way of shipping in the total; null where none reaches the country."
    )
    destination: str = Field(description="The country the lot would go to (ISO 3166-1 alpha-2).")
    price_rule_id: UUID
    price_rule_version: int = Field(description="Number of the price rule's version.")
