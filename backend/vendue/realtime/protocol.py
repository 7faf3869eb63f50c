"""The server's side of a socket: uvicorn's, with a way for bytes that are frames already.

The hub writes one and the same frame to every socket, straight to its transport. Whoever does not
read is noticed by the transport's own limit, and no backlog grows.
"""

import socket
from asyncio import BaseTransport, Transport
from collections.abc import Callable
from typing import Any, cast

from typing_extensions import override
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

#: By this name a connection's scope holds its protocol, among the extensions.
EXTENSION = "vendue.frames"
#: What may wait for one client, in this process and in the kernel each.
MOST_WAITING_BYTES = 64 * 1024
_GOODBYE_SECONDS = 2.0


class FrameProtocol(WebSocketsSansIOProtocol):
    """A socket that takes whole frames."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fell_behind: Callable[[], None] | None = None
        self.caught_up: Callable[[], None] | None = None

    @override
    def connection_made(self, transport: BaseTransport) -> None:
        """Bound what waits for a client that does not read."""
        super().connection_made(transport)
        cast("Transport", transport).set_write_buffer_limits(high=MOST_WAITING_BYTES)
        raw = transport.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MOST_WAITING_BYTES)

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

    def write(self, frame: bytes) -> None:
        """Send a frame. Never waits; to a connection that is closing nothing is sent."""
        if self.handshake_complete and not (self.close_sent or self.transport.is_closing()):
            self.transport.write(frame)

    def end(self, code: int) -> None:
        """Close with a code; whoever does not answer soon is cut off."""
        if self.close_sent or self.disconnected:
            return
        self.conn.send_close(code)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": ""})
        self.close_timer = self.loop.call_later(_GOODBYE_SECONDS, self.transport.abort)
        if self.read_paused:
            self.read_paused = False
            self.transport.resume_reading()
