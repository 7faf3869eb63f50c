"""A realtime process within the test's own: its waits can be made short, and its hub be seen."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

import uvicorn
from websockets.client import ClientProtocol
from websockets.uri import parse_uri

from tests.embedded.waiting import wait_until
from tests.live import HOST, free_port
from vendue.realtime import application
from vendue.realtime.hub import Hub
from vendue.realtime.protocol import FrameProtocol, RequestProtocol

T = TypeVar("T")


@dataclass
class Inside:
    """A server in a thread."""

    port: int
    server: uvicorn.Server
    hubs: list[Hub] = field(default_factory=list)
    #: How often the hub has failed, which ends a process of its own.
    failures: list[object] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"ws://{HOST}:{self.port}/realtime/v1"

    @property
    def hub(self) -> Hub:
        return self.hubs[0]

    @property
    def open_connections(self) -> int:
        """Connections that hold a descriptor, whoever is at their ends."""
        return sum(not each.disconnected for each in self.sockets()) + sum(
            isinstance(each, RequestProtocol) for each in self.server.server_state.connections
        )

    def within(self, act: Callable[[], T]) -> T:
        """Do something in the loop of the server."""

        async def done() -> T:
            return act()

        loop = self.server.servers[0].get_loop()
        return asyncio.run_coroutine_threadsafe(done(), loop).result(10)

    def sockets(self) -> list[FrameProtocol]:
        """The server's side of each socket."""
        connections = list(self.server.server_state.connections)
        return [each for each in connections if isinstance(each, FrameProtocol)]


@contextlib.contextmanager
def inside(monkeypatch: Any) -> Iterator[Inside]:
    """A server that is ready; patch its constants before."""
    port = free_port()
    running = Inside(port, uvicorn.Server(_config(port)))

    class Seen(Hub):
        def __init__(self, redis_url: str) -> None:
            super().__init__(redis_url)
            running.hubs.append(self)

    def note(working: asyncio.Task[None]) -> None:
        if not working.cancelled() and working.exception() is not None:
            running.failures.append(working.exception())

    monkeypatch.setattr(application, "Hub", Seen)
    monkeypatch.setattr(application, "_end_if_broken", note)
    thread = threading.Thread(target=running.server.run, daemon=True)
    thread.start()
    try:
        wait_until(lambda: running.server.started, within_seconds=30)
        yield running
    finally:
        running.server.should_exit = True
        thread.join(20)
        assert not thread.is_alive(), "it waits for somebody"


def _config(port: int) -> uvicorn.Config:
    return uvicorn.Config(
        application.application(),
        host=HOST,
        port=port,
        http=RequestProtocol,
        ws=FrameProtocol,
        ws_ping_interval=20,
        ws_ping_timeout=20,
        lifespan="on",
        log_config=None,
        timeout_graceful_shutdown=600,
    )


def plug_in(live: Any) -> socket.socket:
    """A connection that takes in little: what is not read, the server has to keep."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    connection.connect((HOST, live.port))
    return connection


class Deaf:
    """A client that speaks and never reads what it is told after the handshake."""

    def __init__(self, live: Any, ticket: str = "") -> None:
        self._socket = plug_in(live)
        self._protocol = ClientProtocol(parse_uri(f"{live.url}?ticket={ticket}"))
        self._protocol.send_request(self._protocol.connect())
        self._send()
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += self._socket.recv(1)
        self._protocol.receive_data(answer)

    def __enter__(self) -> "Deaf":
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def say(self, text: str) -> None:
        """Send a message."""
        self._protocol.send_text(text.encode())
        self._send()

    def say_goodbye(self) -> None:
        """Send a close, and keep the connection."""
        self._protocol.send_close(1000)
        self._send()

    def send_no_more(self) -> None:
        """Close one way: nothing follows, and nothing is read."""
        self._socket.shutdown(socket.SHUT_WR)

    def close_code(self) -> int | None:
        """Read all that was sent after all, up to the code of the close."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2**20)
        self._socket.settimeout(10)
        while self._protocol.close_rcvd is None and (data := self._socket.recv(65_536)):
            self._protocol.receive_data(data)
        return self._protocol.close_rcvd.code if self._protocol.close_rcvd else None

    def _send(self) -> None:
        self._socket.sendall(b"".join(self._protocol.data_to_send()))
