"""Auctions: what is on sale, and a seller's own plans from draft to schedule."""

from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from vendue.auctions.errors import (
    AuctionEmpty,
    AuctionNotDraft,
    AuctionOver,
    AuctionTooShort,
    InvalidRules,
    InvalidTerms,
    LotHasBids,
    LotInAuction,
    RulesNotPublished,
)
from vendue.auctions.queries import sales as queries
from vendue.auctions.queries.sales import SaleView
from vendue.auctions.schemas.auctions import (
    AuctionIn,
    AuctionLotPageOut,
    AuctionOut,
    AuctionPageOut,
    AuctionPatch,
    AuctionsQuery,
)
from vendue.auctions.services import cancelling, sales, scheduling, viewing
from vendue.catalogue.errors import LotNotApproved
from vendue.kernel.errors import NotFound
from vendue.kernel.http import (
    ApiRequest,
    anybody,
    created,
    expected_version,
    problems,
    signed_in,
)
from vendue.kernel.pages import Page, PageQuery
from vendue.payments.errors import PricesNotPublished

router = Router(tags=["auctions"])

_PLAN_REFUSALS = (LotNotApproved, LotInAuction, RulesNotPublished, InvalidRules)


@router.get("", operation_id="list_auctions", response=AuctionPageOut, auth=anybody)
def list_auctions(request: ApiRequest, query: Query[AuctionsQuery]) -> Page[SaleView]:
    """List published auctions: live and scheduled ones, or those with the status asked for."""
    return queries.published_auctions(
        status=query.status, seller_id=query.seller_id, cursor=query.cursor, limit=query.limit
    )


@router.post(
    "",
    operation_id="create_auction",
    response={201: AuctionOut, **problems(NotFound, *_PLAN_REFUSALS)},
    auth=signed_in("auctions:write"),
)
def create_auction(
    request: ApiRequest, response: HttpResponse, body: AuctionIn
) -> Status[SaleView]:
    """Draft an auction of one or many of your lots.

    They may still wait for approval; scheduling the auction needs it. A lot belongs to one
    auction only.
    """
    auction = sales.create_auction(actor=request.auth, plan=body.plan())
    created(response, f"/api/v1/auctions/{auction.auction_id}")
    return Status(201, auction)


@router.get("/{auction_id}", operation_id="get_auction", response=AuctionOut, auth=anybody)
def get_auction(request: ApiRequest, auction_id: UUID) -> SaleView:
    """Read an auction. Drafts are their seller's alone."""
    return viewing.auction_for(actor=request.auth, auction_id=auction_id)


@router.patch(
    "/{auction_id}",
    operation_id="update_auction",
    response={200: AuctionOut, **problems(AuctionNotDraft, *_PLAN_REFUSALS)},
    auth=signed_in("auctions:write"),
)
def update_auction(request: ApiRequest, auction_id: UUID, body: AuctionPatch) -> SaleView:
    """Change a draft. Its lots are replaced all together."""
    return sales.update_auction(
        actor=request.auth,
        auction_id=auction_id,
        version=expected_version(request),
        changes=body.changes(),
    )


@router.get(
    "/{auction_id}/lots",
    operation_id="list_auction_lots",
    response=AuctionLotPageOut,
    auth=anybody,
)
def list_auction_lots(
    request: ApiRequest, auction_id: UUID, query: Query[PageQuery]
) -> Page[viewing.LotInSale]:
    """List the lots of an auction by their number, each with its public state."""
    return viewing.lots_for(
        actor=request.auth, auction_id=auction_id, cursor=query.cursor, limit=query.limit
    )


@router.post(
    "/{auction_id}/schedule",
    operation_id="schedule_auction",
    response={
        200: AuctionOut,
        **problems(
            AuctionNotDraft,
            AuctionEmpty,
            AuctionTooShort,
            LotNotApproved,
            InvalidTerms,
            InvalidRules,
            PricesNotPublished,
        ),
    },
    auth=signed_in("auctions:write"),
)
def schedule_auction(request: ApiRequest, auction_id: UUID) -> SaleView:
    """Publish a draft: its lots go on sale under terms that never change.

    Bidding opens at `starts_at`, at once where that has come. Every lot must be approved.
    """
    return scheduling.schedule_auction(actor=request.auth, auction_id=auction_id)


@router.post(
    "/{auction_id}/cancellation",
    operation_id="cancel_auction",
    response={200: AuctionOut, **problems(AuctionOver, LotHasBids)},
    auth=signed_in("auctions:write"),
)
def cancel_auction(request: ApiRequest, auction_id: UUID) -> SaleView:
    """Cancel your auction while none of its lots has a bid. A draft's lots are free again."""
    return cancelling.cancel_auction(actor=request.auth, auction_id=auction_id)
