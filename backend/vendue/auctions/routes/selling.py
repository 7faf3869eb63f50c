"""What a seller may still do with a lot: take it back, or lower its reserve."""

from uuid import UUID

from ninja import Router

from vendue.auctions.errors import (
    LotClosed,
    LotHasBids,
    ReserveAlreadyLowered,
    ReserveNotLowered,
    ReserveTooLate,
)
from vendue.auctions.schemas.auctions import (
    ReserveReductionIn,
    ReserveReductionOut,
    WithdrawalOut,
)
from vendue.auctions.services import reserves, withdrawal
from vendue.auctions.services.reserves import ReserveReduction
from vendue.auctions.services.withdrawal import Withdrawal
from vendue.catalogue.errors import LotNotWithdrawable
from vendue.kernel.http import ApiRequest, problems, signed_in

router = Router(tags=["lots"])


@router.post(
    "/{lot_id}/withdrawal",
    operation_id="withdraw_lot",
    response={200: WithdrawalOut, **problems(LotHasBids, LotClosed, LotNotWithdrawable)},
    auth=signed_in("lots:write"),
)
def withdraw_lot(request: ApiRequest, lot_id: UUID) -> Withdrawal:
    """Take your lot back: at any time before it is published, after that until it has a bid."""
    return withdrawal.withdraw_lot(actor=request.auth, lot_id=lot_id)


@router.post(
    "/{lot_id}/reserve-reduction",
    operation_id="lower_reserve",
    response={
        200: ReserveReductionOut,
        **problems(LotClosed, ReserveAlreadyLowered, ReserveTooLate, ReserveNotLowered),
    },
    auth=signed_in("lots:write"),
)
def lower_reserve(request: ApiRequest, lot_id: UUID, body: ReserveReductionIn) -> ReserveReduction:
    """Lower the reserve of your lot: once, and not in its last twelve hours.

    The price is settled anew; that the reserve moved is public only where bids now meet it.
    """
    return reserves.lower_reserve(
        actor=request.auth, lot_id=lot_id, reserve_minor=body.reserve_minor
    )
