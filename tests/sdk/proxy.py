"""A line between client and market that loses answers when told to."""

import contextlib
import socket
import threading
from typing import Self

import httpx

from tests.live import HOST


class Proxy:
    """Passes bytes on; the market decides, and the client may never hear of it."""

    def __init__(self, market: httpx.URL) -> None:
        self._target = (market.host, market.port)
        self._listener = socket.create_server((HOST, 0))
        self._lock = threading.Lock()
        self._to_lose = 0
        self.answers = 0

    @property
    def url(self) -> str:
        """Where the client connects."""
        return f"http://{HOST}:{self._listener.getsockname()[1]}"

    def lose_answers(self, count: int = 1) -> None:
        """Hang up instead of passing on the next answers."""
        with self._lock:
            self._to_lose = count

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        with client, socket.create_connection(self._target) as market:
            threading.Thread(target=_pump, args=(client, market), daemon=True).start()
            while answer := market.recv(1_000_000):
                if answer.startswith(b"HTTP/"):
                    self.answers += 1
                    if self._loses():
                        break
                client.sendall(answer)
            for end in (client, market):
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def _loses(self) -> bool:
        with self._lock:
            self._to_lose -= 1
            return self._to_lose >= 0


def _pump(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(1_000_000):
            target.sendall(data)
