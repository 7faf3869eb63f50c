"""The caller's own lots, and those the caller watches."""

from uuid import UUID

from ninja import Query, Router

from vendue.catalogue.queries import lots
from vendue.catalogue.queries.views import LotView, OwnLotView
from vendue.catalogue.schemas.lots import MyLotOut, MyLotPageOut, MyLotQuery, WatchedLotPageOut
from vendue.kernel.errors import NotFound
from vendue.kernel.http import ApiRequest, problems, signed_in
from vendue.kernel.pages import Page, PageQuery

router = Router(tags=["me"])


@router.get(
    "/lots",
    operation_id="list_my_lots",
    response=MyLotPageOut,
    auth=signed_in("lots:write"),
)
def list_my_lots(request: ApiRequest, query: Query[MyLotQuery]) -> Page[OwnLotView]:
    """List your lots and those of your organisations, newest first."""
    return lots.own_lots(request.auth, stage=query.stage, cursor=query.cursor, limit=query.limit)


@router.get(
    "/lots/{lot_id}",
    operation_id="get_my_lot",
    response={200: MyLotOut, **problems(NotFound)},
    auth=signed_in("lots:write"),
)
def get_my_lot(request: ApiRequest, lot_id: UUID) -> OwnLotView:
    """Get one of your lots at whatever stage, with its reserve."""
    return lots.own_lot(request.auth, lot_id)


@router.get(
    "/watched-lots",
    operation_id="list_watched_lots",
    response=WatchedLotPageOut,
    auth=signed_in("watch:write"),
)
def list_watched_lots(request: ApiRequest, query: Query[PageQuery]) -> Page[LotView]:
    """List the lots you watch, the last added first."""
    return lots.watched_lots(request.auth, cursor=query.cursor, limit=query.limit)
