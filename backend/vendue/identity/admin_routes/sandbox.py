"""Test bidders, on sandbox markets only."""

from django.http import HttpResponse
from ninja import Router, Status

from vendue.identity.errors import SandboxOff
from vendue.identity.schemas.staff import TestBiddersIn, TestBiddersOut
from vendue.identity.services import sandbox
from vendue.identity.services.sandbox import TestBidders
from vendue.kernel.http import KEY_NEVER, ApiRequest, problems, staff

router = Router(tags=["sandbox"])


@router.post(
    "/bidders",
    operation_id="create_test_bidders",
    response={201: TestBiddersOut, **problems(SandboxOff)},
    auth=staff("staff:sandbox"),
    openapi_extra=KEY_NEVER,
)
def create_test_bidders(
    request: ApiRequest, response: HttpResponse, body: TestBiddersIn
) -> Status[TestBidders]:
    """Create confirmed accounts for a test, each with a key. The keys are shown this once."""
    made = sandbox.create_bidders(
        actor=request.auth, count=body.count, prefix=body.prefix, scopes=frozenset(body.scopes)
    )
    response["Cache-Control"] = "no-store"
    return Status(201, made)
