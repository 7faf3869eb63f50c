"""What a lot costs in all, before anybody bids."""

from uuid import UUID

from ninja import Query, Router

from vendue.auctions.schemas.costs import LotCostsOut, LotCostsQuery
from vendue.auctions.services import costs
from vendue.catalogue.errors import DeliveryNotOffered
from vendue.kernel.costs import CostsOut
from vendue.kernel.http import ApiRequest, anybody, problems

router = Router(tags=["lots"])


@router.get(
    "/{lot_id}/costs",
    operation_id="list_lot_costs",
    response={200: LotCostsOut, **problems(DeliveryNotOffered)},
    auth=anybody,
)
def list_lot_costs(
    request: ApiRequest, lot_id: UUID, query: Query[LotCostsQuery]
) -> dict[str, list[CostsOut]]:
    """List what a published lot would cost in all: premium, VAT and shipping, line by line.

    At most, that is: without a way of shipping the dearest one to the destination counts. The
    price rule is the one the auction was published under.
    """
    return {
        "items": costs.costs_of(
            lot_id=lot_id, hammers_minor=query.amount_minor, shipment=query.shipment()
        )
    }
