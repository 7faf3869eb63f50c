"""What a check finds: violations, counted for each invariant, with a few examples."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

EXAMPLES = 5


class Invariant(StrEnum):
    """What must always hold of a market."""

    I1 = "I1"
    I2 = "I2"
    I3 = "I3"
    I4 = "I4"
    I5 = "I5"
    I6 = "I6"
    I7 = "I7"
    I8 = "I8"
    I9 = "I9"
    I10 = "I10"
    I11 = "I11"
    I14 = "I14"
    I15 = "I15"
    I17 = "I17"


MEANINGS: Mapping[Invariant, str] = {
    Invariant.I1: "within an epoch the price never falls",
    Invariant.I2: "no price above the leader's maximum; no secret in an event or an answer",
    Invariant.I3: "replaying the facts gives every price, leader, end, hash and stored figure",
    Invariant.I4: "sold means reserve reached, reserve_not_met that it was not",
    Invariant.I5: "one result for each closed lot, for the highest and earliest maximum",
    Invariant.I6: "sequences run from 1 without gaps, across epochs",
    Invariant.I7: "every acknowledged bid stands once; every fact has exactly one event",
    Invariant.I8: "the end never comes nearer and moves only by rule",
    Invariant.I9: "nothing is decided at or after the end in force, or out of turn",
    Invariant.I10: "acknowledged before sent means a lower sequence; no read is older than that",
    Invariant.I11: "the same key gives the same answer and at most one effect",
    Invariant.I14: "the audit chain and every lot's chain verify, through every head told before",
    Invariant.I15: "no accepted bid by a seller, its organisation's members, or while suspended",
    Invariant.I17: "money is an integer within bounds",
}


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that cannot be: where, and what is wrong with it."""

    subject: str
    detail: str


@dataclass(slots=True)
class Findings:
    """Everything found so far. Counts are whole; of the violations themselves a few are kept."""

    counts: Counter[Invariant] = field(default_factory=Counter)
    examples: dict[Invariant, list[Violation]] = field(default_factory=dict)
    #: How much was looked at: lots, facts, events, answers, told.
    checked: Counter[str] = field(default_factory=Counter)

    def add(self, invariant: Invariant, subject: str, detail: str) -> None:
        """Note a violation."""
        self.counts[invariant] += 1
        kept = self.examples.setdefault(invariant, [])
        if len(kept) < EXAMPLES:
            kept.append(Violation(subject, detail))

    def require(self, invariant: Invariant, subject: str, holds: bool, detail: str) -> bool:
        """Note a violation unless it holds. Returns whether it does."""
        if not holds:
            self.add(invariant, subject, detail)
        return holds

    @property
    def is_clean(self) -> bool:
        """Whether no invariant is violated."""
        return not self.counts

    def violated(self) -> frozenset[Invariant]:
        """The invariants that do not hold."""
        return frozenset(self.counts)

    def as_json(self) -> dict[str, Any]:
        """The report for programs."""
        return {
            "clean": self.is_clean,
            "checked": dict(sorted(self.checked.items())),
            "invariants": {
                invariant.value: {
                    "meaning": MEANINGS[invariant],
                    "violations": self.counts[invariant],
                    "examples": [
                        {"subject": example.subject, "detail": example.detail}
                        for example in self.examples.get(invariant, ())
                    ],
                }
                for invariant in Invariant
            },
        }
