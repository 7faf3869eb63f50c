"""A lot as Server-Sent Events: the same messages, for who cannot keep a WebSocket."""

import asyncio
from collections import deque
from contextlib import suppress
from urllib.parse import parse_qs
from uuid import UUID

from vendue.kernel.actor import Actor
from vendue.kernel.errors import DomainError, InvalidRequest, MethodNotAllowed
from vendue.realtime.errors import CloseCode
from vendue.realtime.frames import Message
from vendue.realtime.gate import Receive, Scope, Send, refuse
from vendue.realtime.hub import Hub
from vendue.realtime.listeners import Position
from vendue.realtime.protocol import CONNECTION, GOODBYE_SECONDS, RequestProtocol

_MOST_WAITING = 256
_QUIET_SECONDS = 15.0
_RETRY_MILLISECONDS = 2_000


async def stream_lot(scope: Scope, receive: Receive, send: Send) -> None:
    """Serve one stream until its client goes away."""
    stream = Stream(scope["state"]["hub"], scope["actor"])
    try:
        if scope["method"] != "GET":
            raise MethodNotAllowed
        position = _position(scope)
        await stream.watch(UUID(str(scope["url_route"]["kwargs"]["lot_id"])), position)
    except DomainError as refusal:
        await refuse(scope, send, refusal)
        return
    try:
        await stream.serve(scope, receive, send)
    finally:
        stream.leave()


class Stream:
    """Delivers to one client; what it does not read in time gives way to a snapshot."""

    def __init__(self, hub: Hub, actor: Actor) -> None:
        self.actor = actor
        self.channels: set[str] = set()
        self._hub = hub
        self._waiting: deque[Message] = deque()
        self._some = asyncio.Event()
        self._is_behind = False
        self._over = asyncio.Event()

    def deliver(self, message: Message) -> None:
        """Send a message on, unless too much waits already."""
        if self._is_behind:
            return
        if len(self._waiting) >= _MOST_WAITING:
            self._waiting.clear()
            self._is_behind = True
        else:
            self._waiting.append(message)
        self._some.set()

    def insist(self, message: Message) -> None:
        """Send a message on, even so."""
        self._waiting.append(message)
        self._some.set()

    def end(self, _: CloseCode) -> None:
        """End the stream; there is no way to say why."""
        self._over.set()

    async def watch(self, lot_id: UUID, position: Position | None) -> None:
        """Begin to follow a lot. Raises ``NotFound`` or ``Unavailable``."""
        self._hub.listeners.add(self)
        try:
            await self._hub.watch_lot(self, lot_id, position)
        except BaseException:
            # However it ends, cancelled too: what stays with the hub stays there for ever.
            self.leave()
            raise

    def leave(self) -> None:
        """Follow nothing any more."""
        self._hub.leave_all(self)

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what comes until either side ends it. Whoever does not read is cut off below."""
        connection: RequestProtocol = scope["state"][CONNECTION]
        headers = _headers(_origin(scope))
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        telling = asyncio.create_task(self._tell(send))
        ends = [
            asyncio.create_task(end)
            for end in (_until_gone(receive), self._over.wait(), connection.going_down.wait())
        ]
        try:
            await asyncio.wait({telling, *ends}, return_when=asyncio.FIRST_COMPLETED)
            # It may be waiting for the client to read.
            telling.cancel()
            with suppress(asyncio.CancelledError):
                await telling
            await _say_goodbye(send, connection)
        finally:
            for task in (telling, *ends):
                task.cancel()

    async def _tell(self, send: Send) -> None:
        await _send(send, b"retry: %d\n\n" % _RETRY_MILLISECONDS)
        while True:
            await self._send_waiting(send)
            try:
                async with asyncio.timeout(_QUIET_SECONDS):
                    await self._some.wait()
            except TimeoutError:
                await _send(send, b": still here\n\n")

    async def _send_waiting(self, send: Send) -> None:
        self._some.clear()
        if self._is_behind:
            self._is_behind = False
            self._hub.catch_up(self)
        told = [_event(message) for message in self._waiting]
        self._waiting.clear()
        if told:
            await _send(send, b"".join(told))


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _say_goodbye(send: Send, connection: RequestProtocol) -> None:
    """Complete the answer; whoever does not read that far is cut off."""
    try:
        async with asyncio.timeout(GOODBYE_SECONDS):
            await send({"type": "http.response.body", "body": b""})
    except TimeoutError:
        connection.cut()


async def _send(send: Send, body: bytes) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": True})


def _event(message: Message) -> bytes:
    mark = f"id: {message.mark}\n" if message.mark else ""
    return f"{mark}event: {message.kind}\ndata: ".encode() + message.text + b"\n\n"


def _headers(origin: bytes | None) -> list[tuple[bytes, bytes]]:
    headers = [
        (b"content-type", b"text/event-stream"),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
    ]
    if origin is not None:
        # The gate has let this origin in.
        headers += [(b"access-control-allow-origin", origin), (b"vary", b"Origin")]
    return headers


def _origin(scope: Scope) -> bytes | None:
    return next((value for name, value in scope["headers"] if name == b"origin"), None)


def _position(scope: Scope) -> Position | None:
    """Where the client has come to, as it was told in an event's id. Raises ``InvalidRequest``.

    The header comes first: a browser that reconnects sends it to the address it first called,
    whose query is older.
    """
    header = next((v for name, v in scope["headers"] if name == b"last-event-id"), b"")
    query = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    given = header.decode("latin-1") or query.get("last_event_id", [""])[0]
    if not given:
        return None
    epoch, _, sequence = given.partition(":")
    if not (_is_number(epoch) and _is_number(sequence)):
        raise InvalidRequest("Send the last event's id as it was told: `<epoch>:<sequence>`.")
    return Position(int(epoch), int(sequence))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
