"""Lots: found and read by everybody, written by their sellers."""

from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from vendue.catalogue.errors import (
    CategoryNotForLots,
    LotIncomplete,
    LotNotEditable,
    LotNotRelistable,
    TooManyWatched,
)
from vendue.catalogue.models import WatchListEntry
from vendue.catalogue.queries import counts, views
from vendue.catalogue.queries import lots as reading
from vendue.catalogue.queries.counts import Counts
from vendue.catalogue.queries.lots import FoundLots
from vendue.catalogue.queries.views import LotView, OwnLotView
from vendue.catalogue.schemas.lots import LotIn, LotOut, LotPageOut, LotPatch, MyLotOut, WatchOut
from vendue.catalogue.schemas.search import LotCountsOut, LotFilter, LotQuery
from vendue.catalogue.services import lots, watching
from vendue.kernel.errors import NotFound
from vendue.kernel.http import (
    ApiRequest,
    anybody,
    created,
    expected_version,
    problems,
    signed_in,
)
from vendue.trust.errors import SellerUnverified

router = Router(tags=["lots"])


@router.get("", operation_id="search_lots", response=LotPageOut, auth=anybody)
def search_lots(request: ApiRequest, query: Query[LotQuery]) -> FoundLots:
    """Search published lots.

    Without a status, lots that can be bid on now. By relevance, lots with every word in the title
    come first, then those that end soonest.
    """
    return reading.found_lots(
        query.search(), sort=query.sort, cursor=query.cursor, limit=query.limit
    )


@router.get("/counts", operation_id="count_lots", response=LotCountsOut, auth=anybody)
def count_lots(request: ApiRequest, query: Query[LotFilter]) -> Counts:
    """Count what a search finds, in all and by facet: exactly up to 1,000.

    The facets are the categories below the one chosen, condition, kind of seller, country, and
    the attributes of the category.
    """
    return counts.count_lots(query.search())


@router.post(
    "",
    operation_id="create_lot",
    response={201: MyLotOut, **problems(CategoryNotForLots, NotFound)},
    auth=signed_in("lots:write"),
)
def create_lot(request: ApiRequest, response: HttpResponse, body: LotIn) -> Status[OwnLotView]:
    """Create a draft of a lot.

    A draft may lack its description, shipping and required attributes; submission does not let
    them be missing.
    """
    lot = lots.create_lot(actor=request.auth, offer=body.offer())
    created(response, f"/api/v1/me/lots/{lot.id}")
    return Status(201, views.own_lot_view(lot))


@router.get(
    "/{lot_id}",
    operation_id="get_lot",
    response={200: LotOut, **problems(NotFound)},
    auth=anybody,
)
def get_lot(request: ApiRequest, lot_id: UUID) -> LotView:
    """Get a published lot, whether it is scheduled, live or over; or one of your own."""
    return reading.lot_for(request.auth, lot_id)


@router.patch(
    "/{lot_id}",
    operation_id="update_lot",
    response={200: MyLotOut, **problems(LotNotEditable, CategoryNotForLots, NotFound)},
    auth=signed_in("lots:write"),
)
def update_lot(request: ApiRequest, lot_id: UUID, body: LotPatch) -> OwnLotView:
    """Change a draft or a returned lot of yours."""
    lot = lots.update_lot(
        actor=request.auth,
        lot_id=lot_id,
        version=expected_version(request),
        changes=body.changes(),
    )
    return views.own_lot_view(lot)


@router.post(
    "/{lot_id}/submission",
    operation_id="submit_lot",
    response={
        200: MyLotOut,
        **problems(LotNotEditable, LotIncomplete, SellerUnverified, NotFound),
    },
    auth=signed_in("lots:write"),
)
def submit_lot(request: ApiRequest, lot_id: UUID) -> OwnLotView:
    """Hand in your draft for review. Once approved, it can be put into an auction."""
    return views.own_lot_view(lots.submit_lot(actor=request.auth, lot_id=lot_id))


@router.post(
    "/{lot_id}/relisting",
    operation_id="relist_lot",
    response={201: MyLotOut, **problems(LotNotRelistable, NotFound)},
    auth=signed_in("lots:write"),
)
def relist_lot(request: ApiRequest, response: HttpResponse, lot_id: UUID) -> Status[OwnLotView]:
    """Copy a lot of yours that did not sell into a new draft, with its photographs."""
    lot = lots.relist_lot(actor=request.auth, lot_id=lot_id)
    created(response, f"/api/v1/me/lots/{lot.id}")
    return Status(201, views.own_lot_view(lot))


@router.post(
    "/{lot_id}/watch",
    operation_id="watch_lot",
    response={201: WatchOut, **problems(TooManyWatched, NotFound)},
    auth=signed_in("watch:write"),
)
def watch_lot(request: ApiRequest, lot_id: UUID) -> Status[WatchListEntry]:
    """Put a published lot on your watch list. Doing so twice changes nothing."""
    return Status(201, watching.watch_lot(actor=request.auth, lot_id=lot_id))


@router.delete(
    "/{lot_id}/watch",
    operation_id="unwatch_lot",
    response={204: None},
    auth=signed_in("watch:write"),
)
def unwatch_lot(request: ApiRequest, lot_id: UUID) -> Status[None]:
    """Take a lot off your watch list."""
    watching.unwatch_lot(actor=request.auth, lot_id=lot_id)
    return Status(204, None)
