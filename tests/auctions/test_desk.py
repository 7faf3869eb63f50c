"""The desk's own promises: who waits for whom, who is told what, and whose failure is whose."""

import threading
from collections.abc import Callable, Sequence

import psycopg
import pytest
from django.db import OperationalError, connection, transaction

from tests.factories import a_live_lot, an_actor
from tests.faults.plays import at_once
from vendue.auctions.errors import Busy, OutcomeUnknown
from vendue.auctions.models import LotFact, LotState
from vendue.auctions.services import bidding, settling
from vendue.auctions.services import desk as desks
from vendue.auctions.services.desk import Desk, Settle
from vendue.auctions.services.instructions import Instruction, Wish
from vendue.auctions.services.recording import Changes, Execute
from vendue.kernel.errors import InternalError, Unavailable
from vendue.kernel.ids import new_id
from vendue.platform.services.idempotency import StoredAnswer

ANSWER = StoredAnswer(201, "application/json", {}, b"{}")
Batch = Sequence[Instruction]


def an_instruction(**fields: object) -> Instruction:
    account_id = new_id()
    known = {
        "wish": Wish.BID,
        "lot_id": new_id(),
        "account_id": account_id,
        "maximum_minor": 5_000,
        "principal": f"account:{account_id}",
        "key": new_id().hex,
        "fingerprint": b"f" * 32,
        "instance": "/bids",
        "request_id": "a-request",
        "arrived": 0.0,
    }
    return Instruction(**{**known, **fields})


class Counter:
    """A desk whose first batch is held until the test lets it go; ``then`` decides the others."""

    def __init__(self, then: Settle) -> None:
        self.desk = Desk(self._settle)
        self.is_held, self.release = threading.Event(), threading.Event()
        self.told: dict[Instruction, StoredAnswer | Exception] = {}
        self._then = then
        self._threads: list[threading.Thread] = []

    def submit(self, *instructions: Instruction) -> None:
        """Let each come with a thread of its own, in this order."""
        for instruction in instructions:
            thread = threading.Thread(target=self._submit, args=(instruction,))
            self._threads.append(thread)
            thread.start()
            _wait_until(lambda i=instruction: i in self.desk._queue or i.is_settled or self._first)

    def finish(self) -> None:
        """Let the first batch go and wait for everybody."""
        self.release.set()
        for thread in self._threads:
            thread.join(5)
            assert not thread.is_alive()

    @property
    def _first(self) -> bool:
        return len(self._threads) == 1 and self.is_held.is_set()

    def _submit(self, instruction: Instruction) -> None:
        try:
            self.told[instruction] = self.desk.submit(instruction)
        except Exception as error:  # noqa: BLE001 - whatever it was told, the test looks at it
            self.told[instruction] = error

    def _settle(self, batch: Batch) -> Sequence[Batch]:
        if not self.is_held.is_set():
            self.is_held.set()
            self.release.wait(5)
            return answer_all(batch)
        return list(self._then(batch))


def answer_all(batch: Batch) -> Sequence[Batch]:
    for instruction in batch:
        instruction.answer = ANSWER
    return []


def _wait_until(happened: Callable[[], object]) -> None:
    for _ in range(500):
        if happened():
            return
        threading.Event().wait(0.01)
    raise AssertionError("it did not happen")


def test_those_who_come_while_the_desk_is_busy_are_settled_together():
    batches: list[Batch] = []

    def settle(batch: Batch) -> Sequence[Batch]:
        batches.append(batch)
        return answer_all(batch)

    counter, later = Counter(settle), [an_instruction() for _ in range(3)]
    counter.submit(an_instruction(), *later)
    counter.finish()
    assert batches == [later]
    assert list(counter.told.values()) == [ANSWER] * 4


def test_a_full_desk_says_so_at_once_and_counts_who_is_being_decided(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(desks, "PLACES", 3)
    counter, late = Counter(answer_all), an_instruction()
    counter.submit(*(an_instruction() for _ in range(3)))
    with pytest.raises(Busy):
        counter.desk.submit(late)
    assert not late.is_settled
    counter.finish()
    assert counter.desk.submit(late) == ANSWER


def test_whoever_was_never_taken_knows_that_nothing_was_done(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(desks, "PATIENCE_SECONDS", 0.05)
    counter, waiting = Counter(answer_all), an_instruction()
    counter.submit(an_instruction(), waiting)
    _wait_until(lambda: waiting in counter.told)
    assert isinstance(counter.told[waiting], Busy)
    counter.finish()
    assert not waiting.is_settled


def test_whoever_was_taken_and_not_answered_in_time_does_not_know(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(desks, "PATIENCE_SECONDS", 0.3)
    decided, stalled = threading.Event(), threading.Event()

    def stall(batch: Batch) -> Sequence[Batch]:
        decided.set()
        stalled.wait(5)
        return answer_all(batch)

    counter, clerk, other = Counter(stall), an_instruction(), an_instruction()
    counter.submit(an_instruction(), clerk, other)
    counter.release.set()
    assert decided.wait(5)
    _wait_until(lambda: other in counter.told)
    stalled.set()
    counter.finish()
    assert isinstance(counter.told[other], OutcomeUnknown)
    assert counter.told[clerk] == ANSWER


def test_an_answer_does_not_wait_for_what_was_set_aside():
    held, released = an_instruction(), threading.Event()

    def settle(batch: Batch) -> Sequence[Batch]:
        if len(batch) == 1:
            released.wait(5)
            return answer_all(batch)
        answer_all([instruction for instruction in batch if instruction is not held])
        return [[held]]

    counter, free = Counter(settle), an_instruction()
    counter.submit(an_instruction(), held, free)
    counter.release.set()
    _wait_until(lambda: free in counter.told)
    assert held not in counter.told
    released.set()
    counter.finish()
    assert counter.told[held] == ANSWER


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (KeyError("a fault of ours"), KeyError),
        (psycopg.DataError("not storable"), InternalError),
    ],
)
def test_what_fails_with_one_is_no_others_failure(error: Exception, told: type[Exception]):
    faulty = an_instruction()

    def settle(batch: Batch) -> Sequence[Batch]:
        if faulty in batch:
            raise error
        return answer_all(batch)

    counter, others = Counter(settle), [an_instruction() for _ in range(2)]
    counter.submit(an_instruction(), others[0], faulty, others[1])
    counter.finish()
    assert isinstance(counter.told[faulty], told)
    assert [counter.told[other] for other in others] == [ANSWER, ANSWER]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (psycopg.errors.LockNotAvailable("held"), Busy),
        (psycopg.OperationalError("gone"), OutcomeUnknown),
        (OperationalError("no connection to be had"), Unavailable),
    ],
)
def test_a_lot_in_trouble_refuses_its_own_bidders_alone(error: Exception, told: type[Exception]):
    held, others = an_instruction(), [an_instruction() for _ in range(2)]

    def settle(batch: Batch) -> Sequence[Batch]:
        if held in batch and len(batch) == 1:
            raise error
        if held in batch:
            return [[held], others]
        return answer_all(batch)

    counter = Counter(settle)
    counter.submit(an_instruction(), held, *others)
    counter.finish()
    assert isinstance(counter.told[held], told)
    assert [counter.told[other] for other in others] == [ANSWER, ANSWER]


def test_each_is_refused_with_an_error_of_its_own():
    def settle(_: Batch) -> Sequence[Batch]:
        raise psycopg.OperationalError

    counter, both = Counter(settle), [an_instruction(), an_instruction()]
    counter.submit(an_instruction(), *both)
    counter.finish()
    assert counter.told[both[0]] is not counter.told[both[1]]


@pytest.mark.django_db(transaction=True)
def test_only_a_lot_that_somebody_holds_is_set_aside():
    lots = [a_live_lot() for _ in range(3)]
    wanted = [lot.lot_id for lot in lots] + [new_id()]
    batch = [an_instruction(lot_id=lot_id, account_id=an_actor().id) for lot_id in wanted]
    is_held, release = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            LotState.objects.select_for_update(no_key=True).get(lot_id=lots[1].lot_id)
            is_held.set()
            release.wait(5)

    holder = at_once(hold)
    holder.start()
    assert is_held.wait(5)
    aside = bidding.clerk.settle(batch)
    release.set()
    holder.join()

    assert aside == [[batch[1]]]
    statuses = [i.answer.status if i.answer else None for i in batch]
    assert statuses == [201, None, 201, 404]
    assert bidding.clerk.settle(aside[0]) == []
    assert batch[1].answer is not None
    assert LotFact.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_a_desk_that_stops_in_the_middle_does_not_keep_its_lot(monkeypatch: pytest.MonkeyPatch):
    lot = a_live_lot()
    bid = an_instruction(lot_id=lot.lot_id, account_id=an_actor().id)
    write = Changes.write

    def stop_for_a_while(changes: Changes, execute: Execute) -> None:
        threading.Event().wait(0.5)
        write(changes, execute)

    with monkeypatch.context() as patch:
        patch.setattr(settling, "_LIMITS", settling._LIMITS.replace("5s", "50ms"))
        patch.setattr(Changes, "write", stop_for_a_while)
        with pytest.raises(psycopg.errors.IdleInTransactionSessionTimeout):
            bidding.clerk.settle([bid])
    assert bid.answer is None
    bidding.clerk.settle([bid])
    assert bid.answer is not None
    assert LotFact.objects.count() == 1


def test_who_came_first_is_decided_first_though_another_was_sooner_at_the_desk():
    decided: list[Instruction] = []

    def then(batch: Batch) -> list[Batch]:
        decided.extend(batch)
        for instruction in batch:
            instruction.answer = ANSWER
        return []

    counter = Counter(then)
    first, late, early = (an_instruction(arrived=at) for at in (1.0, 3.0, 2.0))
    counter.submit(first, late, early)
    counter.finish()
    assert decided[-2:] == [early, late]


@pytest.mark.django_db(transaction=True)
def test_the_clerks_connection_is_kept_and_another_taken_once_the_server_has_closed_it():
    lot = a_live_lot()
    pids = []
    for _ in range(3):
        bid = an_instruction(lot_id=lot.lot_id, account_id=an_actor().id, maximum_minor=5_000)
        bidding.clerk.settle([bid])
        assert bid.answer is not None
        pids.append(bidding.clerk._connection.ready().info.backend_pid)
        if len(pids) == 2:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pids[-1]])
    assert pids[0] == pids[1] != pids[2]
