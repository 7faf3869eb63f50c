"""The front of what is live: ``vendue.realtime``, for threads and for event loops."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from typing import cast
from uuid import UUID

import websockets.sync.client
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from vendue_sdk._generated.events import AuctionMessage, LotMessage, Message, OwnMessage
from vendue_sdk._generated.resources.meta import AsyncMeta, Meta
from vendue_sdk._generated.resources.realtime import AsyncRealtime, Realtime
from vendue_sdk.errors import ConnectionFailed, NotLive, TryLater
from vendue_sdk.realtime.following import Following, Pauses, refusal_of_close
from vendue_sdk.transport import AsyncTransport, Transport

_LONGEST_MESSAGE = 2**20
#: What a new connection may mend.
_PASSES = (OSError, WebSocketException, ConnectionFailed, TryLater)


class LiveRealtime(Realtime):
    """What happens, as it happens. Each loop has a connection of its own, and keeps it up."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        self._is_guest = transport.is_guest
        self._meta = Meta(transport)

    def lot(self, lot_id: UUID | str) -> Iterator[LotMessage]:
        """Everything that happens to a lot: first how it stands, then each fact once, in order.

        A connection that is lost is made again, and goes on where it was. Raises ``ApiProblem`` for
        a lot that is not there, ``NotLive`` where the market tells nothing live.
        """
        return cast("Iterator[LotMessage]", self.follow(f"lots.{lot_id}"))

    def auction(self, auction_id: UUID | str) -> Iterator[AuctionMessage]:
        """What concerns an auction as a whole, from now on. Raises as ``lot`` does."""
        return cast("Iterator[AuctionMessage]", self.follow(f"auctions.{auction_id}"))

    def me(self) -> Iterator[OwnMessage]:
        """What concerns the caller alone, from now on. Raises as ``lot`` does."""
        return cast("Iterator[OwnMessage]", self.follow("me"))

    def follow(self, *channels: str) -> Iterator[Message]:
        """Several channels over one connection, as they come."""
        following, pauses = Following(channels), Pauses()
        while True:
            try:
                for message in self._hear(following):
                    pauses.reset()
                    yield message
            except _PASSES as failure:
                _raise_what_stays(failure)
            time.sleep(pauses.next())

    def _hear(self, following: Following) -> Iterator[Message]:
        with websockets.sync.client.connect(
            self._address(), compression=None, max_size=_LONGEST_MESSAGE
        ) as socket:
            for request in following.requests():
                socket.send(request)
            for text in socket:
                taken = following.take(text)
                if taken.reply is not None:
                    socket.send(taken.reply)
                if taken.message is not None:
                    yield taken.message

    def _address(self) -> str:
        if self._is_guest:
            return _address(self._meta.get().realtime_url)
        given = self.create_ticket()
        return _address(given.realtime_url, given.ticket)


class AsyncLiveRealtime(AsyncRealtime):
    """What happens, as it happens. Each loop has a connection of its own, and keeps it up."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        self._is_guest = transport.is_guest
        self._meta = AsyncMeta(transport)

    def lot(self, lot_id: UUID | str) -> AsyncIterator[LotMessage]:
        """Everything that happens to a lot: first how it stands, then each fact once, in order.

        A connection that is lost is made again, and goes on where it was. Raises ``ApiProblem`` for
        a lot that is not there, ``NotLive`` where the market tells nothing live.
        """
        return cast("AsyncIterator[LotMessage]", self.follow(f"lots.{lot_id}"))

    def auction(self, auction_id: UUID | str) -> AsyncIterator[AuctionMessage]:
        """What concerns an auction as a whole, from now on. Raises as ``lot`` does."""
        return cast("AsyncIterator[AuctionMessage]", self.follow(f"auctions.{auction_id}"))

    def me(self) -> AsyncIterator[OwnMessage]:
        """What concerns the caller alone, from now on. Raises as ``lot`` does."""
        return cast("AsyncIterator[OwnMessage]", self.follow("me"))

    async def follow(self, *channels: str) -> AsyncIterator[Message]:
        """Several channels over one connection, as they come."""
        following, pauses = Following(channels), Pauses()
        while True:
            try:
                async for message in self._hear(following):
                    pauses.reset()
                    yield message
            except _PASSES as failure:
                _raise_what_stays(failure)
            await asyncio.sleep(pauses.next())

    async def _hear(self, following: Following) -> AsyncIterator[Message]:
        address = await self._address()
        async with connect(address, compression=None, max_size=_LONGEST_MESSAGE) as socket:
            for request in following.requests():
                await socket.send(request)
            async for text in socket:
                taken = following.take(text)
                if taken.reply is not None:
                    await socket.send(taken.reply)
                if taken.message is not None:
                    yield taken.message

    async def _address(self) -> str:
        if self._is_guest:
            return _address((await self._meta.get()).realtime_url)
        given = await self.create_ticket()
        return _address(given.realtime_url, given.ticket)


def _address(realtime_url: str | None, ticket: str | None = None) -> str:
    """Where to connect. A guest needs no ticket, and gets in while the market can give none."""
    if realtime_url is None:
        raise NotLive("This market tells nothing live.")
    return realtime_url if ticket is None else f"{realtime_url}?ticket={ticket}"


def _raise_what_stays(failure: Exception) -> None:
    """Raise what connecting again would not mend."""
    if isinstance(failure, ConnectionClosed):
        refusal = refusal_of_close(failure.rcvd.code if failure.rcvd is not None else None)
        if refusal is not None:
            raise refusal from failure
