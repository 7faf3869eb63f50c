"""Suspending accounts from bidding."""

from uuid import UUID

from ninja import Query, Router, Status

from vendue.kernel.errors import NotFound
from vendue.kernel.http import ApiRequest, problems, staff
from vendue.kernel.pages import Page
from vendue.trust import queries
from vendue.trust.errors import SuspensionOver
from vendue.trust.models import Suspension
from vendue.trust.schemas import (
    SuspensionIn,
    SuspensionLiftIn,
    SuspensionOut,
    SuspensionPageOut,
    SuspensionQuery,
)
from vendue.trust.services import suspensions

router = Router(tags=["suspensions"])


@router.get(
    "",
    operation_id="list_suspensions",
    response=SuspensionPageOut,
    auth=staff("staff:accounts"),
)
def list_suspensions(request: ApiRequest, query: Query[SuspensionQuery]) -> Page[Suspension]:
    """List suspensions, newest first, those that are over included."""
    return queries.suspensions_of(query.account_id, cursor=query.cursor, limit=query.limit)


@router.post(
    "",
    operation_id="suspend_account",
    response={201: SuspensionOut, **problems(NotFound)},
    auth=staff("staff:accounts"),
)
def suspend_account(request: ApiRequest, body: SuspensionIn) -> Status[Suspension]:
    """Take no more bids from an account. Its standing bids stay until they are voided."""
    suspension = suspensions.suspend(
        actor=request.auth,
        account_id=body.account_id,
        reason=body.reason,
        ends_at=body.ends_at,
    )
    return Status(201, suspension)


@router.post(
    "/{suspension_id}/lift",
    operation_id="lift_suspension",
    response={200: SuspensionOut, **problems(NotFound, SuspensionOver)},
    auth=staff("staff:accounts"),
)
def lift_suspension(request: ApiRequest, suspension_id: UUID, body: SuspensionLiftIn) -> Suspension:
    """End a suspension early."""
    return suspensions.lift(actor=request.auth, suspension_id=suspension_id, reason=body.reason)
