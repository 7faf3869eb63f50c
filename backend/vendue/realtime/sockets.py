"""One WebSocket as the hub knows it."""

import asyncio
from time import monotonic

from vendue.kernel.actor import Actor
from vendue.realtime.errors import CloseCode
from vendue.realtime.frames import Message
from vendue.realtime.hub import Hub
from vendue.realtime.protocol import PATIENCE_SECONDS, FrameProtocol

#: Messages that a client may send at once, and how many a second it may go on with.
BURST = 120
A_SECOND = 10


class Socket:
    """Delivers to one client; one that is slow is sent snapshots in place of a backlog."""

    def __init__(self, hub: Hub, protocol: FrameProtocol, actor: Actor) -> None:
        self.actor = actor
        self.channels: set[str] = set()
        self._hub = hub
        self._protocol = protocol
        self._is_behind = False
        self._patience: asyncio.TimerHandle | None = None
        self._allowance = float(BURST)
        self._asked_at = monotonic()
        protocol.fell_behind = self._fall_behind
        protocol.caught_up = self._catch_up

    def deliver(self, message: Message) -> None:
        """Send a message on, unless the client is behind."""
        if not self._is_behind:
            self._protocol.write(message.frame)

    def insist(self, message: Message) -> None:
        """Send a message on, even so."""
        self._protocol.write(message.frame)

    def may_ask(self) -> bool:
        """Count one message of the client. Returns whether it keeps within bounds."""
        now = monotonic()
        self._allowance = min(BURST, self._allowance + (now - self._asked_at) * A_SECOND) - 1
        self._asked_at = now
        return self._allowance >= 0

    async def is_read(self) -> None:
        """Wait until the client has read most of what was sent."""
        await self._protocol.writable.wait()

    def end(self, code: CloseCode) -> None:
        """Close the connection."""
        self._protocol.end(code)

    def release(self) -> None:
        """Let go of a connection that is closed."""
        self._protocol.fell_behind = self._protocol.caught_up = None
        if self._patience is not None:
            self._patience.cancel()

    def _fall_behind(self) -> None:
        self._is_behind = True
        if self._patience is None:
            loop = asyncio.get_running_loop()
            self._patience = loop.call_later(PATIENCE_SECONDS, self.end, CloseCode.TOO_SLOW)

    def _catch_up(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
        self._is_behind = False
        self._hub.catch_up(self)
