"""Many sockets that cost little: for counting what comes, and for the time it took to come."""

import asyncio
import base64
import json
import os
import socket
import struct
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import orjson

HOST = "127.0.0.1"
#: Stands once in every event of a bid, and in no other message.
COUNTED = b'"amount_minor"'
#: First bytes of whole frames (RFC 6455, 5.2).
_TEXT, _PING, _PONG = 0x81, 0x89, 0x8A


@dataclass(slots=True)
class Arrival:
    """When something was told. It is read afterwards, so that reading holds up no other viewer."""

    at: float
    text: bytes

    def sequence(self) -> int | None:
        """Up to which fact it told of; none, if of no fact."""
        told = orjson.loads(self.text)
        return told.get("last_sequence", told.get("sequence"))


@dataclass(slots=True)
class Viewer(asyncio.Protocol):
    """One socket on a lot."""

    lot_id: UUID
    keeps_times: bool = False
    count: int = 0
    arrivals: list[Arrival] = field(default_factory=list)
    is_open: bool = False
    _pending: bytes = b""
    _transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write(
            f"GET /realtime/v1 HTTP/1.1\r\nHost: {HOST}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
            "Sec-WebSocket-Version: 13\r\n\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        if not self.is_open:
            head, end, data = (self._pending + data).partition(b"\r\n\r\n")
            self._pending = b"" if end else head
            if not end:
                return
            assert head.startswith(b"HTTP/1.1 101"), head
            self.is_open = True
            self._say({"type": "subscribe", "channel": f"lots.{self.lot_id}"})
        if self.keeps_times:
            self._read(data)
        else:
            known = self._pending.count(COUNTED)
            data = self._pending + data
            self.count += data.count(COUNTED) - known
            self._pending = data[-len(COUNTED) + 1 :]

    def close(self) -> None:
        """Hang up."""
        assert self._transport is not None
        self._transport.abort()

    def stop_reading(self) -> None:
        """Let everything lie from here on, with little room for it to lie in."""
        assert self._transport is not None
        wire: socket.socket = self._transport.get_extra_info("socket")
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        self._transport.pause_reading()

    def _say(self, message: dict[str, Any]) -> None:
        self._send(_TEXT, json.dumps(message).encode())

    def _send(self, kind: int, text: bytes) -> None:
        assert self._transport is not None
        assert len(text) < 126
        # A mask of zeros leaves the text as it is.
        self._transport.write(struct.pack("!BBI", kind, 0x80 | len(text), 0) + text)

    def _read(self, data: bytes) -> None:
        now = time.time()
        data = self._pending + data
        while (frame := _frame(data)) is not None:
            kind, text, data = frame
            if kind == _PING:
                self._send(_PONG, text)
                continue
            if kind == _TEXT:
                self.arrivals.append(Arrival(now, text))
        self._pending = data


def _frame(data: bytes) -> tuple[int, bytes, bytes] | None:
    """The first frame's kind and text, and what follows it."""
    if len(data) < 2:
        return None
    length, start = data[1], 2
    if length == 126:
        if len(data) < 4:
            return None
        length, start = int.from_bytes(data[2:4], "big"), 4
    if len(data) < start + length:
        return None
    return data[0], data[start : start + length], data[start + length :]


async def viewers(
    port: int, lots: Sequence[UUID], count: int, *, keep_times: bool = False
) -> list[Viewer]:
    """So many sockets, spread over the lots, all of them subscribed."""
    loop = asyncio.get_running_loop()
    found: list[Viewer] = []
    for number in range(count):
        viewer = Viewer(lots[number % len(lots)], keep_times)
        await loop.create_connection(lambda viewer=viewer: viewer, HOST, port)
        found.append(viewer)
    await until(lambda: all(viewer.is_open for viewer in found))
    await asyncio.sleep(1)
    return found


async def until(done: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until it is so. Raises ``TimeoutError``."""
    async with asyncio.timeout(seconds):
        while not done():  # noqa: ASYNC110 - it counts in the transports' own callbacks
            await asyncio.sleep(0.001)
