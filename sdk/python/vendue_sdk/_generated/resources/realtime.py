"""The resource `realtime` of the contract. Made by the generator; do not edit."""

from vendue_sdk._generated import models
from vendue_sdk.calls import (
    AsyncSend,
    Call,
    Send,
)


class Realtime:
    """The operations on realtime."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def create_ticket(
        self,
    ) -> models.RealtimeTicket:
        """Get a ticket for one live connection, which then is yours for as long as it lasts.

        It is good once and for a minute. Over the connection your credential may do what it may
        do elsewhere: the channel `me` needs the scope `profile:read`. What can be asked over
        the connection stands in the contract of the events, `asyncapi.json`. Guests may connect
        without a ticket.
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/realtime/tickets",
                models.RealtimeTicket.from_dict,
            )
        )


class AsyncRealtime:
    """The operations on realtime."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    async def create_ticket(
        self,
    ) -> models.RealtimeTicket:
        """Get a ticket for one live connection, which then is yours for as long as it lasts.

        It is good once and for a minute. Over the connection your credential may do what it may
        do elsewhere: the channel `me` needs the scope `profile:read`. What can be asked over
        the connection stands in the contract of the events, `asyncapi.json`. Guests may connect
        without a ticket.
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/realtime/tickets",
                models.RealtimeTicket.from_dict,
            )
        )
