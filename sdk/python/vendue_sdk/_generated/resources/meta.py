"""The resource `meta` of the contract. Made by the generator; do not edit."""

from vendue_sdk._generated import models
from vendue_sdk.calls import (
    AsyncSend,
    Call,
    Send,
)


class Meta:
    """The operations on meta."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def get(
        self,
    ) -> models.Meta:
        """Read versions, addresses, limits, client flags and the server's time."""
        return self._send(
            Call(
                "GET",
                "/api/v1/meta",
                models.Meta.from_dict,
            )
        )


class AsyncMeta:
    """The operations on meta."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    async def get(
        self,
    ) -> models.Meta:
        """Read versions, addresses, limits, client flags and the server's time."""
        return await self._send(
            Call(
                "GET",
                "/api/v1/meta",
                models.Meta.from_dict,
            )
        )
