"""The front door: ``Vendue`` and its asynchronous twin."""

import os
from types import TracebackType
from typing import Self
from uuid import UUID

import httpx

from vendue_sdk._generated.market import AsyncMarket, Market
from vendue_sdk.credentials import Login, MemoryTokenStore, TokenStore
from vendue_sdk.exchange import Policy
from vendue_sdk.history.record import HistoryRecord
from vendue_sdk.realtime.clients import AsyncLiveRealtime, LiveRealtime
from vendue_sdk.transport import HEADERS, AsyncTransport, Transport

#: Where ``make up`` serves a market.
LOCAL_MARKET = "http://127.0.0.1:8000"


class Vendue(Market):
    """A market, as one caller sees it. Threads may share it.

    Give an ``api_key``, or ``email`` and ``password``, or the ``tokens`` of a session begun
    before; with none of them the caller is a guest. Sessions are carried on by themselves.
    Without ``base_url`` the variable VENDUE_BASE_URL is asked, then the local market.
    """

    realtime: LiveRealtime

    def __init__(
        self,
        api_key: str | None = None,
        *,
        email: str | None = None,
        password: str | None = None,
        tokens: TokenStore | None = None,
        base_url: str | None = None,
        timeout: float = 10.0,
        max_retries: int = 2,
    ) -> None:
        http = httpx.Client(
            base_url=_base_url(base_url), timeout=timeout, limits=_LIMITS, headers=HEADERS
        )
        login = _login(api_key, email, password, tokens)
        self._transport = Transport(
            http, api_key=api_key, login=login, policy=Policy(max_retries=max_retries)
        )
        super().__init__(self._transport)
        self.realtime = LiveRealtime(self._transport)

    def with_api_key(self, api_key: str) -> "Vendue":
        """The same market for another caller, over the same connections; close this one only."""
        other = object.__new__(Vendue)
        other._transport = self._transport.for_key(api_key)
        Market.__init__(other, other._transport)
        other.realtime = LiveRealtime(other._transport)
        return other

    def history_of(self, lot_id: UUID | str) -> HistoryRecord:
        """Download all that the offline check of a lot's history needs (`history.checking`)."""
        return HistoryRecord.download(self._transport, lot_id)

    def close(self) -> None:
        """Close the connections."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class AsyncVendue(AsyncMarket):
    """A market, as one caller sees it, for one event loop.

    Give an ``api_key``, or ``email`` and ``password``, or the ``tokens`` of a session begun
    before; with none of them the caller is a guest. Sessions are carried on by themselves.
    Without ``base_url`` the variable VENDUE_BASE_URL is asked, then the local market.
    """

    realtime: AsyncLiveRealtime

    def __init__(
        self,
        api_key: str | None = None,
        *,
        email: str | None = None,
        password: str | None = None,
        tokens: TokenStore | None = None,
        base_url: str | None = None,
        timeout: float = 10.0,
        max_retries: int = 2,
    ) -> None:
        http = httpx.AsyncClient(
            base_url=_base_url(base_url), timeout=timeout, limits=_LIMITS, headers=HEADERS
        )
        login = _login(api_key, email, password, tokens)
        self._transport = AsyncTransport(
            http, api_key=api_key, login=login, policy=Policy(max_retries=max_retries)
        )
        super().__init__(self._transport)
        self.realtime = AsyncLiveRealtime(self._transport)

    def with_api_key(self, api_key: str) -> "AsyncVendue":
        """The same market for another caller, over the same connections; close this one only."""
        other = object.__new__(AsyncVendue)
        other._transport = self._transport.for_key(api_key)
        AsyncMarket.__init__(other, other._transport)
        other.realtime = AsyncLiveRealtime(other._transport)
        return other

    async def history_of(self, lot_id: UUID | str) -> HistoryRecord:
        """Download all that the offline check of a lot's history needs (`history.checking`)."""
        return await HistoryRecord.download_async(self._transport, lot_id)

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=50)


def _base_url(given: str | None) -> str:
    return given or os.environ.get("VENDUE_BASE_URL") or LOCAL_MARKET


def _login(
    api_key: str | None, email: str | None, password: str | None, tokens: TokenStore | None
) -> Login | None:
    if (email is None) != (password is None):
        raise ValueError("Give both email and password, or neither.")
    if email is None and tokens is None:
        return None
    if api_key is not None:
        raise ValueError("Give an API key or a person's credentials, not both.")
    return Login(store=tokens or MemoryTokenStore(), email=email, password=password)
