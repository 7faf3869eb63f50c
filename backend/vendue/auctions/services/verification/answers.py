"""The kept answers of a lot: true to its facts, silent about its secrets, decided in turn."""

from base64 import urlsafe_b64decode
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson

from vendue.auctions.engine.figures import FactKind, opening_figures, pseudonym
from vendue.auctions.engine.public import Shown
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.services import receipts
from vendue.auctions.services.verification.findings import Findings, Invariant
from vendue.auctions.services.verification.publishing import (
    compare_told,
    public_state_of,
    wire_time,
)
from vendue.auctions.services.verification.reading import KeptAnswer, LotRecords, StoredFact
from vendue.auctions.services.verification.replaying import Replay
from vendue.auctions.services.verification.walking import Secrets
from vendue.platform.services.idempotency import KEPT_FOR

#: Between a decision and the keeping of its answer lie two statements. A clock that is not the
#: database's shows in the difference.
_LONGEST_DECISION = timedelta(seconds=60)
_MARGIN = timedelta(hours=1)
_PROBLEM = ("type", "title", "status", "code", "detail", "instance", "request_id")


class AnswerCheck:
    """Compares the kept answers of one lot with its facts."""

    def __init__(
        self,
        records: LotRecords,
        terms: LotTerms,
        replay: Replay,
        secrets: Mapping[int, Secrets],
        findings: Findings,
    ) -> None:
        self._records = records
        self._terms = terms
        self._replay = replay
        self._secrets = secrets
        self._findings = findings
        self._facts = {stored.id: stored for stored in records.facts}
        self._answered: set[UUID] = set()

    def run(self, now: datetime) -> None:
        """Check every answer, and that no recent decision is without one."""
        for answer in self._records.answers:
            told = orjson.loads(answer.body)
            self._in_turn(answer, told.get("state"))
            if answer.status == 201:
                self._accepted(answer, told)
            else:
                self._refused(answer, told)
        since = now - KEPT_FOR + _MARGIN
        for stored in self._records.facts:
            if stored.fact.kind in {FactKind.BID, FactKind.PURCHASE} and stored.fact.at > since:
                self._findings.require(
                    Invariant.I11,
                    f"lot {self._records.lot_id} fact {stored.fact.sequence}",
                    stored.id in self._answered,
                    "No key keeps the answer to it.",
                )

    def _accepted(self, answer: KeptAnswer, told: dict[str, Any]) -> None:
        where = _where(answer)
        own = told.get("bid") or told.get("purchase") or {}
        stored = self._facts.get(_uuid(own.get("bid_id") or own.get("purchase_id")))
        if stored is None:
            self._findings.add(Invariant.I11, where, "It acknowledges what is not in the history.")
            return
        once = stored.id not in self._answered
        self._findings.require(Invariant.I11, where, once, "Another key answers for the same bid.")
        self._answered.add(stored.id)
        together = answer.transaction == stored.transaction
        self._findings.require(
            Invariant.I11, where, together, "It was not kept in the transaction of its effect."
        )
        self._on_time(answer, stored)
        expected = self._expected(stored, own.get("receipt"))
        if expected is not None:
            compare_told(
                told, expected, self._secrets.get(stored.fact.sequence), where, self._findings
            )

    def _on_time(self, answer: KeptAnswer, stored: StoredFact) -> None:
        decided, kept = stored.fact.at, answer.created_at
        self._findings.require(
            Invariant.I9,
            _where(answer),
            decided <= kept <= decided + _LONGEST_DECISION,
            f"Decided at {decided}, kept at {kept}: not one clock.",
        )

    def _expected(self, stored: StoredFact, receipt: object) -> dict[str, Any] | None:
        """The whole answer as the facts give it; ``None`` where the replay did not come so far."""
        fact = stored.fact
        last = self._replay.last_of.get(fact.sequence)
        if last is None:
            return None
        self._check_receipt(stored, receipt)
        if fact.kind is FactKind.BID:
            leads = self._replay.leader_after[fact.sequence] == fact.bidder
            outcome: dict[str, Any] = {
                "bid": {
                    "bid_id": str(stored.id),
                    "sequence": fact.sequence,
                    "maximum_minor": fact.maximum_minor,
                    "placed_at": wire_time(fact.at),
                    "receipt": receipt,
                },
                "standing": "leading" if leads else "outbid",
            }
        else:
            outcome = {
                "purchase": {
                    "purchase_id": str(stored.id),
                    "sequence": fact.sequence,
                    "price_minor": fact.price_minor,
                    "purchased_at": wire_time(fact.at),
                    "receipt": receipt,
                }
            }
        state = self._state(last)
        return {**outcome, "state": state, "server_time": wire_time(fact.at)}

    def _check_receipt(self, stored: StoredFact, receipt: object) -> None:
        fact = stored.fact
        subject = "bid_id" if fact.kind is FactKind.BID else "purchase_id"
        amount = "maximum_minor" if fact.kind is FactKind.BID else "price_minor"
        claims = {
            "lot_id": str(stored.lot_id),
            "account_id": str(fact.bidder),
            "bidder": pseudonym(fact.bidder_number),
            subject: str(stored.id),
            "sequence": fact.sequence,
            "hash": stored.hash,
            "at": wire_time(fact.at),
            amount: getattr(fact, amount),
        }
        self._findings.require(
            Invariant.I14,
            f"lot {stored.lot_id} fact {fact.sequence}",
            isinstance(receipt, str) and _receipt_says(receipt, claims),
            "Its receipt says something else, or is not signed by the market.",
        )

    def _refused(self, answer: KeptAnswer, told: dict[str, Any]) -> None:
        allowed = {name: told.get(name) for name in _PROBLEM}
        state = told.get("state")
        if state is None:
            compare_told(told, allowed, None, _where(answer), self._findings)
            return
        expected = self._state(state.get("sequence"))
        if expected is None:
            self._findings.add(Invariant.I7, _where(answer), "It shows a lot that never was so.")
            return
        allowed |= {
            "minimum_bid_minor": expected["minimum_bid_minor"],
            "currency": self._terms.currency,
            # Whether the lot counts as scheduled or live depends on the moment of the refusal.
            "state": {**expected, "status": state.get("status")},
        }
        secrets = self._secrets.get(state["sequence"])
        compare_told(told, allowed, secrets, _where(answer), self._findings)

    def _in_turn(self, answer: KeptAnswer, state: dict[str, Any] | None) -> None:
        """Who holds the lock is alone: the next decision of another transaction comes later.

        An answer is kept before its transaction ends, and the lock is held to its end.
        """
        following = None if state is None else self._next_decision(state["sequence"], answer)
        if following is not None:
            self._findings.require(
                Invariant.I9,
                _where(answer),
                following.fact.at >= answer.created_at,
                f"Fact {following.fact.sequence} was decided while this held the lot.",
            )

    def _next_decision(self, sequence: object, answer: KeptAnswer) -> StoredFact | None:
        facts: Sequence[StoredFact] = self._records.facts
        if not isinstance(sequence, int):
            return None
        for at in range(max(sequence, 0), len(facts)):
            if facts[at].transaction != answer.transaction:
                return facts[at]
        return None

    def _state(self, sequence: object) -> dict[str, Any] | None:
        """The public state after a fact, or before the first; ``None`` for any other number."""
        if not isinstance(sequence, int) or not 0 <= sequence <= len(self._records.facts):
            return None
        shown: Shown = opening_figures(self._terms)
        at = self._terms.starts_at
        if sequence:
            shown = self._records.facts[sequence - 1].fact
            at = self._records.facts[sequence - 1].fact.at
        return public_state_of(self._records.row["lot_id"], shown, self._terms, at)


def _receipt_says(receipt: str, claims: Mapping[str, Any]) -> bool:
    header, _, rest = receipt.partition(".")
    body = rest.partition(".")[0]
    try:
        told, kid = orjson.loads(_decoded(body)), orjson.loads(_decoded(header))["kid"]
    except (ValueError, KeyError):
        return False
    # An earlier key's signature is for whoever kept that key to verify.
    is_ours = kid == receipts.public_key()["kid"]
    return bool(told == claims) and (not is_ours or receipts.sign(dict(claims)) == receipt)


def _decoded(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _uuid(text: object) -> UUID:
    try:
        return UUID(str(text))
    except ValueError:
        return UUID(int=0)


def _where(answer: KeptAnswer) -> str:
    return f"answer to key {answer.key} of {answer.principal}"
