"""What this process hears through Valkey: one subscription for each channel that is listened to.

Never silently: when the connection is lost the hub is told, and reads what it may have missed.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import structlog
from prometheus_client import Gauge
from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from vendue.platform.services.subscribers import MISSED, PREFIX

#: Processes tell each other how many watch.
VIEWERS = "viewers"
_CONFIRMED_WITHIN_SECONDS = 1.0
_QUIET_SECONDS = 5.0
_REST_SECONDS = 0.5
_UP = Gauge("vendue_realtime_bus_up", "Whether Valkey tells this process what happens.")

log = structlog.get_logger(__name__)


class Bus:
    """One connection that listens, made again whenever it is lost."""

    def __init__(
        self,
        url: str,
        *,
        heard: Callable[[str, bytes], None],
        came_up: Callable[[], None],
        came_late: Callable[[str], None],
    ) -> None:
        self.is_up = False
        self._heard = heard
        self._came_up = came_up
        self._came_late = came_late
        self._redis = Redis.from_url(
            url,
            socket_timeout=None,
            socket_connect_timeout=2,
            socket_keepalive=True,
            retry=Retry(NoBackoff(), 0),
        )
        self._pubsub: PubSub | None = None
        self._late: asyncio.Task[None] | None = None
        #: Every channel wanted, and what waits until Valkey has confirmed it.
        self._wanted: dict[str, asyncio.Future[None]] = {}
        #: Those that somebody went on without.
        self._unsure: set[str] = set()

    async def run(self) -> None:
        """Listen until cancelled."""
        while True:
            try:
                await self._listen()
            except (RedisError, OSError) as failure:
                if self.is_up:
                    log.warning("bus_lost", error=str(failure))
            finally:
                self._set_up(False)
                await self._hang_up()
            await asyncio.sleep(_REST_SECONDS)

    async def subscribe(self, channel: str) -> None:
        """Listen to a channel. Returns once that is sure, or cannot be had for the time being: when
        it is after all, ``came_late`` is called, for until then nothing was heard.
        """
        if channel not in self._wanted:
            self._wanted[channel] = asyncio.get_running_loop().create_future()
            await self._say(channel, wanted=True)
        confirmed = self._wanted[channel]
        if self.is_up:
            await asyncio.wait({confirmed}, timeout=_CONFIRMED_WITHIN_SECONDS)
        if not confirmed.done():
            self._unsure.add(channel)

    async def unsubscribe(self, channel: str) -> None:
        """Listen to a channel no more."""
        self._unsure.discard(channel)
        if self._wanted.pop(channel, None) is not None:
            await self._say(channel, wanted=False)

    async def publish(self, channel: str, data: bytes) -> None:
        """Tell other processes. What they do not hear does no harm."""
        with suppress(RedisError, OSError, TimeoutError):
            await asyncio.wait_for(self._redis.publish(PREFIX + channel, data), 1)

    async def close(self) -> None:
        """Let the connections go."""
        await self._hang_up()
        with suppress(RedisError, OSError):
            await self._redis.aclose()

    async def _listen(self) -> None:
        self._pubsub = self._redis.pubsub()
        loop = asyncio.get_running_loop()
        self._wanted = {name: loop.create_future() for name in self._wanted}
        # The last to be confirmed: once it is, all of them are.
        wanted = [PREFIX + name for name in (*self._wanted, MISSED, VIEWERS)]
        async with asyncio.timeout(_QUIET_SECONDS):
            await self._pubsub.subscribe(*wanted)
        quiet = False
        while True:
            message = await self._pubsub.get_message(timeout=_QUIET_SECONDS)
            if message is not None:
                quiet = False
                self._take(message)
            elif quiet:
                raise OSError("Valkey does not answer")
            else:
                quiet = True
                await self._pubsub.ping()

    def _take(self, message: dict[str, Any]) -> None:
        channel = (message["channel"] or b"").decode().removeprefix(PREFIX)
        if message["type"] == "message":
            self._heard(channel, message["data"])
        elif message["type"] == "subscribe":
            confirmed = self._wanted.get(channel)
            if confirmed is not None and not confirmed.done():
                confirmed.set_result(None)
            if channel in self._unsure:
                self._unsure.remove(channel)
                self._came_late(channel)
            if channel == VIEWERS:
                self._set_up(True)
                self._late = asyncio.create_task(self._subscribe_late())

    async def _subscribe_late(self) -> None:
        """Ask for what was wanted while the connection was being made; then all is well."""
        for name, confirmed in list(self._wanted.items()):
            if not confirmed.done():
                await self._say(name, wanted=True)
        self._came_up()

    async def _say(self, channel: str, *, wanted: bool) -> None:
        if self._pubsub is None or not self.is_up:
            return
        ask = self._pubsub.subscribe if wanted else self._pubsub.unsubscribe
        with suppress(RedisError, OSError):
            await ask(PREFIX + channel)

    def _set_up(self, is_up: bool) -> None:
        self.is_up = is_up
        _UP.set(is_up)

    async def _hang_up(self) -> None:
        if self._pubsub is not None:
            with suppress(RedisError, OSError):
                await self._pubsub.aclose()  # type: ignore[no-untyped-call]  # as redis has it
            self._pubsub = None
