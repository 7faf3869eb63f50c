"""Telling those who listen live: at once by the process that committed, and again by the relay."""

from collections.abc import Iterable

from vendue.platform.gateways import subscribers as gateway
from vendue.platform.services.outbox import Row

PREFIX = gateway.PREFIX
_ANNOUNCER = gateway.Announcer()


def announce(rows: Iterable[Row]) -> None:
    """Tell subscribers of public events whose rows are committed. Never waits, never raises.

    Only to be early: the relay delivers every row, and duplicates are dropped by who hears them.
    """
    _ANNOUNCER.announce((channel, text) for _, _, channel, text, _ in rows if channel)
