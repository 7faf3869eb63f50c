"""Trials of a price rule on the wire."""

from typing import Annotated

from ninja import Schema
from pydantic import Field, StrictInt

from vendue.kernel.costs import CostsOut, Delivery, Sale, ShippingMethod, VatScheme
from vendue.kernel.fields import Amount, Country, CurrencyCode, Timestamp
from vendue.kernel.http import Body
from vendue.kernel.money import MAXIMUM_MINOR


class PriceTrialIn(Body):
    """A lot that might be, and the hammer prices to try."""

    currency: CurrencyCode
    country: Country = Field(description="Where the lot stands.")
    destination: Country | None = Field(None, description="Null: where the lot stands.")
    vat_scheme: VatScheme = VatScheme.STANDARD
    ends_at: Timestamp = Field(description="End of the bidding; its day decides the rate of VAT.")
    shipping_method: ShippingMethod = ShippingMethod.PARCEL
    shipping_minor: Annotated[StrictInt, Field(ge=0, le=MAXIMUM_MINOR)] | None = Field(
        None, description="Postage in minor units; null: arranged with the seller."
    )
    hammers_minor: Annotated[list[Amount], Field(min_length=1, max_length=20)] = Field(
        description="Hammer prices in minor units.", examples=[[10_000, 190_000]]
    )

    def sale(self) -> Sale:
        """The sale as the services take it."""
        return Sale(
            currency=self.currency,
            country=self.country,
            destination=self.destination or self.country,
            vat_scheme=self.vat_scheme,
            on=self.ends_at.date(),
            delivery=Delivery(self.shipping_method, self.shipping_minor),
        )


class PriceTrialOut(Schema):
    """What each hammer price would cost."""

    items: list[CostsOut]
