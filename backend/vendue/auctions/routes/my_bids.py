"""A bidder's own bids."""

from uuid import UUID

from ninja import Query, Router

from vendue.auctions.queries import standing
from vendue.auctions.schemas.bidding import MyBidOut, MyBidPageOut, MyBidsQuery
from vendue.kernel.http import ApiRequest, signed_in
from vendue.kernel.pages import Page

router = Router(tags=["me"])


@router.get(
    "/bids", operation_id="list_my_bids", response=MyBidPageOut, auth=signed_in("profile:read")
)
def list_my_bids(request: ApiRequest, query: Query[MyBidsQuery]) -> Page[standing.OwnBid]:
    """List the lots you bid on, the latest bid first, with where you stand on each."""
    return standing.bids_of(
        request.auth.id, standing=query.standing, cursor=query.cursor, limit=query.limit
    )


@router.get(
    "/bids/{lot_id}", operation_id="get_my_bid", response=MyBidOut, auth=signed_in("profile:read")
)
def get_my_bid(request: ApiRequest, lot_id: UUID) -> standing.OwnBid:
    """Read your own maximum and standing on a lot."""
    return standing.own_bid(request.auth.id, lot_id)
