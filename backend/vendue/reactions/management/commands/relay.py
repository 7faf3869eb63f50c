"""``manage.py relay``: hands committed events to reactions and subscribers until stopped."""

import signal
from threading import Event
from time import monotonic
from typing import Any

import structlog
from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError, connection

from vendue.platform.services import relaying
from vendue.reactions import registry

_BUSY_SECONDS = 0.02
_IDLE_SECONDS = 0.2
_RETRY_EVERY_SECONDS = 1.0
_LONGEST_PAUSE_SECONDS = 5.0

log = structlog.get_logger(__name__)


class Command(BaseCommand):
    """One relay; many may run."""

    help = "Relay committed events to reactions and subscribers."

    def handle(self, *_: Any, **__: Any) -> None:
        """Run until SIGTERM or SIGINT."""
        serve(registry.load())


def serve(reactions: relaying.Reactions) -> None:
    """Relay until this process is told to stop; the batch at hand is finished first."""
    stop = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    run(reactions, stop)


def run(reactions: relaying.Reactions, stop: Event) -> None:
    """Relay until ``stop`` is set. A database that goes away is waited for, not died of."""
    pause = _IDLE_SECONDS
    retried = monotonic()
    while not stop.is_set():
        try:
            count = relaying.relay_batch(reactions)
            if monotonic() - retried > _RETRY_EVERY_SECONDS:
                relaying.retry_due(reactions)
                retried = monotonic()
        except (OperationalError, InterfaceError) as failure:
            log.warning("database_away", error=str(failure), pause_seconds=pause)
            connection.close()
            stop.wait(pause)
            pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)
            continue
        pause = _IDLE_SECONDS
        if count < relaying.BATCH:
            stop.wait(_BUSY_SECONDS if count else _IDLE_SECONDS)
    connection.close()
