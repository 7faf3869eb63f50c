"""A client's record held against the market: what only somebody outside can know."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.factories import a_live_lot, an_actor
from tests.faults.plays import place
from tests.record import Record
from vendue.auctions.services.verification import checking
from vendue.auctions.services.verification.findings import Invariant
from vendue.auctions.services.verification.record import Told
from vendue.kernel.ids import new_id

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def record() -> Record:
    """Three bidders on one lot, each after the other."""
    record, lot = Record(), a_live_lot()
    for maximum_minor in (5_000, 6_000, 7_000):
        place(record, lot.lot_id, an_actor(), maximum_minor)
    return record


def with_the_last(record: Record, **changes: Any) -> list[Told]:
    *others, last = record.lines
    return [*others, last.model_copy(update=changes)]


def violated(told: list[Told]) -> frozenset[Invariant]:
    return checking.check(told).violated()


def test_a_true_record_is_clean(record: Record):
    assert violated(record.lines) == frozenset()


def test_an_acknowledged_bid_that_is_not_there_is_lost(record: Record):
    assert violated(with_the_last(record, bid_id=new_id())) == {Invariant.I7}


def test_an_acknowledged_bid_stands_where_it_was_told(record: Record):
    assert Invariant.I7 in violated(with_the_last(record, sequence=4))
    assert Invariant.I7 in violated(with_the_last(record, lot_id=new_id()))


def test_a_hash_told_once_stays_in_the_chain(record: Record):
    assert violated(with_the_last(record, hash="0" * 64)) == {Invariant.I14}


def test_one_key_is_told_one_answer(record: Record):
    last = record.lines[-1]
    other = last.model_copy(update={"body_sha256": "0" * 64})
    assert violated([*record.lines, last]) == frozenset()
    assert violated([*record.lines, other]) == {Invariant.I11}
    assert violated([*record.lines[:-1], other]) == {Invariant.I11}, "another one is kept"


def test_an_answer_that_may_change_is_no_second_answer(record: Record):
    last = record.lines[-1]
    for changes in (
        {"status": 503, "code": "busy"},
        {"status": 409, "code": "request_in_progress"},
        {"status": None, "acknowledged_at": None},
    ):
        nothing = {"bid_id": None, "sequence": None, "hash": None, "body_sha256": "0" * 64}
        early = last.model_copy(update=nothing | changes)
        assert violated([*record.lines[:-1], early, last]) == frozenset()


def test_one_bid_is_told_to_one_key(record: Record):
    doubled = record.lines[-1].model_copy(update={"key": "another"})
    assert Invariant.I11 in violated([*record.lines, doubled])


def test_what_was_sent_after_an_acknowledgement_comes_after_it(record: Record):
    first, *others = record.lines
    late = first.model_copy(update={"sent_at": 100, "acknowledged_at": 101})
    assert violated([late, *others]) == {Invariant.I10}


def test_a_repetition_counts_from_when_it_was_first_sent(record: Record):
    again = record.lines[0].model_copy(update={"sent_at": 100, "acknowledged_at": 101})
    assert violated([*record.lines, again]) == frozenset()


def test_a_read_is_not_older_than_what_was_acknowledged_before_it(record: Record):
    known = record.lines[-1].sequence
    assert known is not None
    read = Told(
        operation="get_lot_state",
        lot_id=record.lines[0].lot_id,
        sent_at=100,
        acknowledged_at=101,
        status=200,
        sequence=known,
    )
    assert violated([*record.lines, read]) == frozenset()
    older = read.model_copy(update={"sequence": known - 1})
    assert violated([*record.lines, older]) == {Invariant.I10}


def test_an_event_that_was_heard_was_committed(record: Record):
    heard = Told(
        operation="event",
        lot_id=record.lines[0].lot_id,
        sent_at=100,
        acknowledged_at=100,
        status=200,
        sequence=1,
        event_id=new_id(),
    )
    assert violated([*record.lines, heard]) == {Invariant.I7}


def test_the_command_reads_a_record(record: Record, tmp_path: Path):
    record.write(tmp_path / "record")
    call_command("verify", "--record", str(tmp_path / "record"), stdout=StringIO())

    record.lines[-1] = record.lines[-1].model_copy(update={"bid_id": new_id()})
    record.write(tmp_path / "record")
    shown = StringIO()
    with pytest.raises(CommandError, match=r"Violated: I7\."):
        call_command("verify", "--json", "--record", str(tmp_path / "record"), stdout=shown)
    assert json.loads(shown.getvalue())["checked"]["told"] == 3

    (tmp_path / "record").write_text('{"lot_id": 1}\n')
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("verify", "--record", str(tmp_path / "record"))
