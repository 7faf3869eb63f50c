"""A lot's facts checked by themselves, without the engine: order, time, price, end, leader, result.

What is computed here is computed the plain way, from all standing maxima: a second opinion.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from vendue.auctions.engine.figures import Fact, FactKind
from vendue.auctions.engine.rules import ExtensionMode
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.services.verification.findings import Findings, Invariant
from vendue.auctions.services.verification.reading import StoredChange, StoredFact
from vendue.kernel.lots import LotResult, ReserveStanding
from vendue.kernel.money import MAXIMUM_MINOR

_FACT_AMOUNTS = ("amount_minor", "price_minor", "maximum_minor")
_BEARS_A_DECISION = frozenset({FactKind.BID, FactKind.AUTOMATIC_BID, FactKind.PURCHASE})


@dataclass(frozen=True, slots=True)
class Secrets:
    """What nobody else may learn right after a fact, in minor units; ``None`` where it is known."""

    leader_maximum_minor: int | None
    unmet_reserve_minor: int | None

    def texts(self) -> frozenset[str]:
        """The secret amounts as they would stand in a text."""
        amounts = (self.leader_maximum_minor, self.unmet_reserve_minor)
        return frozenset(str(amount) for amount in amounts if amount is not None)


@dataclass(slots=True)
class Walk:
    """Goes along the facts of one lot and notes what cannot be."""

    lot_id: UUID
    terms: LotTerms
    findings: Findings
    reserve_minor: int | None
    changes: Sequence[StoredChange] = ()
    #: The standing bids: sequence -> (bidder, maximum).
    standing: dict[int, tuple[UUID, int]] = field(default_factory=dict)
    best: tuple[UUID, int] | None = None  # the leader by the maxima, and its maximum
    numbers: dict[UUID, int] = field(default_factory=dict)
    last: Fact | None = None
    ends_at: datetime = field(init=False)
    secrets: dict[int, Secrets] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ends_at = self.terms.ends_at

    def along(self, facts: Sequence[StoredFact]) -> None:
        """Check every fact in its place."""
        for position, stored in enumerate(facts, start=1):
            fact = stored.fact
            self._require(
                Invariant.I6, fact.sequence == position, fact, f"Its place is the {position}th."
            )
            self._lower_reserve_before(fact)
            self._in_turn(fact)
            self._open(fact)
            self._money(fact)
            self._take(fact)
            self._price(fact)
            self._end(fact)
            self._leader(fact)
            self._result(fact)
            self._remember(fact)
            self.last = fact

    def _require(self, invariant: Invariant, holds: bool, fact: Fact, detail: str) -> None:
        if not holds:
            self.findings.add(
                invariant, f"lot {self.lot_id} fact {fact.sequence} ({fact.kind})", detail
            )

    def _lower_reserve_before(self, fact: Fact) -> None:
        for change in self.changes:
            if change.after_sequence == fact.sequence - 1:
                self.reserve_minor = change.to_minor

    def _in_turn(self, fact: Fact) -> None:
        """Facts stand in the order of their decisions; epochs rise with voids alone."""
        last_at = self.last.at if self.last else fact.at
        self._require(
            Invariant.I9, fact.at >= last_at, fact, f"Decided at {fact.at}, before {last_at}."
        )
        epoch = (self.last.epoch if self.last else 0) + (fact.kind is FactKind.VOID)
        self._require(
            Invariant.I6,
            fact.epoch == epoch,
            fact,
            f"It belongs to epoch {epoch}, not {fact.epoch}.",
        )

    def _open(self, fact: Fact) -> None:
        ended = self.last is not None and self.last.result is not None
        self._require(Invariant.I9, not ended, fact, "It stands after the lot's result.")
        if fact.kind in _BEARS_A_DECISION:
            self._require(
                Invariant.I9,
                fact.at < self.ends_at,
                fact,
                f"{fact.at}; the end was {self.ends_at}.",
            )
            self._require(Invariant.I9, fact.at >= self.terms.starts_at, fact, "Not yet open.")
        elif fact.kind is FactKind.CLOSE:
            self._require(
                Invariant.I9,
                fact.at >= self.ends_at,
                fact,
                f"Closed before its end {self.ends_at}.",
            )

    def _money(self, fact: Fact) -> None:
        for name in _FACT_AMOUNTS:
            amount = getattr(fact, name)
            self._require(
                Invariant.I17,
                amount is None or (type(amount) is int and 1 <= amount <= MAXIMUM_MINOR),
                fact,
                f"{name} is {amount!r}.",
            )

    def _take(self, fact: Fact) -> None:
        """Know the maxima that stand after the fact."""
        if fact.kind is FactKind.BID and fact.bidder is not None and fact.maximum_minor:
            self._require(
                Invariant.I6,
                self.numbers.setdefault(fact.bidder, len(self.numbers) + 1) == fact.bidder_number,
                fact,
                f"bidder {fact.bidder_number} is not that bidder's number.",
            )
            self.standing[fact.sequence] = (fact.bidder, fact.maximum_minor)
            if (
                self.best is None
                or fact.bidder == self.best[0]
                or fact.maximum_minor > self.best[1]
            ):
                self.best = (fact.bidder, fact.maximum_minor)
        elif fact.kind is FactKind.VOID:
            for sequence in fact.voided_sequences:
                found = self.standing.pop(sequence, None)
                self._require(
                    Invariant.I3, found is not None, fact, f"Bid {sequence} did not stand."
                )
            self.best = self._highest_and_earliest()
        elif fact.kind is FactKind.PURCHASE and fact.bidder is not None:
            self.numbers.setdefault(fact.bidder, len(self.numbers) + 1)

    def _highest_and_earliest(self) -> tuple[UUID, int] | None:
        latest: dict[UUID, tuple[int, int]] = {}
        for sequence, (bidder, maximum_minor) in self.standing.items():
            latest[bidder] = (maximum_minor, -sequence)
        if not latest:
            return None
        leader = max(latest, key=latest.__getitem__)
        return leader, latest[leader][0]

    def _price(self, fact: Fact) -> None:
        before_minor = self.terms.start_price_minor
        if self.last is not None and self.last.epoch == fact.epoch:
            before_minor = self.last.price_minor
        self._require(
            Invariant.I1,
            fact.price_minor >= before_minor,
            fact,
            f"{before_minor} → {fact.price_minor}.",
        )
        if fact.kind is not FactKind.PURCHASE and self.best is not None:
            self._require(
                Invariant.I2,
                fact.price_minor <= self.best[1],
                fact,
                f"The price {fact.price_minor} passes the leader's maximum.",
            )

    def _end(self, fact: Fact) -> None:
        self._require(
            Invariant.I8,
            fact.ends_at >= self.ends_at,
            fact,
            f"The end came nearer: {self.ends_at} → {fact.ends_at}.",
        )
        allowed = self._extended(fact) if fact.kind is FactKind.EXTENSION else self.ends_at
        self._require(
            Invariant.I8, fact.ends_at == allowed, fact, f"{fact.ends_at}; by the rule {allowed}."
        )
        self.ends_at = max(self.ends_at, fact.ends_at)

    def _extended(self, fact: Fact) -> datetime:
        """Rule 5.2 in its plainest form, for a fact that says that the lot was extended."""
        sniping = self.terms.rules.anti_sniping
        extend = timedelta(seconds=sniping.extend_seconds)
        trigger = timedelta(seconds=sniping.trigger_seconds)
        if not trigger or fact.at < self.ends_at - trigger:
            return self.ends_at
        start = self.ends_at if sniping.mode is ExtensionMode.ADD else fact.at
        moved = max(start + extend, self.ends_at)
        return moved if self.terms.hard_end is None else min(moved, self.terms.hard_end)

    def _leader(self, fact: Fact) -> None:
        if fact.kind is FactKind.PURCHASE:
            return
        leader = None if self.best is None else self.numbers.get(self.best[0])
        self._require(
            Invariant.I5,
            fact.leader_number == leader,
            fact,
            f"bidder {fact.leader_number} leads; highest and earliest is bidder {leader}.",
        )

    def _result(self, fact: Fact) -> None:
        if fact.result is None:
            ends_it = fact.kind in {FactKind.PURCHASE, FactKind.CLOSE, FactKind.CANCEL}
            self._require(Invariant.I5, not ends_it, fact, "It ends the lot without a result.")
            return
        for invariant, holds, detail in self._of_result(fact):
            self._require(invariant, holds, fact, detail)

    def _of_result(self, fact: Fact) -> Iterator[tuple[Invariant, bool, str]]:
        best_minor = None if self.best is None else self.best[1]
        reached = self.reserve_minor is None or (best_minor or 0) >= self.reserve_minor
        winner = None if self.best is None else self.best[0]
        match fact.result:
            case LotResult.SOLD:
                yield Invariant.I4, best_minor is not None and reached, "Sold below its reserve."
                yield Invariant.I5, fact.bidder == winner, "Sold to somebody but the leader."
                yield Invariant.I5, fact.amount_minor == fact.price_minor, "Sold at another price."
            case LotResult.RESERVE_NOT_MET:
                yield Invariant.I4, best_minor is not None and not reached, "The reserve was met."
            case LotResult.UNSOLD:
                yield Invariant.I4, best_minor is None, "Unsold, though a bid stands."
            case LotResult.BOUGHT:
                yield Invariant.I5, fact.kind is FactKind.PURCHASE, "Bought without a purchase."
                at_price = fact.price_minor == self.terms.buy_now_minor
                yield Invariant.I5, at_price, "Bought at another price than Buy Now's."
        names_nobody = fact.result in {LotResult.SOLD, LotResult.BOUGHT} or fact.bidder is None
        yield Invariant.I5, names_nobody, "It names a winner, though nobody won."

    def _remember(self, fact: Fact) -> None:
        maximum_minor = None if self.best is None else self.best[1]
        hidden = maximum_minor is not None and maximum_minor > fact.price_minor
        unmet = fact.reserve is ReserveStanding.NOT_MET
        self.secrets[fact.sequence] = Secrets(
            maximum_minor if hidden else None, self.reserve_minor if unmet else None
        )


def check_row(row: dict[str, Any], facts: Sequence[StoredFact], findings: Findings) -> None:
    """The counters and the result that a lot's row shares with its facts."""
    subject = f"lot {row['lot_id']}"
    results = [stored.fact.result for stored in facts if stored.fact.result is not None]
    for invariant, holds, detail in (
        (
            Invariant.I6,
            row["sequence"] == len(facts),
            f"{len(facts)} facts, not {row['sequence']}.",
        ),
        (Invariant.I5, len(results) <= 1, f"It has {len(results)} results."),
        (Invariant.I5, row["result"] == (results[-1] if results else None), "Its result differs."),
    ):
        findings.require(invariant, subject, holds, detail)
    for name in ("start_price_minor", "price_minor", "published_reserve_minor", "reserve_minor",
                 "buy_now_minor", "leader_maximum_minor", "second_maximum_minor"):  # fmt: skip
        amount = row[name]
        is_money = amount is None or 1 <= amount <= MAXIMUM_MINOR
        findings.require(Invariant.I17, subject, is_money, f"{name} is {amount}.")
