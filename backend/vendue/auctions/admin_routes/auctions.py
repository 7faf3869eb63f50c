"""Staff set the rules of an auction, and take auctions out of the sale."""

from uuid import UUID

from ninja import Router

from vendue.auctions.errors import AuctionNotDraft, AuctionOver, InvalidRules
from vendue.auctions.queries.sales import SaleView
from vendue.auctions.schemas.auctions import (
    AuctionOut,
    AuctionOverridesPatch,
    AuctionPricesPatch,
    CancellationIn,
)
from vendue.auctions.services import cancelling, sales
from vendue.kernel.http import ApiRequest, expected_version, problems, staff
from vendue.payments.errors import PricesNotPublished

router = Router(tags=["auctions"], auth=staff("staff:auctions"))


@router.patch(
    "/{auction_id}/overrides",
    operation_id="override_auction_rules",
    response={200: AuctionOut, **problems(AuctionNotDraft, InvalidRules)},
)
def override_auction_rules(
    request: ApiRequest, auction_id: UUID, body: AuctionOverridesPatch
) -> SaleView:
    """Set rules for one draft auction that go before its category's and its rule set's."""
    return sales.override_rules(
        actor=request.auth,
        auction_id=auction_id,
        version=expected_version(request),
        overrides=body.overrides.document(),
        reason=body.reason,
    )


@router.patch(
    "/{auction_id}/prices",
    operation_id="override_auction_prices",
    response={200: AuctionOut, **problems(AuctionNotDraft, PricesNotPublished)},
)
def override_auction_prices(
    request: ApiRequest, auction_id: UUID, body: AuctionPricesPatch
) -> SaleView:
    """Set what buyers pay beside the hammer price in one draft auction."""
    return sales.override_prices(
        actor=request.auth,
        auction_id=auction_id,
        version=expected_version(request),
        price_rule_id=body.price_rule_id,
        reason=body.reason,
    )


@router.post(
    "/{auction_id}/cancellation",
    operation_id="cancel_any_auction",
    response={200: AuctionOut, **problems(AuctionOver)},
)
def cancel_any_auction(request: ApiRequest, auction_id: UUID, body: CancellationIn) -> SaleView:
    """Cancel an auction: every lot that is still open ends as cancelled, bids or not."""
    return cancelling.cancel_auction_by_staff(
        actor=request.auth, auction_id=auction_id, reason=body.reason
    )
