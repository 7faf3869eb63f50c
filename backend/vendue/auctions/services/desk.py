"""The desk: bids that arrive while it is busy are decided together, in one transaction.

A row lock is held until its commit is on disk, so one lot serialises commits; only several bids
to a commit help. Each process has one desk. Whoever finds it free becomes the clerk, takes what
waits for *any* lots, settles it and hands each waiter its own answer. Alone, a bid waits for
nobody. Waiters hold no database connection.
"""

import collections
import threading
from collections.abc import Callable, Iterable, Sequence

import psycopg
import structlog
from django.db import OperationalError as DatabaseAway
from django.db import connection
from prometheus_client import Histogram

from vendue.auctions.errors import Busy, OutcomeUnknown
from vendue.auctions.services.instructions import Instruction
from vendue.kernel.errors import InternalError, Unavailable
from vendue.platform.services.idempotency import StoredAnswer

MOST_AT_ONCE = 64
#: Places, waiting and being decided together. A process with more threads than this says at once
#: that its desk is full; one with fewer lets requests wait in its server (docs/adr/0010).
PLACES = 64
PATIENCE_SECONDS = 5.0

#: Decides a batch in one transaction. Returns what it set aside, in batches of their own.
Settle = Callable[[Sequence[Instruction]], Iterable[Sequence[Instruction]]]

_BATCH = Histogram(
    "vendue_desk_batch", "Instructions settled at once.", buckets=(1, 2, 4, 8, 16, 32, 64)
)

log = structlog.get_logger(__name__)


class Desk:
    """One process's queue of instructions, and the rule by which a waiter becomes the clerk."""

    def __init__(self, settle: Settle) -> None:
        self._settle = settle
        self._mutex = threading.Lock()
        self._queue: collections.deque[Instruction] = collections.deque()
        self._busy = False
        self._taken_places = 0

    def submit(self, instruction: Instruction) -> StoredAnswer:
        """Have an instruction decided. Raises ``Busy`` at once when the desk is full.

        Raises ``OutcomeUnknown`` when no answer came in time or the commit's fate is not known:
        the same request with the same key then finds out. Raises ``Unavailable`` where the
        database cannot be reached, and ``Busy`` where the lot, or this desk, was held for too long.
        """
        _release_connection()
        is_clerk = self._enter(instruction)
        try:
            if not is_clerk and not instruction.turn.wait(PATIENCE_SECONDS):
                self._lose_patience(instruction)
            if not instruction.is_settled:
                self._serve()
        finally:
            with self._mutex:
                self._taken_places -= 1
        if instruction.failure is not None:
            raise instruction.failure
        assert instruction.answer is not None
        return instruction.answer

    def _enter(self, instruction: Instruction) -> bool:
        """Take a place in the queue. Returns whether the desk was free, so that one must serve."""
        with self._mutex:
            if self._taken_places >= PLACES:
                raise Busy
            self._taken_places += 1
            self._queue.append(instruction)
            is_clerk = not self._busy
            self._busy = True
        return is_clerk

    def _lose_patience(self, instruction: Instruction) -> None:
        """Leave, unless the turn has just come: whoever was told to serve must."""
        with self._mutex:
            if instruction.turn.is_set():
                return
            if instruction in self._queue:
                self._queue.remove(instruction)
                raise Busy
        raise OutcomeUnknown

    def _serve(self) -> None:
        """Be the clerk for one batch, then pass the desk on to the first who waits."""
        with self._mutex:
            batch = [self._queue.popleft() for _ in range(min(MOST_AT_ONCE, len(self._queue)))]
        # Threads overtake each other on the way to the desk; who came first is decided first.
        batch.sort(key=lambda instruction: instruction.arrived)
        try:
            _BATCH.observe(len(batch))
            self._settle_safely(batch)
        finally:
            # Whatever happened, nobody is left waiting, or would take the desk for free.
            _fail(batch, OutcomeUnknown)
            with self._mutex:
                self._busy = bool(self._queue)
                if self._queue:
                    self._queue[0].turn.set()

    def _settle_safely(self, batch: Sequence[Instruction]) -> None:
        """Settle a batch; what goes wrong with one instruction is no other's failure."""
        aside: Iterable[Sequence[Instruction]] = ()
        try:
            aside = self._settle(batch)
        except DatabaseAway as error:
            log.warning("desk_has_no_database", waiting=len(batch), error=type(error).__name__)
            _fail(batch, Unavailable)
        except psycopg.OperationalError as error:
            # The connection broke or a limit was hit; a commit may or may not have arrived.
            log.warning("desk_failed", waiting=len(batch), error=type(error).__name__)
            is_held = isinstance(error, psycopg.errors.LockNotAvailable)
            _fail(batch, Busy if is_held else OutcomeUnknown)
        except Exception as error:  # noqa: BLE001 - raised again for whom it belongs to
            # Somebody's row was not storable, or could not even be made.
            aside = _each_alone(batch, error)
        _hand_out(batch)
        for instructions in aside:
            self._settle_safely(instructions)


def _each_alone(batch: Sequence[Instruction], error: Exception) -> list[list[Instruction]]:
    """Batches of one, in which each finds out whose fault it was; for one alone it is known."""
    if len(batch) > 1:
        return [[instruction] for instruction in batch]
    if isinstance(error, psycopg.Error):
        log.error("desk_refused_by_database", exc_info=error)
        # It was rolled back, so the outcome is known: there is none.
        _fail(batch, InternalError)
    else:
        batch[0].failure = error
    return []


def _fail(batch: Sequence[Instruction], cause: Callable[[], Exception]) -> None:
    """Give a failure of its own to each that has neither answer nor failure, and tell them."""
    for instruction in batch:
        if not instruction.is_settled:
            instruction.failure = cause()
    _hand_out(batch)


def _hand_out(batch: Sequence[Instruction]) -> None:
    """Wake those who have their answer, while the clerk goes on with what was set aside."""
    for instruction in batch:
        if instruction.is_settled:
            instruction.turn.set()


def _release_connection() -> None:
    """Give the connection that authentication used back to the pool, unless a test holds it."""
    if connection.connection is not None and not connection.in_atomic_block:
        connection.close()
