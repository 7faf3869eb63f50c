"""Tickets for live connections."""

from django.conf import settings
from ninja import Router, Status

from vendue.identity.schemas.tickets import RealtimeTicketOut
from vendue.identity.services import tickets
from vendue.kernel.http import KEY_NEVER, ApiRequest, anybody

router = Router(tags=["realtime"])


@router.post(
    "/tickets",
    operation_id="create_realtime_ticket",
    response={201: RealtimeTicketOut},
    auth=anybody,
    openapi_extra=KEY_NEVER,
)
def create_realtime_ticket(request: ApiRequest) -> Status[RealtimeTicketOut]:
    """Get a ticket for one live connection, which then is yours for as long as it lasts.

    It is good once and for a minute. Over the connection your credential may do what it may do
    elsewhere: the channel `me` needs the scope `profile:read`. What can be asked over the
    connection stands in the contract of the events, `asyncapi.json`. Guests may connect without a
    ticket.
    """
    ticket = tickets.issue(actor=request.auth)
    answer = RealtimeTicketOut(
        ticket=ticket.value,
        expires_at=ticket.expires_at,
        realtime_url=settings.VENDUE.vendue_realtime_url or None,
    )
    return Status(201, answer)
