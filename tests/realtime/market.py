"""A realtime process on the test's database, and clients that keep what they are told."""

import contextlib
import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from websockets.sync.client import ClientConnection, connect

from embedded.processes import answers
from tests.embedded.waiting import wait_until
from tests.live import HOST, free_port, managing
from vendue.identity.services import tickets
from vendue.kernel.actor import Actor

Told = dict[str, Any]
_PATIENCE_SECONDS = 10


@dataclass(frozen=True)
class Live:
    """A realtime process that runs."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        return f"ws://{HOST}:{self.port}/realtime/v1"

    def kill(self) -> None:
        """End it as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)


@contextlib.contextmanager
def realtime(
    port: int | None = None, *, log: Path | None = None, **environment: str
) -> Iterator[Live]:
    """A realtime process that is ready."""
    port = port or free_port()
    given = {
        "VENDUE_REALTIME_HOST": HOST,
        "VENDUE_REALTIME_PORT": str(port),
        "VENDUE_REALTIME_PER_ADDRESS": "20000",
        **environment,
    }
    with managing("serve_realtime", log=log, **given) as process:
        wait_until(lambda: answers(HOST, port), within_seconds=60)
        yield Live(port, process)


@dataclass
class Client:
    """One connection; everything it was told is in ``told``."""

    connection: ClientConnection
    told: list[Told] = field(default_factory=list)

    def say(self, **message: Any) -> None:
        """Send a message."""
        self.connection.send(json.dumps(message))

    def subscribe(self, channel: str, **position: int) -> None:
        """Ask for a channel."""
        self.say(type="subscribe", channel=channel, **position)

    def watch(self, lot_id: UUID, **position: int) -> None:
        """Ask for a lot, and wait until it is had."""
        self.subscribe(f"lots.{lot_id}", **position)
        self.until(lambda told: told["type"] == "subscribed")

    def until(self, wanted: Callable[[Told], bool], seconds: float = _PATIENCE_SECONDS) -> Told:
        """Read up to the first message that is wanted. Raises ``TimeoutError`` without one."""
        while True:
            told: Told = json.loads(self.connection.recv(timeout=seconds))
            self.told.append(told)
            if wanted(told):
                return told

    def until_type(self, kind: str) -> Told:
        """Read up to the next message of a type."""
        return self.until(lambda told: told["type"] == kind)

    def until_sequence(self, sequence: int, seconds: float = _PATIENCE_SECONDS) -> Told:
        """Read up to what says how a lot stands after a fact."""
        return self.until(lambda told: sequence_of(told) >= sequence, seconds)

    def facts(self) -> list[int]:
        """The sequences it was told of as events, in the order of their coming."""
        return [told["sequence"] for told in self.told if is_event(told)]

    def closed(self) -> int:
        """Read to the end; the code of the close."""
        with contextlib.suppress(Exception):
            while True:
                self.told.append(json.loads(self.connection.recv(timeout=_PATIENCE_SECONDS)))
        code = self.connection.protocol.close_code
        assert code is not None
        return code


@contextlib.contextmanager
def client(
    live: Live, actor: Actor | None = None, *, ticket: str = "", path: str = "", **options: Any
) -> Iterator[Client]:
    """A connection; with an actor, under a ticket of theirs."""
    if actor is not None:
        ticket = tickets.issue(actor=actor).value
    address = f"{live.url}{path}?ticket={ticket}" if ticket else live.url + path
    with connect(address, compression=None, **options) as connection:
        yield Client(connection)


def is_event(told: Told) -> bool:
    """Whether a message tells of one fact of a lot."""
    return told["type"] in _FACTS


def sequence_of(told: Told) -> int:
    """Up to which fact a message tells how the lot stands; -1 for none."""
    return int(told.get("last_sequence", told.get("sequence", -1)))


_FACTS = {
    "lot.bid_placed",
    "lot.extended",
    "lot.reserve_met",
    "lot.bid_voided",
    "lot.bought",
    "lot.closed",
    "lot.cancelled",
}
