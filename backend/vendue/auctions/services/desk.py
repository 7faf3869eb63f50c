"""The desk: bids that arrive while it is busy are decided together, in one transaction.

A row lock is held until its commit is on disk, so one lot serialises commits; only several bids
to a commit help. Each process has one desk. Whoever finds it free becomes the clerk, takes what
waits for *any* lots, settles it and hands each waiter its own answer. Alone, a bid waits for
nobody. Waiters hold no database connection.
"""

import collections
import threading
from collections.abc import Callable, Sequence

import psycopg
import structlog
from django.db import connection
from prometheus_client import Histogram

from vendue.auctions.errors import Busy, OutcomeUnknown
from vendue.auctions.services.instructions import Instruction
from vendue.platform.services.idempotency import StoredAnswer

MOST_AT_ONCE = 64
#: Fewer places than the process has threads, so that a full desk can still say that it is full.
PLACES = 80
PATIENCE_SECONDS = 5.0

_BATCH = Histogram(
    "vendue_desk_batch", "Instructions settled at once.", buckets=(1, 2, 4, 8, 16, 32, 64)
)

log = structlog.get_logger(__name__)


class Desk:
    """One process's queue of instructions, and the rule by which a waiter becomes the clerk."""

    def __init__(self, settle: Callable[[Sequence[Instruction]], None]) -> None:
        self._settle = settle
        self._mutex = threading.Lock()
        self._queue: collections.deque[Instruction] = collections.deque()
        self._busy = False

    def submit(self, instruction: Instruction) -> StoredAnswer:
        """Have an instruction decided. Raises ``Busy`` at once when the desk is full.

        Raises ``OutcomeUnknown`` when no answer came in time or the commit's fate is not known:
        the same request with the same key then finds out.
        """
        _release_connection()
        with self._mutex:
            if len(self._queue) >= PLACES:
                raise Busy
            self._queue.append(instruction)
            clerk = not self._busy
            self._busy = True
        if not clerk and not instruction.turn.wait(PATIENCE_SECONDS) and self._gave_up(instruction):
            raise OutcomeUnknown
        if instruction.answer is None and instruction.failure is None:
            self._serve()
        if instruction.failure is not None:
            raise instruction.failure
        assert instruction.answer is not None
        return instruction.answer

    def _gave_up(self, instruction: Instruction) -> bool:
        """Whether a waiter whose patience ended may leave; if its turn just came, it must serve."""
        with self._mutex:
            if instruction.turn.is_set():
                return False
            if instruction in self._queue:
                self._queue.remove(instruction)
            return True

    def _serve(self) -> None:
        """Be the clerk for one batch, then pass the desk on to the first who waits."""
        with self._mutex:
            batch = [self._queue.popleft() for _ in range(min(MOST_AT_ONCE, len(self._queue)))]
        try:
            _BATCH.observe(len(batch))
            self._settle_safely(batch)
        finally:
            with self._mutex:
                for instruction in batch:
                    instruction.turn.set()
                self._busy = bool(self._queue)
                if self._queue:
                    self._queue[0].turn.set()

    def _settle_safely(self, batch: Sequence[Instruction]) -> None:
        try:
            self._settle(batch)
        except psycopg.OperationalError as error:
            # The connection broke or a limit was hit; a commit may or may not have arrived.
            log.warning("desk_failed", waiting=len(batch), error=type(error).__name__)
            _drop_connection()
            _fail(
                batch,
                Busy() if isinstance(error, psycopg.errors.LockNotAvailable) else OutcomeUnknown(),
            )
        except psycopg.Error:
            # Somebody's row was not storable. Alone each finds out whose it was.
            _drop_connection()
            if len(batch) == 1:
                log.exception("desk_refused_by_database")
                _fail(batch, OutcomeUnknown())
            for instruction in batch if len(batch) > 1 else ():
                self._settle_safely([instruction])
        except Exception:
            _drop_connection()
            _fail(batch, OutcomeUnknown())
            raise


def _fail(batch: Sequence[Instruction], error: Busy | OutcomeUnknown) -> None:
    for instruction in batch:
        if instruction.answer is None:
            instruction.failure = error


def _release_connection() -> None:
    """Give the connection that authentication used back to the pool, unless a test holds it."""
    if connection.connection is not None and not connection.in_atomic_block:
        connection.close()


def _drop_connection() -> None:
    if connection.connection is not None and connection.connection.closed:
        connection.close()
