"""Letters that nobody has to get: stopped from the letter itself, without signing in."""

from ninja import Query, Router, Status

from vendue.comms.schemas.preferences import StopQuery
from vendue.comms.services import preferences
from vendue.identity.errors import LinkInvalid
from vendue.kernel.http import ApiRequest, anybody, problems

router = Router(tags=["accounts"])


@router.post(
    "/unsubscription",
    operation_id="stop_letters",
    response={204: None, **problems(LinkInvalid)},
    auth=anybody,
)
def stop_letters(request: ApiRequest, query: Query[StopQuery]) -> Status[None]:
    """Get no more letters of the kind that the token came in.

    Mail programs ask for this on their reader's behalf (RFC 8058); it asks nothing back. The
    account's preferences can switch such letters on again.
    """
    preferences.stop_letters(token=query.token)
    return Status(204, None)
