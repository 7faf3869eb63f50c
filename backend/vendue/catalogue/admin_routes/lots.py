"""Review of submitted lots by staff."""

from uuid import UUID

from ninja import Query, Router

from vendue.catalogue.errors import LotNotSubmitted
from vendue.catalogue.queries import lots, views
from vendue.catalogue.queries.views import OwnLotView
from vendue.catalogue.schemas.lots import MyLotOut, MyLotPageOut, ReviewIn
from vendue.catalogue.services import review
from vendue.kernel.errors import NotFound, Stale
from vendue.kernel.http import VERSION_NAMED, ApiRequest, named_version, problems, staff
from vendue.kernel.pages import Page, PageQuery

router = Router(tags=["lots"])


@router.get(
    "/submitted",
    operation_id="list_submitted_lots",
    response=MyLotPageOut,
    auth=staff("staff:lots"),
)
def list_submitted_lots(request: ApiRequest, query: Query[PageQuery]) -> Page[OwnLotView]:
    """List the lots that wait for review, the longest waiting first."""
    return lots.lots_for_review(cursor=query.cursor, limit=query.limit)


@router.get(
    "/{lot_id}",
    operation_id="get_lot_for_review",
    response={200: MyLotOut, **problems(NotFound)},
    auth=staff("staff:lots"),
)
def get_lot_for_review(request: ApiRequest, lot_id: UUID) -> OwnLotView:
    """Get any lot as its seller reads it."""
    return lots.own_lot(request.auth, lot_id)


@router.post(
    "/{lot_id}/approval",
    operation_id="approve_lot",
    response={200: MyLotOut, **problems(LotNotSubmitted, Stale, NotFound)},
    auth=staff("staff:lots"),
    openapi_extra=VERSION_NAMED,
)
def approve_lot(request: ApiRequest, lot_id: UUID, body: ReviewIn) -> OwnLotView:
    """Let a submitted lot be put up for sale.

    Name the version you reviewed: its seller may have changed it since. Nobody reviews what they
    sell themselves.
    """
    return views.own_lot_view(
        review.approve_lot(
            actor=request.auth,
            lot_id=lot_id,
            version=named_version(request),
            reason=body.reason,
        )
    )


@router.post(
    "/{lot_id}/return",
    operation_id="return_lot",
    response={200: MyLotOut, **problems(LotNotSubmitted, Stale, NotFound)},
    auth=staff("staff:lots"),
    openapi_extra=VERSION_NAMED,
)
def return_lot(request: ApiRequest, lot_id: UUID, body: ReviewIn) -> OwnLotView:
    """Give a submitted lot back to its seller, who reads the reason.

    Name the version you reviewed: its seller may have changed it since.
    """
    return views.own_lot_view(
        review.return_lot(
            actor=request.auth,
            lot_id=lot_id,
            version=named_version(request),
            reason=body.reason,
        )
    )
