"""What a lot would cost, on the wire."""

from typing import Annotated

from ninja import Schema
from pydantic import ConfigDict, Field

from vendue.auctions.services.costs import Shipment
from vendue.kernel.costs import CostsOut, ShippingMethod
from vendue.kernel.fields import DIGITS, Country
from vendue.kernel.money import MAXIMUM_MINOR

MOST_AMOUNTS = 8
DESTINATION = "The country the lot would go to; left out: where it stands."
METHOD = (
    "One of the lot's shipping options that reaches the destination; left out: the dearest with a "
    "price."
)

HammerPrice = Annotated[int, Field(gt=0, le=MAXIMUM_MINOR), DIGITS]


class LotCostsQuery(Schema):
    """Which hammer prices, and where the lot would go."""

    model_config = ConfigDict(extra="forbid")

    amount_minor: list[HammerPrice] = Field(
        min_length=1,
        max_length=MOST_AMOUNTS,
        description="Hammer prices in the lot's minor unit.",
        examples=[[190_000]],
    )
    destination: Country | None = Field(None, description=DESTINATION)
    shipping_method: ShippingMethod | None = Field(None, description=METHOD)

    def shipment(self) -> Shipment:
        """Where and how, as the services take it."""
        return Shipment(self.destination, self.shipping_method)


class LotCostsOut(Schema):
    """What a lot would cost at each hammer price, in the order asked for."""

    items: list[CostsOut]
