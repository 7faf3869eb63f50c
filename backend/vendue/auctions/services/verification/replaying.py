"""A lot decided once more: every fact, figure, maximum and hash against what the engine gives."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any
from uuid import UUID

import orjson

from vendue.auctions.engine.bidding import Bid, place_bid
from vendue.auctions.engine.buying import buy_now
from vendue.auctions.engine.closing import cancel, close
from vendue.auctions.engine.figures import Decision, Fact, FactKind, opening_figures
from vendue.auctions.engine.history import (
    Salts,
    bidder_commitment,
    content_hash,
    fact_content,
    maximum_commitment,
    published_terms,
)
from vendue.auctions.engine.reserve import lower_reserve
from vendue.auctions.engine.rule_documents import parse_rules
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.engine.voiding import StandingBid, ranked_maxima, void_bids
from vendue.auctions.queries.lot_rows import figures_of
from vendue.auctions.services.recording import LotBidder
from vendue.auctions.services.verification.findings import Findings, Invariant
from vendue.auctions.services.verification.reading import (
    LotRecords,
    StoredBidder,
    StoredFact,
)
from vendue.kernel.errors import DomainError


def pinned_terms(row: dict[str, Any]) -> LotTerms:
    """The terms of a row, parsed from what stands in it now."""
    return LotTerms(
        currency=row["currency"],
        start_price_minor=row["start_price_minor"],
        starts_at=row["starts_at"],
        ends_at=row["published_ends_at"],
        rules=parse_rules(orjson.loads(row["terms"])["rules"]),
        reserve_minor=row["published_reserve_minor"],
        buy_now_minor=row["buy_now_minor"],
        hard_end=row["hard_end"],
    )


class Replay:
    """One lot's facts, decided again in their order."""

    def __init__(self, records: LotRecords, terms: LotTerms, findings: Findings) -> None:
        self._records = records
        self._terms = terms
        self._findings = findings
        self._figures = opening_figures(terms)
        self._numbers: dict[UUID, int] = {}
        self._standing: dict[int, StandingBid] = {}
        self._changes = list(records.changes)
        #: For the first fact of each decision: the sequence of its last.
        self.last_of: dict[int, int] = {}
        self.leader_after: dict[int, UUID | None] = {}

    def run(self) -> None:
        """Replay everything; it ends at the first fact that the rules do not give."""
        facts = [stored.fact for stored in self._records.facts]
        at = 0
        while at < len(facts):
            decision = self._decided(facts[at])
            if decision is None or not self._matches(decision.facts, facts[at:]):
                return
            self._take(decision)
            at += len(decision.facts)
        if self._changes and not self._ends_with_a_lowered_reserve():
            return
        self._compare_row()
        self._compare_bidders()

    def _note(self, sequence: int, detail: str) -> None:
        self._findings.add(Invariant.I3, f"lot {self._records.lot_id} fact {sequence}", detail)

    def _decided(self, fact: Fact) -> Decision | None:
        """What the engine decides where this fact stands."""
        try:
            lowered = self._lower_reserve_now()
            return lowered if lowered is not None and lowered.facts else self._decision(fact)
        except DomainError as refusal:
            self._note(fact.sequence, f"The rules refuse it: {refusal.code}.")
        except AssertionError:
            self._note(fact.sequence, "The engine cannot decide this.")
        return None

    def _lower_reserve_now(self) -> Decision | None:
        """Apply the lowered reserve, if this is its place; it may meet the reserve by itself."""
        if not self._changes or self._changes[0].after_sequence != self._figures.sequence:
            return None
        change = self._changes.pop(0)
        if change.from_minor != self._figures.reserve_minor:
            self._note(self._figures.sequence, "The reserve was lowered from another one.")
        decision = lower_reserve(self._figures, self._terms, change.to_minor, change.at)
        self._figures = decision.figures if not decision.facts else self._figures
        return decision

    def _ends_with_a_lowered_reserve(self) -> bool:
        """Apply what was lowered after the last fact. Returns whether that is all there is."""
        sequence = self._figures.sequence
        try:
            lowered = self._lower_reserve_now()
        except DomainError as refusal:
            self._note(sequence, f"The rules refuse the lowered reserve: {refusal.code}.")
            return False
        if lowered is None or lowered.facts:
            self._note(sequence, "A lowered reserve has no place among the facts.")
            return False
        return True

    def _decision(self, fact: Fact) -> Decision:
        figures, terms = self._figures, self._terms
        match fact.kind:
            case FactKind.BID:
                assert fact.bidder is not None
                assert fact.maximum_minor is not None
                bid = Bid(fact.bidder, fact.maximum_minor, self._numbers.get(fact.bidder))
                return place_bid(figures, terms, bid, fact.at)
            case FactKind.PURCHASE:
                assert fact.bidder is not None
                return buy_now(figures, terms, fact.bidder, self._numbers.get(fact.bidder), fact.at)
            case FactKind.VOID:
                standing = list(self._standing.values())
                return void_bids(figures, terms, standing, fact.voided_sequences, fact.at)
            case FactKind.CLOSE:
                return close(figures, fact.at)
            case FactKind.CANCEL:
                return cancel(figures, fact.at)
        raise AssertionError("this kind of fact only follows from another")

    def _matches(self, expected: Sequence[Fact], stored: Sequence[Fact]) -> bool:
        if len(stored) < len(expected):
            self._note(expected[len(stored)].sequence, f"{expected[len(stored)].kind} is missing.")
            return False
        for one, other in zip(expected, stored, strict=False):
            if one != other:
                self._note(one.sequence, _difference(one, other))
                return False
        return True

    def _take(self, decision: Decision) -> None:
        self._figures = decision.figures
        first, last = decision.facts[0].sequence, decision.facts[-1].sequence
        self.last_of[first] = last
        self.leader_after[first] = decision.figures.leader
        for fact in decision.facts:
            if fact.bidder is not None and fact.bidder_number is not None:
                self._numbers.setdefault(fact.bidder, fact.bidder_number)
                if fact.maximum_minor is not None:
                    self._standing[fact.sequence] = StandingBid(
                        fact.sequence, fact.bidder, fact.bidder_number, fact.maximum_minor
                    )
            for sequence in fact.voided_sequences:
                self._standing.pop(sequence, None)

    def _compare_row(self) -> None:
        stored = figures_of(self._records.row)
        if stored != self._figures:
            self._note(
                self._figures.sequence, "The lot's row: " + _difference(self._figures, stored)
            )

    def _compare_bidders(self) -> None:
        latest = {bid.bidder: bid for bid in ranked_maxima(list(self._standing.values()))}
        stored = {bidder.account_id: bidder for bidder in self._records.bidders}
        if stored.keys() != self._numbers.keys():
            self._note(self._figures.sequence, "Its bidders are not those of its facts.")
            return
        for account_id, bidder in stored.items():
            bid = latest.get(account_id)
            standing = (None, None) if bid is None else (bid.maximum_minor, bid.sequence)
            if (bidder.number, bidder.maximum_minor, bidder.sequence) != (
                self._numbers[account_id],
                *standing,
            ):
                self._note(
                    self._figures.sequence, f"The row of bidder {bidder.number} says otherwise."
                )


def check_chain(records: LotRecords, terms: LotTerms, findings: Findings) -> None:
    """Every hash, and every commitment whose secret is still there, recomputed from the rows."""
    row, subject = records.row, f"lot {records.lot_id}"
    document = orjson.loads(row["terms"])
    salt = None if row["reserve_salt"] is None else bytes(row["reserve_salt"])
    head = content_hash(document)
    findings.require(
        Invariant.I14,
        subject,
        document == published_terms(row["lot_id"], terms, salt) and head == row["terms_hash"],
        "The published terms are not those it is sold under.",
    )
    bidders = {bidder.account_id: bidder for bidder in records.bidders}
    for stored in records.facts:
        where = f"{subject} fact {stored.fact.sequence}"
        content = fact_content(row["lot_id"], _without_secrets(stored.fact), Salts(), head)
        content["commitments"] = {
            "bidder": stored.bidder_commitment,
            "maximum": stored.maximum_commitment,
        }
        holds = stored.previous_hash == head and stored.hash == content_hash(content)
        findings.require(Invariant.I14, where, holds, "Its hash does not follow from its content.")
        bidder = bidders.get(stored.fact.bidder) if stored.fact.bidder else None
        if bidder is not None and bidder.secret is not None:
            committed = _commitments(stored, bidder)
            told = (stored.bidder_commitment, stored.maximum_commitment)
            findings.require(
                Invariant.I14, where, committed == told, "Its commitments do not open."
            )
        head = stored.hash
    findings.require(
        Invariant.I14, subject, row["head_hash"] == head, "Its head is not its last fact."
    )


def _commitments(stored: StoredFact, bidder: StoredBidder) -> tuple[str, str | None]:
    fact = stored.fact
    assert bidder.secret is not None
    keeper = LotBidder(
        bidder.account_id, bidder.number, None, None, bytes(bidder.secret), bidder.last_bid_at
    )
    maximum = None
    if fact.maximum_minor is not None:
        maximum = maximum_commitment(keeper.salt(b"maximum", fact.sequence), fact.maximum_minor)
    return bidder_commitment(keeper.salt(b"bidder", fact.sequence), bidder.account_id), maximum


def _without_secrets(fact: Fact) -> Fact:
    """The fact as the public content needs it: its commitments are taken from the row."""
    return Fact(
        **{f.name: getattr(fact, f.name) for f in fields(fact) if f.name not in _SECRET},
        bidder=None,
        maximum_minor=None,
    )


_SECRET = frozenset({"bidder", "maximum_minor"})


def _difference(expected: object, stored: object) -> str:
    """Which field differs, and how. Secret amounts are fit for the checker's operator alone."""
    for name in getattr(expected, "__slots__", ()):
        one, other = getattr(expected, name), getattr(stored, name)
        if one != other:
            return f"{name} is {other}, by the rules {one}."
    return "It differs."
