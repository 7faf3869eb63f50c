"""The way from committed events to those who listen live: Valkey's channels.

A public channel carries the texts of its events, one to a line. What is for one account goes
through the channel layer instead, to the group of that name: only its own connections are in it.
"""

import asyncio
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from functools import partial
from threading import Event, Lock, Thread

import structlog
from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

from vendue.platform.gateways import valkey

#: What stands before a channel's name in Valkey.
PREFIX = "vendue:"
#: On this one it is said that something may have been lost on any of the others.
MISSED = "missed"
_PERSONAL = "me."
#: More than this waiting means that Valkey is slow; the relay delivers all of it anyway.
_MOST_WAITING = 20_000
#: The layer's connections wait for ever, as its subscribers must; who sends does not.
_PATIENCE_SECONDS = 1.0

#: A channel and the text of an event on it.
Line = tuple[str, str]

log = structlog.get_logger(__name__)


def tell(lines: Sequence[Line]) -> None:
    """Hand events to subscribers. Raises ``ValkeyDown``."""
    valkey.breaker().call(partial(_publish, lines))
    personal = [line for line in lines if line[0].startswith(_PERSONAL)]
    if personal:
        valkey.breaker().call(partial(async_to_sync(_send_to_groups), personal))


def say_that_some_was_missed() -> None:
    """Have everybody who listens read again. Raises ``ValkeyDown``."""
    valkey.breaker().call(lambda: valkey.client().publish(PREFIX + MISSED, b""))


def _publish(lines: Iterable[Line]) -> None:
    by_channel: dict[str, list[str]] = defaultdict(list)
    for channel, text in lines:
        if not channel.startswith(_PERSONAL):
            by_channel[channel].append(text)
    if not by_channel:
        return
    pipeline = valkey.client().pipeline(transaction=False)
    for channel, texts in by_channel.items():
        pipeline.publish(PREFIX + channel, "\n".join(texts))
    pipeline.execute()


async def _send_to_groups(lines: Iterable[Line]) -> None:
    layer = get_channel_layer()
    assert layer is not None
    async with asyncio.timeout(_PATIENCE_SECONDS):
        for channel, text in lines:
            await layer.group_send(channel, {"type": "personal.event", "text": text})


class Announcer:
    """Tells subscribers of what was committed a moment ago, without making anybody wait.

    An accelerator: the relay tells them too, and whoever hears an event twice drops the second.
    """

    def __init__(self) -> None:
        self._waiting: deque[Line] = deque(maxlen=_MOST_WAITING)
        self._some = Event()
        self._starting = Lock()
        self._thread: Thread | None = None

    def announce(self, lines: Iterable[Line]) -> None:
        """Have these told, by a thread of its own. Never waits, never raises."""
        self._waiting.extend(lines)
        self._some.set()
        if self._thread is None:
            self._start()

    def _start(self) -> None:
        with self._starting:
            if self._thread is None:
                self._thread = Thread(target=self._run, name="announcer", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while True:
            self._some.wait()
            self._some.clear()
            lines = []
            while self._waiting:
                lines.append(self._waiting.popleft())
            try:
                valkey.breaker().call(partial(_publish, lines))
            except valkey.ValkeyDown:
                log.debug("not_announced", events=len(lines))
