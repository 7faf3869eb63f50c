"""However facts arrive, each leaves once and in order; and nobody goes on from a wrong place."""

import json

from hypothesis import given
from hypothesis import strategies as st

from vendue.realtime.lot_log import MOST_MISSED, LotLog, fact_of

FACTS = 60


def a_fact(sequence, epoch=0):
    told = {"type": "lot.bid_placed", "epoch": epoch, "sequence": sequence}
    return fact_of(json.dumps({**told, "state": {"sequence": sequence, "epoch": epoch}}).encode())


def a_log(sequence=0, epoch=0):
    return LotLog({"epoch": epoch, "sequence": sequence})


@given(
    st.permutations([*range(1, FACTS + 1), *range(1, FACTS + 1, 3)]),
    st.lists(st.integers(1, FACTS), max_size=20),
)
def test_every_fact_leaves_once_and_in_order_however_they_come(arrivals, batches):
    log, left = a_log(), []
    waiting = [a_fact(sequence) for sequence in arrivals]
    for size in [*batches, FACTS * 2]:
        batch, waiting = waiting[:size], waiting[size:]
        left += [fact.sequence for fact in log.hear(batch)]
    assert left == list(range(1, FACTS + 1))
    assert not log.has_gap


@given(st.sets(st.integers(1, FACTS), min_size=1), st.integers(0, FACTS))
def test_a_fact_that_never_comes_holds_back_those_behind_it(missing, start):
    log = a_log(start)
    left = log.hear(a_fact(n) for n in range(1, FACTS + 1) if n not in missing)
    after = [n for n in sorted(missing) if n > start]
    end = after[0] - 1 if after else FACTS
    assert [fact.sequence for fact in left] == list(range(start + 1, end + 1))
    assert log.has_gap == any(n not in missing for n in range(end + 1, FACTS + 1))


@given(st.integers(0, 400), st.integers(0, 500), st.integers(0, 2))
def test_whoever_resumes_is_given_all_that_follows_or_a_snapshot(facts, seen, epoch):
    log = a_log()
    log.hear(a_fact(n) for n in range(1, facts + 1))
    missed = log.since(epoch, seen)
    if epoch or seen > facts or facts - seen > MOST_MISSED:
        assert missed is None
    else:
        assert [fact.sequence for fact in missed] == list(range(seen + 1, facts + 1))


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 40))
def test_facts_read_back_from_the_history_join_on_without_a_gap(before, read_from, heard):
    log = a_log(before)
    log.hear(a_fact(n) for n in range(before + 1, before + heard + 1))
    log.remember(a_fact(n) for n in range(read_from + 1, before + heard + 1))
    sequences = [fact.sequence for fact in log.recent]
    assert sequences == list(range(before + heard - len(sequences) + 1, before + heard + 1))
    assert len(sequences) <= MOST_MISSED


def test_nobody_goes_on_from_an_epoch_that_was_not_there():
    log = a_log()
    log.hear([a_fact(1), a_fact(2, epoch=1), a_fact(3, epoch=1)])
    assert log.since(0, 2) is None
    assert [fact.sequence for fact in log.since(0, 1)] == [2, 3]
    assert [fact.sequence for fact in log.since(1, 2)] == [3]
    assert log.since(0, 3) is None


def test_a_restart_keeps_what_came_early_and_drops_the_rest():
    log = a_log()
    log.hear([a_fact(5), a_fact(9)])
    log.restart({"epoch": 0, "sequence": 8})
    assert [fact.sequence for fact in log.hear([])] == [9]
