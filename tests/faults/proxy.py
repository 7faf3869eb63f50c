"""Between the API and PostgreSQL: a wire that can be cut or blocked at a chosen moment."""

import contextlib
import socket
import threading
from collections.abc import Iterator

HOST = "127.0.0.1"


class Wire:
    """Hands bytes on both ways. Every new connection to ``port`` is one to PostgreSQL."""

    def __init__(self, to_port: int) -> None:
        self._to_port = to_port
        self._listener = socket.create_server((HOST, 0))
        self._sockets: list[socket.socket] = []
        self._flows = threading.Event()
        self._flows.set()
        #: Once these bytes have gone to the server, its reply is swallowed and the wire is cut.
        self._last_words: bytes | None = None
        self.swallowed = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    def swallow_the_reply_to(self, words: bytes) -> None:
        """Cut the next connection that says this, after the server has done it."""
        self._last_words = words

    def block(self) -> None:
        """Let nothing through any more, and cut nothing."""
        self._flows.clear()

    def unblock(self) -> None:
        """Let everything through that waits."""
        self._flows.set()

    def close(self) -> None:
        """Cut everything."""
        self._flows.set()
        self._listener.close()
        for known in self._sockets:
            known.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection((HOST, self._to_port))
                self._sockets += [client, server]
                doomed = threading.Event()
                for source, target, asks in ((client, server, True), (server, client, False)):
                    threading.Thread(
                        target=self._carry, args=(source, target, doomed, asks), daemon=True
                    ).start()

    def _carry(
        self, source: socket.socket, target: socket.socket, doomed: threading.Event, asks: bool
    ) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65_536):
                self._flows.wait()
                if asks and self._last_words is not None and self._last_words in data:
                    self._last_words = None
                    doomed.set()
                if doomed.is_set() and not asks:
                    self.swallowed.set()
                    break
                target.sendall(data)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextlib.contextmanager
def a_wire(to_port: int) -> Iterator[Wire]:
    """A wire to a server of this machine."""
    wire = Wire(to_port)
    try:
        yield wire
    finally:
        wire.close()
