"""The resource `sessions` of the contract. Made by the generator; do not edit."""

from typing import Literal

from vendue_sdk._generated import models
from vendue_sdk._generated.models import Transport
from vendue_sdk._generated.types import UNSET, Unset
from vendue_sdk.calls import (
    AsyncSend,
    Call,
    Send,
    nothing,
)


class Sessions:
    """The operations on sessions."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def refresh(
        self,
        *,
        refresh_token: str | None | Unset = UNSET,
    ) -> models.Session:
        """Exchange the refresh token for a new one, and get a new access token with it.

        A token works once. Two requests within ten seconds from one device get the same
        successor; later a repetition ends the whole session, because somebody else may hold a
        copy.

        Args:
            refresh_token: Leave it out in a browser, and send X-CSRF-Token instead.
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/sessions/refresh",
                models.Session.from_dict,
                body={
                    "refresh_token": refresh_token,
                },
            )
        )

    def sign_in(
        self,
        *,
        email: str,
        password: str,
        transport: Transport | Literal["cookie", "bearer"] | Unset = UNSET,
    ) -> models.Session:
        """Begin a session with an address and its password.

        The access token lives for ten minutes; refresh the session for another one.

        Args:
            email: E-mail address; letter case does not count.
            password: The password of the account.
            transport: `cookie` for pages in a browser: the refresh token goes into an HttpOnly
                cookie. `bearer` for programs: it is in the answer.

        Raises:
            EmailUnconfirmed
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/sessions",
                models.Session.from_dict,
                body={
                    "email": email,
                    "password": password,
                    "transport": transport,
                },
            )
        )

    def sign_out(
        self,
    ) -> None:
        """End the session this request came with. Its tokens stop working within seconds."""
        return self._send(
            Call(
                "DELETE",
                "/api/v1/sessions/current",
                nothing,
            )
        )

    def sign_out_everywhere(
        self,
    ) -> None:
        """End every session of the account, on every device."""
        return self._send(
            Call(
                "DELETE",
                "/api/v1/sessions",
                nothing,
            )
        )


class AsyncSessions:
    """The operations on sessions."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    async def refresh(
        self,
        *,
        refresh_token: str | None | Unset = UNSET,
    ) -> models.Session:
        """Exchange the refresh token for a new one, and get a new access token with it.

        A token works once. Two requests within ten seconds from one device get the same
        successor; later a repetition ends the whole session, because somebody else may hold a
        copy.

        Args:
            refresh_token: Leave it out in a browser, and send X-CSRF-Token instead.
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/sessions/refresh",
                models.Session.from_dict,
                body={
                    "refresh_token": refresh_token,
                },
            )
        )

    async def sign_in(
        self,
        *,
        email: str,
        password: str,
        transport: Transport | Literal["cookie", "bearer"] | Unset = UNSET,
    ) -> models.Session:
        """Begin a session with an address and its password.

        The access token lives for ten minutes; refresh the session for another one.

        Args:
            email: E-mail address; letter case does not count.
            password: The password of the account.
            transport: `cookie` for pages in a browser: the refresh token goes into an HttpOnly
                cookie. `bearer` for programs: it is in the answer.

        Raises:
            EmailUnconfirmed
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/sessions",
                models.Session.from_dict,
                body={
                    "email": email,
                    "password": password,
                    "transport": transport,
                },
            )
        )

    async def sign_out(
        self,
    ) -> None:
        """End the session this request came with. Its tokens stop working within seconds."""
        return await self._send(
            Call(
                "DELETE",
                "/api/v1/sessions/current",
                nothing,
            )
        )

    async def sign_out_everywhere(
        self,
    ) -> None:
        """End every session of the account, on every device."""
        return await self._send(
            Call(
                "DELETE",
                "/api/v1/sessions",
                nothing,
            )
        )
