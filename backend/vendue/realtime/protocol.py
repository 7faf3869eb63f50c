"""The server's side of a connection: uvicorn's, with a way for bytes that are frames already.

The hub writes one and the same frame to every socket, straight to its transport. Whoever does not
read is noticed by the transport's own limit, and no backlog grows. Nor does a connection outlive
its end: asyncio closes one only when everything was read, and a client may never read.
"""

import asyncio
import socket
from asyncio import AbstractEventLoop, BaseTransport, TimerHandle, Transport
from collections.abc import Callable
from typing import Any, cast

from typing_extensions import override
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request
from websockets.protocol import State

#: By this name a socket's scope holds its protocol, among the extensions.
EXTENSION = "vendue.frames"
#: By this name a request's scope holds its protocol, in the state.
CONNECTION = "connection"
#: What may wait for one client, in this process and in the kernel each.
MOST_WAITING_BYTES = 64 * 1024
#: Whoever has not read in so long what waits for it is cut off.
PATIENCE_SECONDS = 10.0
#: So long a client may take to read what was sent before the end.
GOODBYE_SECONDS = 2.0


class HastyTransport:
    """A transport that, once told to close, is closed soon, read or not."""

    def __init__(self, transport: Transport, loop: AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        # The way of every frame: no look-up stands in it.
        self.write = transport.write
        self.is_closing = transport.is_closing

    def close(self) -> None:
        """Close when everything was read, and soon in any case."""
        if not self.is_closing():
            self._loop.call_later(GOODBYE_SECONDS, self._transport.abort)
        self._transport.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class RequestProtocol(H11Protocol):
    """A request over HTTP: a stream, or a handshake, which hands its transport on to a socket."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.app_state = {**self.app_state, CONNECTION: self}
        #: The process is told to end.
        self.going_down = asyncio.Event()
        self._patience: TimerHandle | None = None

    @override
    def connection_made(self, transport: BaseTransport) -> None:
        """Bound what waits for a client that does not read, and for how long."""
        given = cast("Transport", transport)
        super().connection_made(cast("Transport", HastyTransport(given, self.loop)))
        given.set_write_buffer_limits(high=MOST_WAITING_BYTES)
        raw = given.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MOST_WAITING_BYTES)

    @override
    def pause_writing(self) -> None:
        """The client does not read as fast as it is sent, and has some time to."""
        super().pause_writing()
        self._patience = self.loop.call_later(PATIENCE_SECONDS, self.transport.abort)

    @override
    def resume_writing(self) -> None:
        """The client has read what waited for it."""
        super().resume_writing()
        if self._patience is not None:
            self._patience.cancel()

    @override
    def eof_received(self) -> None:
        """The client sends no more; asyncio by itself would wait until it has read everything."""
        self.transport.close()

    @override
    def shutdown(self) -> None:
        """End when the answer is complete, and let a stream know that it is time to."""
        self.going_down.set()
        if self.transport.is_closing():
            self.transport.abort()
        else:
            super().shutdown()

    def cut(self) -> None:
        """Give up a client that does not read."""
        self.transport.abort()


class FrameProtocol(WebSocketsSansIOProtocol):
    """A socket that takes whole frames. Its transport is that of a ``RequestProtocol``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fell_behind: Callable[[], None] | None = None
        self.caught_up: Callable[[], None] | None = None

    @override
    def handle_connect(self, event: Request) -> None:
        """Hand the application this protocol along with the connection."""
        super().handle_connect(event)
        if self.handshake_initiated and not self.handshake_complete:
            extensions = cast("dict[str, Any]", self.scope["extensions"])
            extensions[EXTENSION] = self

    @override
    def pause_writing(self) -> None:
        """The client does not read as fast as it is sent."""
        super().pause_writing()
        if self.fell_behind is not None:
            self.fell_behind()

    @override
    def resume_writing(self) -> None:
        """The client has read what waited for it."""
        super().resume_writing()
        if self.caught_up is not None:
            self.caught_up()

    @override
    def eof_received(self) -> None:
        """The client sends no more; asyncio by itself would wait until it has read everything."""
        self.transport.close()

    @override
    def shutdown(self) -> None:
        """Say that the process ends, unless the connection is at its end already."""
        if self.transport.is_closing():
            self._cut()
        else:
            super().shutdown()

    def write(self, frame: bytes) -> None:
        """Send a frame. Never waits; to a connection that is closing nothing is sent."""
        if self.handshake_complete and not (self.close_sent or self.transport.is_closing()):
            self.transport.write(frame)

    def end(self, code: int) -> None:
        """Close with a code; whoever does not answer soon is cut off."""
        if self.close_sent or self.disconnected:
            return
        if self.transport.is_closing() or self.conn.state is not State.OPEN:
            # The client has closed and not read to the end: there is no way to tell it anything.
            self._cut()
            return
        self.conn.send_close(code)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": ""})
        self.close_timer = self.loop.call_later(GOODBYE_SECONDS, self.transport.abort)
        if self.read_paused:
            self.read_paused = False
            self.transport.resume_reading()

    def _cut(self) -> None:
        self.stop_keepalive()
        self.transport.abort()
