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


def _headers(login: Login | None) -> dict[str, str]:
    headers = {"User-Agent": _user_agent(), "Accept": "application/json"}
    if login is not None:
        headers["X-Device-Id"] = login.device_id
    return headers


class Transport:
    """Sends calls and waits for their answers. Threads may share it."""

    def __init__(
        self, http: httpx.Client, *, api_key: str | None, login: Login | None, policy: Policy
    ) -> None:
        self._http = http
        self._http.headers.update(_headers(login))
        self._api_key = api_key
        self._login = login
        self._policy = policy
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

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _attempt(
        self, exchange: Exchange[T], token: str | None
    ) -> httpx.Response | httpx.TransportError:
        try:
            return self._http.send(exchange.request(self._http, token))
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
        self, http: httpx.AsyncClient, *, api_key: str | None, login: Login | None, policy: Policy
    ) -> None:
        self._http = http
        self._http.headers.update(_headers(login))
        self._api_key = api_key
        self._login = login
        self._policy = policy
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

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def _attempt(
        self, exchange: Exchange[T], token: str | None
    ) -> httpx.Response | httpx.TransportError:
        try:
            return await self._http.send(exchange.request(self._http, token))
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
