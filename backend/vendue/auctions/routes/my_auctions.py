"""A seller's own auctions, drafts among them."""

from ninja import Query, Router

from vendue.auctions.queries.sales import SaleView
from vendue.auctions.schemas.auctions import AuctionPageOut, MyAuctionsQuery
from vendue.auctions.services import viewing
from vendue.kernel.http import ApiRequest, signed_in
from vendue.kernel.pages import Page

router = Router(tags=["me"])


@router.get(
    "/auctions",
    operation_id="list_my_auctions",
    response=AuctionPageOut,
    auth=signed_in("auctions:write"),
)
def list_my_auctions(request: ApiRequest, query: Query[MyAuctionsQuery]) -> Page[SaleView]:
    """List the auctions you sell in, the latest end first: your own and your organisations'."""
    return viewing.own_auctions(
        actor=request.auth, status=query.status, cursor=query.cursor, limit=query.limit
    )
