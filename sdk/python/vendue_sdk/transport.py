"""Carrying calls out over HTTP: connections, waiting, and one refresh for all who need it.

What is retried and when is decided in ``exchange``, whose session it is in ``credentials``.
"""

import asyncio
import threading
import time
from importlib.metadata import PackageNotFoundError, version
from typing import TypeVar

import httpx

from vendue_sdk._generated.models import Session
from vendue_sdk.calls import Call
from vendue_sdk.credentials import Login
from vendue_sdk.errors import AuthenticationFailed
from vendue_sdk.exchange import Done, Exchange, Policy

T = TypeVar("T")


def _user_agent() -> str:
    try:
        return f"vendue-sdk-python/{version('vendue-sdk')}"
    except PackageNotFoundError:
        return "vendue-sdk-python"


#: What every request says about its sender.
HEADERS = {"User-Agent": _user_agent(), "Accept": "application/json"}


class Transport:
    """Sends calls and waits for their answers. Threads may share it."""

    def __init__(
        self,
        http: httpx.Client,
        *,
        api_key: str | None = None,
        login: Login | None = None,
        policy: Policy | None = None,
    ) -> None:
        self._http = http
        self._api_key = api_key
        self._login = login
        self._policy = policy or Policy()
        self._one_at_a_time = threading.Lock()

    def __call__(self, call: Call[T]) -> T:
        """The value of a call. Raises ``VendueError``."""
        token = self._token()
        exchange = Exchange(
            call, self._policy, can_renew=self._login is not None and token is not None
        )
        while True:
            verdict = exchange.judge(self._attempt(exchange, token))
            if isinstance(verdict, Done):
                return verdict.value
            time.sleep(verdict.after_seconds)
            if verdict.renew_token:
                token = self._token(refused=token)

    @property
    def is_guest(self) -> bool:
        """Whether nobody says who is calling."""
        return self._api_key is None and self._login is None

    def for_key(self, api_key: str) -> "Transport":
        """The same connections for another caller."""
        return Transport(self._http, api_key=api_key, policy=self._policy)

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _device(self) -> str | None:
        return self._login.device_id if self._login is not None else None

    def _attempt(
        self, exchange: Exchange[T], token: str | None
    ) -> httpx.Response | httpx.TransportError:
        try:
            return self._http.send(exchange.request(self._http, token, self._device()))
        except httpx.TransportError as error:
            return error

    def _token(self, refused: str | None = None) -> str | None:
        login = self._login
        if login is None:
            return self._api_key
        with self._one_at_a_time:
            while (needed := login.needed(refused)) is not None:
                try:
                    login.accept(self._without_token(needed))
                except AuthenticationFailed:
                    if not login.lose():
                        raise
            return login.access_token

    def _without_token(self, call: Call[Session]) -> Session:
        exchange = Exchange(call, self._policy, can_renew=False)
        while True:
            verdict = exchange.judge(self._attempt(exchange, None))
            if isinstance(verdict, Done):
                return verdict.value
            time.sleep(verdict.after_seconds)


class AsyncTransport:
    """Sends calls and awaits their answers. Tasks of one event loop may share it."""

    def __init__(
        self,
        http: httpx.AsyncClient,
        *,
        api_key: str | None = None,
        login: Login | None = None,
        policy: Policy | None = None,
    ) -> None:
        self._http = http
        self._api_key = api_key
        self._login = login
        self._policy = policy or Policy()
        self._one_at_a_time = asyncio.Lock()

    async def __call__(self, call: Call[T]) -> T:
        """The value of a call. Raises ``VendueError``."""
        token = await self._token()
        exchange = Exchange(
            call, self._policy, can_renew=self._login is not None and token is not None
        )
        while True:
            verdict = exchange.judge(await self._attempt(exchange, token))
            if isinstance(verdict, Done):
                return verdict.value
            await asyncio.sleep(verdict.after_seconds)
            if verdict.renew_token:
                token = await self._token(refused=token)

    @property
    def is_guest(self) -> bool:
        """Whether nobody says who is calling."""
        return self._api_key is None and self._login is None

    def for_key(self, api_key: str) -> "AsyncTransport":
        """The same connections for another caller."""
        return AsyncTransport(self._http, api_key=api_key, policy=self._policy)

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    def _device(self) -> str | None:
        return self._login.device_id if self._login is not None else None

    async def _attempt(
        self, exchange: Exchange[T], token: str | None
    ) -> httpx.Response | httpx.TransportError:
        try:
            return await self._http.send(exchange.request(self._http, token, self._device()))
        except httpx.TransportError as error:
            return error

    async def _token(self, refused: str | None = None) -> str | None:
        login = self._login
        if login is None:
            return self._api_key
        async with self._one_at_a_time:
            while (needed := login.needed(refused)) is not None:
                try:
                    login.accept(await self._without_token(needed))
                except AuthenticationFailed:
                    if not login.lose():
                        raise
            return login.access_token

    async def _without_token(self, call: Call[Session]) -> Session:
        exchange = Exchange(call, self._policy, can_renew=False)
        while True:
            verdict = exchange.judge(await self._attempt(exchange, None))
            if isinstance(verdict, Done):
                return verdict.value
            await asyncio.sleep(verdict.after_seconds)
