"""Many sockets at once, in an event loop of their own beside the test."""

import asyncio
import contextlib
import json
import threading
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests.realtime.market import Live, sequence_of

Told = dict[str, Any]


class Crowd:
    """So many viewers of one lot. Whoever is cut off comes back and goes on where it was."""

    def __init__(self, live: Live, lot_id: UUID, count: int) -> None:
        self.told: list[list[Told]] = [[] for _ in range(count)]
        self.lost = 0
        self._live = live
        self._lot_id = lot_id
        self._connections: dict[int, ClientConnection] = {}
        self._over = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def has_come_to(self, sequence: int) -> bool:
        """Whether everybody knows how the lot stands after a fact."""
        return all(told and sequence_of(told[-1]) >= sequence for told in self.told)

    @property
    def connected(self) -> int:
        """How many are connected now."""
        return len(self._connections)

    async def watch(self) -> None:
        """Watch until told to stop."""
        self._loop = asyncio.get_running_loop()
        followers = [asyncio.create_task(self._follow(n)) for n in range(len(self.told))]
        await self._over.wait()
        for follower in followers:
            follower.cancel()
        await asyncio.gather(*followers, return_exceptions=True)

    def stop(self) -> None:
        """Hang up."""
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._over.set)

    async def _follow(self, number: int) -> None:
        while True:
            with contextlib.suppress(OSError, ConnectionClosed, TimeoutError):
                await self._hear(number)
                self.lost += 1
            # Whoever lost the connection at the same moment must not come back at the same one.
            await asyncio.sleep(0.2 + (number % 50) / 25)

    async def _hear(self, number: int) -> None:
        told = self.told[number]
        async with connect(self._live.url, compression=None, open_timeout=15) as connection:
            self._connections[number] = connection
            try:
                seen = {k: told[-1][k] for k in ("epoch", "sequence")} if told else {}
                request = {"type": "subscribe", "channel": f"lots.{self._lot_id}", **seen}
                await connection.send(json.dumps(request))
                async for text in connection:
                    message = json.loads(text)
                    if sequence_of(message) >= 0:
                        message["sequence"] = sequence_of(message)
                        told.append(message)
            finally:
                del self._connections[number]


@contextlib.contextmanager
def crowd(live: Live, lot_id: UUID, count: int) -> Iterator[Crowd]:
    """A crowd that watches for as long as the block lasts."""
    watching = Crowd(live, lot_id, count)
    thread = threading.Thread(target=lambda: asyncio.run(watching.watch()), daemon=True)
    thread.start()
    try:
        yield watching
    finally:
        watching.stop()
        thread.join(30)


def gaps(told: list[Told]) -> list[tuple[int, int]]:
    """Where a viewer was not told each fact exactly once: alone, summed up, or by a snapshot."""
    found, last = [], None
    for message in told:
        first = message.get("first_sequence", message["sequence"])
        if message["type"] != "lot.snapshot" and last is not None and first != last + 1:
            found.append((last, first))
        if message["type"] == "lot.snapshot" and last is not None and message["sequence"] < last:
            found.append((last, message["sequence"]))
        last = message["sequence"]
    return found
