"""Staff void bids and cancel lots."""

from uuid import UUID

from ninja import Router

from vendue.auctions.errors import BidNotStanding, LotClosed, LotNotOpen
from vendue.auctions.schemas.auctions import CancellationIn, VoidIn, VoidOut
from vendue.auctions.services import cancelling, voiding
from vendue.kernel.http import KEY_NEVER, ApiRequest, problems, staff
from vendue.kernel.lots import LotStateOut

router = Router(tags=["lots"], auth=staff("staff:auctions"))

_VOID_REFUSALS = problems(BidNotStanding, LotNotOpen, LotClosed)


@router.post(
    "/{lot_id}/voids/preview",
    operation_id="preview_void",
    response={200: VoidOut, **_VOID_REFUSALS},
    openapi_extra=KEY_NEVER,
)
def preview_void(request: ApiRequest, lot_id: UUID, body: VoidIn) -> voiding.VoidOutcome:
    """See what voiding these bids would do, and whom it touches. Changes nothing."""
    return voiding.preview_void(lot_id=lot_id, sequences=body.sequences)


@router.post("/{lot_id}/voids", operation_id="void_bids", response={200: VoidOut, **_VOID_REFUSALS})
def void_bids(request: ApiRequest, lot_id: UUID, body: VoidIn) -> voiding.VoidOutcome:
    """Void bids of a live lot. Nothing is deleted: a new epoch begins from what still stands."""
    return voiding.void_bids(
        actor=request.auth, lot_id=lot_id, sequences=body.sequences, reason=body.reason
    )


@router.post(
    "/{lot_id}/cancellation",
    operation_id="cancel_lot",
    response={200: LotStateOut, **problems(LotClosed)},
)
def cancel_lot(request: ApiRequest, lot_id: UUID, body: CancellationIn) -> LotStateOut:
    """Take a lot out of the sale, bids or not."""
    return cancelling.cancel_lot(actor=request.auth, lot_id=lot_id, reason=body.reason)
