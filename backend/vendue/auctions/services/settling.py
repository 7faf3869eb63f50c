"""Deciding a batch: one transaction for everything the desk took, two round trips in all.

First trip: the keys of repetitions, the locks, then (in statements after them) the clock, the
bidders and their standing. Second trip: every row that the decisions made, and the commit.
A refusal is one instruction's answer and never rolls back the others.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

import orjson
import psycopg
from django.db import connection

from vendue.auctions.engine import buying
from vendue.auctions.engine.bidding import Bid, place_bid
from vendue.auctions.engine.figures import Decision
from vendue.auctions.errors import BidTooLow, OwnLot
from vendue.auctions.queries.lot_rows import TERMS_TEXT, state_of
from vendue.auctions.services import locking
from vendue.auctions.services.instructions import Instruction, Wish, accepted
from vendue.auctions.services.recording import Changes, OpenLot
from vendue.identity.errors import EmailUnconfirmed
from vendue.identity.services import parties
from vendue.kernel.errors import DomainError, NotFound
from vendue.kernel.ids import new_id
from vendue.platform.errors import IdempotencyKeyReused, RequestInProgress
from vendue.platform.services import idempotency
from vendue.platform.services.idempotency import StoredAnswer
from vendue.trust.errors import AccountSuspended
from vendue.trust.services import suspensions

# A lot that stays locked for a second belongs to a process in trouble: better to say so.
_LIMITS = "SET LOCAL lock_timeout = '1s'; SET LOCAL statement_timeout = '2s'"


def settle(batch: Sequence[Instruction]) -> None:
    """Decide every instruction of a batch and put its answer on it, once committed.

    Raises ``psycopg.Error`` where the transaction failed; then nothing was decided, unless the
    connection broke while the commit was on its way.
    """
    lot_ids = {instruction.lot_id for instruction in batch}
    # Alone, a lot is waited for. Among others a held lot is set aside, so that it delays nobody.
    aside = _Batch(batch, wait=len(lot_ids) == 1).settle()
    aside.sort(key=lambda instruction: instruction.lot_id)
    for _, instructions in groupby(aside, key=lambda instruction: instruction.lot_id):
        _Batch(list(instructions), wait=True).settle()


class _Batch:
    """One transaction's worth of instructions."""

    def __init__(self, instructions: Sequence[Instruction], *, wait: bool) -> None:
        self.instructions = instructions
        self.wait = wait
        self.answers: dict[Instruction, StoredAnswer] = {}
        self.aside: list[Instruction] = []
        self.changes = Changes()

    def settle(self) -> list[Instruction]:
        """Decide and commit. Returns the instructions whose lots somebody else holds."""
        connection.ensure_connection()
        raw: psycopg.Connection[Any] = connection.connection
        with raw.pipeline(), raw.transaction():
            reads = _Reads(raw, self.instructions, wait=self.wait)
            self._decide(reads)
            self._write(raw)
        for instruction, answer in self.answers.items():
            instruction.answer = answer
        return self.aside

    def _decide(self, reads: "_Reads") -> None:
        answered = dict(reads.known)
        for instruction in self.instructions:
            key = (instruction.principal, instruction.key)
            if key not in reads.ours:
                self.answers[instruction] = instruction.refuse(RequestInProgress())
            elif key in answered:
                self.answers[instruction] = _repeated(instruction, answered[key])
            elif instruction.lot_id not in reads.lots and not self.wait:
                self.aside.append(instruction)
            else:
                answer = self._judge(instruction, reads)
                self.answers[instruction] = answer
                answered[key] = _Kept(instruction.operation, instruction.fingerprint, answer)
        self.fresh = {key: kept for key, kept in answered.items() if key not in reads.known}

    def _judge(self, instruction: Instruction, reads: "_Reads") -> StoredAnswer:
        # The one place where a service catches a refusal: it is this bid's answer, not the batch's.
        lot = reads.lots.get(instruction.lot_id)
        if lot is None:
            return instruction.refuse(NotFound())
        try:
            reads.require_may_bid(instruction.account_id, lot)
            decision = _decision(instruction, lot, reads.now)
        except BidTooLow as refusal:
            state = state_of(lot.lot_id, lot.figures, lot.terms, reads.now)
            return instruction.refuse(refusal.with_state(state))
        except DomainError as refusal:
            return instruction.refuse(refusal)
        facts = self.changes.add(lot, decision, reads.now)
        return accepted(instruction, lot, lot.bidders[instruction.account_id], facts)

    def _write(self, raw: psycopg.Connection[Any]) -> None:
        def execute(sql: str, parameters: list[Any]) -> None:
            psycopg.Cursor(raw).execute(sql.encode(), parameters, prepare=True)

        self.changes.write(execute)
        if self.fresh:
            execute(idempotency.KEEP_SQL, _kept_columns(self.fresh))


class _Kept:
    """An answer with what it was an answer to."""

    __slots__ = ("answer", "fingerprint", "operation")

    def __init__(self, operation: str, fingerprint: bytes, answer: StoredAnswer) -> None:
        self.operation = operation
        self.fingerprint = fingerprint
        self.answer = answer


class _Reads:
    """What a batch reads, in one round trip, every statement after the locks."""

    def __init__(
        self, raw: psycopg.Connection[Any], batch: Sequence[Instruction], *, wait: bool
    ) -> None:
        self._raw = raw
        keys = [[i.principal for i in batch], [i.key for i in batch]]
        pairs = [[i.lot_id for i in batch], [i.account_id for i in batch]]
        accounts = list({i.account_id for i in batch})
        lot_ids = sorted({i.lot_id for i in batch})

        for limit in _LIMITS.split("; "):
            self._execute(limit, [])
        ours = self._execute(idempotency.LOCK_SQL, keys)
        known = self._execute(idempotency.FIND_SQL, keys)
        lock = locking.LOCK if wait else locking.LOCK_FREE
        lots = self._execute(lock, [lot_ids])
        now = self._execute(locking.CLOCK, [])
        bidders = self._execute(locking.BIDDERS, [*pairs, lot_ids])
        standing = self._execute(parties.STANDING_SQL, [accounts])
        suspended = self._execute(suspensions.SUSPENDED_SQL, [accounts])

        self.ours = {
            (batch[ordinal - 1].principal, batch[ordinal - 1].key)
            for ordinal, held in ours.fetchall()
            if held
        }
        self.known = {(row[0], row[1]): _stored(row) for row in known.fetchall()}
        rows = lots.fetchall()
        self.now: datetime = now.fetchall()[0][0]
        self.lots: dict[UUID, OpenLot] = locking.opened(rows, self._terms)
        locking.place_bidders(self.lots, bidders.fetchall())
        self._standing = parties.standing_of_rows(standing.fetchall())
        self._suspended = {row[0] for row in suspended.fetchall()}

    def require_may_bid(self, account_id: UUID, lot: OpenLot) -> None:
        """Refuse whoever may not bid on this lot at this moment (rule 2.12)."""
        standing = self._standing.get(account_id)
        if standing is None or not standing.is_confirmed:
            raise EmailUnconfirmed
        if account_id in self._suspended:
            raise AccountSuspended
        if account_id == lot.seller_id or (
            lot.organisation_id is not None and lot.organisation_id in standing.organisation_ids
        ):
            raise OwnLot

    def _execute(self, sql: str, parameters: list[Any]) -> psycopg.Cursor[Any]:
        return psycopg.Cursor(self._raw).execute(sql.encode(), parameters, prepare=True)

    def _terms(self, lot_id: UUID) -> str:
        return str(self._execute(TERMS_TEXT, [lot_id]).fetchall()[0][0])


def _decision(instruction: Instruction, lot: OpenLot, at: datetime) -> Decision:
    number = lot.number_of(instruction.account_id)
    if instruction.wish is Wish.PURCHASE:
        return buying.buy_now(lot.figures, lot.terms, instruction.account_id, number, at)
    assert instruction.maximum_minor is not None
    bid = Bid(instruction.account_id, instruction.maximum_minor, number)
    return place_bid(lot.figures, lot.terms, bid, at)


def _repeated(instruction: Instruction, kept: _Kept) -> StoredAnswer:
    if kept.operation != instruction.operation or kept.fingerprint != instruction.fingerprint:
        return instruction.refuse(IdempotencyKeyReused())
    return kept.answer


def _stored(row: Sequence[Any]) -> _Kept:
    _, _, operation, fingerprint, status, content_type, headers, body = row
    headers = headers if isinstance(headers, dict) else orjson.loads(headers)
    answer = StoredAnswer(status, content_type, headers, bytes(body))
    return _Kept(operation, bytes(fingerprint), answer)


def _kept_columns(fresh: dict[tuple[str, str], _Kept]) -> list[list[Any]]:
    kept = fresh.values()
    return [
        [new_id() for _ in fresh],
        [principal for principal, _ in fresh],
        [key for _, key in fresh],
        [k.operation for k in kept],
        [k.fingerprint for k in kept],
        [k.answer.status for k in kept],
        [k.answer.content_type for k in kept],
        ["{}" for _ in kept],
        [k.answer.body for k in kept],
    ]
