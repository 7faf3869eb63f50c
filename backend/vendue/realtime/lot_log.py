"""The facts of one lot in their order, as far as this process has heard of them.

Facts arrive twice, late, or not at all; what leaves here is every fact once, in order. Pure.
"""

from collections import deque
from collections.abc import Iterable
from typing import Any, NamedTuple

import orjson

#: As many as a client is sent one by one; whoever missed more is sent a snapshot.
MOST_MISSED = 200
#: Facts that came early and wait for those before them.
_MOST_EARLY = 2_000


class Fact(NamedTuple):
    """A lot event as it was published."""

    epoch: int
    sequence: int
    kind: str
    text: bytes

    @property
    def mark(self) -> str:
        """The place in the order, as a stream's event id."""
        return f"{self.epoch}:{self.sequence}"

    @property
    def state(self) -> dict[str, Any]:
        """The public state of the lot right after it."""
        state: dict[str, Any] = orjson.loads(self.text)["state"]
        return state


def fact_of(text: bytes) -> Fact:
    """The fact that an event's text tells of."""
    told = orjson.loads(text)
    return Fact(told["epoch"], told["sequence"], told["type"], text)


class LotLog:
    """One lot: where it stands, and the last facts that led there."""

    def __init__(self, state: dict[str, Any]) -> None:
        self.recent: deque[Fact] = deque(maxlen=MOST_MISSED)
        self._early: dict[int, Fact] = {}
        self.restart(state)

    def restart(self, state: dict[str, Any]) -> None:
        """Go on from a state as the database has it, without the facts that led there."""
        self._state = state
        self.epoch: int = state["epoch"]
        self.sequence: int = state["sequence"]
        self.recent.clear()
        self._early = {n: fact for n, fact in self._early.items() if n > self.sequence}

    @property
    def state(self) -> dict[str, Any]:
        """The public state after the last fact."""
        return self.recent[-1].state if self.recent else self._state

    @property
    def has_gap(self) -> bool:
        """Whether facts wait for one before them that did not come."""
        return bool(self._early)

    def hear(self, facts: Iterable[Fact]) -> list[Fact]:
        """Take facts in as they come. Returns those whose turn it is, each once and in order."""
        for fact in facts:
            if fact.sequence > self.sequence and len(self._early) < _MOST_EARLY:
                self._early[fact.sequence] = fact
        due = []
        while (fact_due := self._early.pop(self.sequence + 1, None)) is not None:
            due.append(fact_due)
            self.recent.append(fact_due)
            self.sequence, self.epoch = fact_due.sequence, fact_due.epoch
        return due

    def reaches(self, sequence: int) -> bool:
        """Whether every fact after this one is still at hand."""
        return sequence >= self.sequence or (
            bool(self.recent) and self.recent[0].sequence <= sequence + 1
        )

    def is_behind(self, epoch: int, sequence: int) -> bool:
        """Whether somebody has seen more than was heard here."""
        return sequence > self.sequence or epoch > self.epoch

    def is_within_reach(self, sequence: int) -> bool:
        """Whether the facts after this one are not at hand, and few enough to be fetched."""
        return not self.reaches(sequence) and self.sequence - sequence <= MOST_MISSED

    def remember(self, facts: Iterable[Fact]) -> None:
        """Take in older facts, read back from the history, up to what is at hand."""
        first = self.recent[0].sequence if self.recent else self.sequence + 1
        older = [fact for fact in facts if fact.sequence < first]
        if older and older[-1].sequence == first - 1:
            room = MOST_MISSED - len(self.recent)
            self.recent.extendleft(reversed(older[-room:] if room else []))

    def since(self, epoch: int, sequence: int) -> list[Fact] | None:
        """The facts after a position; ``None`` where only a snapshot leads on from there."""
        if self.is_behind(epoch, sequence) or not self.reaches(sequence):
            return None
        if sequence == self.sequence:
            return [] if epoch == self.epoch else None
        seen = next((fact for fact in self.recent if fact.sequence == sequence), None)
        if seen is not None and seen.epoch != epoch:
            return None
        return [fact for fact in self.recent if fact.sequence > sequence]
