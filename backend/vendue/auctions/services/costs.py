"""What a lot would cost its buyer at a price, under the price rule its auction has pinned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from uuid import UUID

from vendue.auctions.models import Auction, LotState
from vendue.auctions.queries.lots import row_of
from vendue.catalogue.services import purchasing
from vendue.kernel.costs import CostsOut, ShippingMethod
from vendue.payments.services import costs


@dataclass(frozen=True, slots=True)
class Shipment:
    """Where the buyer would have the lot, and how; see docs/pricing.md for what holds without."""

    destination: str | None = None
    method: ShippingMethod | None = None


def costs_of(*, lot_id: UUID, hammers_minor: Sequence[int], shipment: Shipment) -> list[CostsOut]:
    """The costs of a published lot at each of these hammer prices, in minor units.

    Raises ``NotFound``, ``DeliveryNotOffered``.
    """
    return costs_at(row_of(lot_id), hammers_minor, shipment)


def costs_at(row: LotState, hammers_minor: Sequence[int], shipment: Shipment) -> list[CostsOut]:
    """The same for a row at hand. Of its figures only the end counts, which is public."""
    price_rule_id = Auction.objects.values_list("price_rule_id", flat=True).get(id=row.auction_id)
    assert price_rule_id is not None, "a published auction has its prices"
    return costs.costs_of(
        price_rule_id=price_rule_id,
        sale=purchasing.sale_of(
            lot_id=row.lot_id,
            on=row.ends_at.astimezone(UTC).date(),
            destination=shipment.destination,
            method=shipment.method,
        ),
        hammers_minor=hammers_minor,
    )
