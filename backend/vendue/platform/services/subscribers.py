"""Telling those who listen live: at once by the process that committed, and again by the relay.

What Valkey did not take from the relay is not told again. Lots notice by their sequence; for what
has none, everybody who listens is told to read again by the same relay, as soon as Valkey takes
that.
"""

from collections.abc import Iterable, Sequence
from threading import Event

import structlog

from vendue.platform.gateways import subscribers as gateway
from vendue.platform.gateways import valkey
from vendue.platform.services.outbox import Row

PREFIX = gateway.PREFIX
MISSED = gateway.MISSED
_ANNOUNCER = gateway.Announcer()
#: Set while events were lost and nobody knows.
_LOST = Event()

log = structlog.get_logger(__name__)


def tell(told: Sequence[gateway.Line]) -> None:
    """Tell subscribers, or keep in mind that they have to be told that they missed something."""
    try:
        gateway.tell(told)
    except valkey.ValkeyDown:
        _LOST.set()
        log.warning("subscribers_not_told", events=len(told))


def own_up() -> None:
    """Tell everybody who listens that something was missed, if that is so. To be called often."""
    if not _LOST.is_set():
        return
    try:
        gateway.say_that_some_was_missed()
    except valkey.ValkeyDown:
        return
    _LOST.clear()
    log.warning("subscribers_read_again")


def announce(rows: Iterable[Row]) -> None:
    """Tell subscribers of public events whose rows are committed. Never waits, never raises.

    Only to be early: the relay delivers every row, and duplicates are dropped by who hears them.
    """
    _ANNOUNCER.announce((channel, text) for _, _, channel, text, _ in rows if channel)
