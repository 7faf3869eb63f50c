"""The desk's connection to PostgreSQL: one to a process, kept from one batch to the next.

The pool tries a connection before it lends it. That is a round trip of its own, and among many
threads a turn at the interpreter to wait for as well: a third of a batch's time on a hot lot. A
kept connection is not tried: whether the server has hung up shows in its socket, unasked.
"""

import select
from typing import Any

import psycopg
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper


class DeskConnection:
    """Used by one clerk after the other, never by two at a time."""

    def __init__(self) -> None:
        self._kept: BaseDatabaseWrapper | None = None

    def ready(self) -> psycopg.Connection[Any]:
        """The connection, or another one where the server has closed it.

        Inside somebody's transaction it is that transaction's. Raises Django's
        ``OperationalError`` where the database cannot be reached.
        """
        if connection.in_atomic_block:
            return _raw(connection)
        if self._kept is None:
            self._kept = connection.copy()
            # Threads take turns as the clerk.
            self._kept.inc_thread_sharing()
        if self._kept.connection is not None and _is_spoken_to(self._kept.connection):
            self._kept.connection.close()
            self.give_back()
        self._kept.ensure_connection()
        return _raw(self._kept)

    def drop_if_broken(self) -> None:
        """Part with a connection that has failed; the next batch gets another."""
        kept = self._kept
        if kept is not None and kept.connection is not None and _raw(kept).closed:
            self.give_back()

    def give_back(self) -> None:
        """Return it to the pool, which keeps no broken one."""
        if self._kept is not None:
            self._kept.close()


def _raw(wrapper: BaseDatabaseWrapper) -> psycopg.Connection[Any]:
    raw: psycopg.Connection[Any] = wrapper.connection
    return raw


def _is_spoken_to(raw: psycopg.Connection[Any]) -> bool:
    """Whether the server has said something unasked: as a rule, that it has ended."""
    poll = select.poll()
    poll.register(raw.pgconn.socket, select.POLLIN)
    return bool(poll.poll(0))
