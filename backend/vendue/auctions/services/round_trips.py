"""Several statements to PostgreSQL and back in one go: what the desk speaks instead of a cursor.

A cursor waits for the network at every statement, and in a process with many threads each wait is
a chance to stand in line for the interpreter again. Here the statements of a trip are written at
once and their answers read at once: two waits for a whole batch of bids. Everything else uses
Django's connection as usual.
"""

import select
import time
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NoReturn
from weakref import WeakKeyDictionary

import psycopg
from psycopg import errors, pq
from psycopg.adapt import Transformer

#: Longer than any statement may take; beyond it the server is not there.
PATIENCE_SECONDS = 10.0

Row = tuple[Any, ...]
_DONE = {pq.ExecStatus.TUPLES_OK, pq.ExecStatus.COMMAND_OK}
_prepared: WeakKeyDictionary[Any, set[bytes]] = WeakKeyDictionary()


class Transaction:
    """A transaction (a savepoint, inside another one) that goes forward in round trips.

    Parameters are texts: arrays and documents are written by the caller and cast in the SQL.
    """

    def __init__(self, raw: psycopg.Connection[Any]) -> None:
        self._raw = raw
        self._pgconn = raw.pgconn
        self._known = _prepared.setdefault(raw, set())
        self._is_synchronising = False
        #: For each answer under way: whether its rows are wanted, and the name it prepares.
        self._sent: list[tuple[bool, bytes | None]] = []
        nested = raw.info.transaction_status == pq.TransactionStatus.INTRANS
        self._begin, self._commit, self._rollback = (
            ("SAVEPOINT desk", "RELEASE SAVEPOINT desk", "ROLLBACK TO SAVEPOINT desk")
            if nested
            else ("BEGIN", "COMMIT", "ROLLBACK")
        )

    def __enter__(self) -> "Transaction":
        try:
            self._pgconn.enter_pipeline_mode()
            self._send(self._begin, (), wanted=False)
        except psycopg.Error:
            self._abandon()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._send(self._commit, (), wanted=False)
                self._travel()
                self._pgconn.exit_pipeline_mode()
        except psycopg.Error:
            self._abandon()
            raise
        if kind is not None:
            self._abandon()

    def send(self, sql: str, parameters: Sequence[str] = ()) -> None:
        """Have a statement go with the next trip; its rows are not waited for."""
        self._send(sql, parameters, wanted=False)

    def ask(self, *statements: tuple[str, Sequence[str]]) -> list[list[Row]]:
        """Send these, after whatever was to go along, and read the rows of each."""
        for sql, parameters in statements:
            self._send(sql, parameters, wanted=True)
        return self._travel()

    def _send(self, sql: str, parameters: Sequence[str], *, wanted: bool) -> None:
        text, name = _numbered(sql)
        if name not in self._known and (False, name) not in self._sent:
            self._pgconn.send_prepare(name, text)
            self._sent.append((False, name))
        self._pgconn.send_query_prepared(name, [p.encode() for p in parameters])
        self._sent.append((wanted, None))

    def _travel(self) -> list[list[Row]]:
        """Make the trip. Ends what was sent, so that the server counts how long it then waits."""
        self._synchronise()
        rows = self._receive()
        self._drain()
        return rows

    def _receive(self) -> list[list[Row]]:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self._pgconn.flush():
            self._wait(deadline, writing=True)
        sets = []
        for wanted, prepared in self._sent:
            result = self._result(deadline)
            if result.status not in _DONE:
                self._sent.clear()
                raise errors.error_from_result(result, self._raw.info.encoding)
            if prepared is not None:
                # It stays prepared even where the transaction fails.
                self._known.add(prepared)
            if wanted:
                sets.append(_rows(result, self._raw))
        self._sent.clear()
        return sets

    def _result(self, deadline: float) -> pq.abc.PGresult:
        """The next result. After each one of a statement comes an end that says nothing."""
        while True:
            self._read_up_to_something(deadline)
            result = self._pgconn.get_result()
            if result is not None:
                return result
            if time.monotonic() > deadline:
                self._give_up()

    def _read_up_to_something(self, deadline: float) -> None:
        while self._pgconn.is_busy():
            self._wait(deadline, writing=False)
            self._pgconn.consume_input()

    def _wait(self, deadline: float, *, writing: bool) -> None:
        poll = select.poll()
        poll.register(self._pgconn.socket, select.POLLOUT if writing else select.POLLIN)
        if not poll.poll(max(0, deadline - time.monotonic()) * 1_000):
            self._give_up()

    def _give_up(self) -> NoReturn:
        # With a server that is silent nothing can be undone: it does so itself, once it finds the
        # connection closed.
        self._raw.close()
        raise psycopg.OperationalError("PostgreSQL did not answer in time")

    def _synchronise(self) -> None:
        self._pgconn.pipeline_sync()
        self._is_synchronising = True

    def _drain(self) -> None:
        """Read up to the end of what was sent, whatever it says."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self._pgconn.flush():
            self._wait(deadline, writing=True)
        while self._is_synchronising:
            if self._result(deadline).status == pq.ExecStatus.PIPELINE_SYNC:
                self._is_synchronising = False

    def _abandon(self) -> None:
        """Leave nothing half done on the connection; close it where that cannot be had."""
        try:
            if not self._is_synchronising:
                self._synchronise()
            self._drain()
            if self._raw.info.transaction_status != pq.TransactionStatus.IDLE:
                self._pgconn.send_query_params(self._rollback.encode(), None)
                self._synchronise()
                self._drain()
            self._pgconn.exit_pipeline_mode()
            if any(prepared for _, prepared in self._sent):
                # Nobody read whether it was prepared, and a name can be prepared only once.
                self._raw.close()
        except psycopg.Error:
            self._raw.close()


def _rows(result: pq.abc.PGresult, raw: psycopg.Connection[Any]) -> list[Row]:
    transformer = Transformer(raw)
    transformer.set_pgresult(result)
    return transformer.load_rows(0, result.ntuples, tuple)


@lru_cache(maxsize=256)
def _numbered(sql: str) -> tuple[bytes, bytes]:
    """The statement with PostgreSQL's own placeholders, and the name it is prepared under."""
    parts = sql.split("%s")
    text = parts[0] + "".join(f"${n}{part}" for n, part in enumerate(parts[1:], 1))
    return text.encode(), b"desk_" + blake2b(text.encode(), digest_size=8).hexdigest().encode()
