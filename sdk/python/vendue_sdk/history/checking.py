"""Whether a history holds: its chain first, then every step that the shown amounts determine."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import rfc8785

from vendue_sdk.history.record import HistoryRecord, Json
from vendue_sdk.history.rules import Terms
from vendue_sdk.history.steps import decisions, faults
from vendue_sdk.history.view import View

#: What a fact's hash covers (rule 7). Members added to facts later are not among them.
HASHED = (
    "lot_id", "sequence", "epoch", "kind", "bidder", "leader", "amount_minor", "price_minor",
    "ends_at", "at", "voided_sequences", "result", "commitments", "previous_hash",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be, and at which fact. Sequence 0 stands for the terms."""

    sequence: int
    check: str
    detail: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a check. ``head`` is the last hash of a history that holds."""

    fault: Fault | None
    facts: int
    decisions: int
    head: str

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return self.fault is None


def check(record: HistoryRecord) -> Verdict:
    """Check a history; the verdict names the first thing that is wrong."""
    fault = next(_all_faults(record), None)
    groups = 0 if fault else sum(1 for _ in decisions(record.facts))
    head = "" if fault else str([digest(record.terms), *_hashes(record)][-1])
    return Verdict(fault, len(record.facts), groups, head)


def _hashes(record: HistoryRecord) -> list[Any]:
    return [fact["hash"] for fact in record.facts]


def digest(document: Any) -> str:
    """SHA-256 of the canonical form (RFC 8785), in hexadecimal."""
    return sha256(rfc8785.dumps(document)).hexdigest()


def _all_faults(record: HistoryRecord) -> Iterator[Fault]:
    try:
        yield from _chain(record)
        terms = Terms.of(record.terms)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        yield Fault(0, "terms", f"The published terms cannot be read: {error!r}.")
        return
    view = View(terms)
    for group in decisions(record.facts):
        sequence = group[0]["sequence"]
        try:
            for name, detail in faults(view, group):
                yield Fault(sequence, name, detail)
            view.take(group)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            yield Fault(sequence, "shape", f"The fact cannot be read: {error!r}.")
            return


def _chain(record: HistoryRecord) -> Iterator[Fault]:
    if record.terms.get("lot_id") != record.lot_id:
        yield Fault(0, "lot", "The terms are of another lot.")
    previous = digest(record.terms)
    for expected, fact in enumerate(record.facts, start=1):
        fault = _link_fault(fact, expected, previous, record.lot_id)
        if fault is not None:
            yield Fault(expected, *fault)
            return
        previous = fact["hash"]


def _link_fault(fact: Json, expected: int, previous: str, lot_id: str) -> tuple[str, str] | None:
    missing = [name for name in (*HASHED, "hash") if name not in fact]
    if missing:
        return "shape", f"{', '.join(missing)} missing."
    if fact["sequence"] != expected:
        return "sequence", f"Number {fact['sequence']} stands where {expected} should."
    if fact["lot_id"] != lot_id:
        return "lot", "The fact is of another lot."
    if fact["previous_hash"] != previous:
        return "link", "It is not bound to the fact before it."
    if fact["hash"] != digest({name: fact[name] for name in HASHED}):
        return "hash", "Its content is not what was hashed."
    return None
