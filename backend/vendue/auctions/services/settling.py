"""Deciding a batch: one transaction for what the desk took, two round trips as a rule.

First trip: the keys of repetitions, the locks, then (in statements after them) the clock, the
bidders and their standing. Second trip: every row that the decisions made, and the commit.
A refusal is one instruction's answer and never rolls back the others.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

import orjson
import psycopg

from vendue.auctions.engine import buying
from vendue.auctions.engine.bidding import Bid, place_bid
from vendue.auctions.engine.figures import Decision
from vendue.auctions.errors import BidTooLow, OwnLot
from vendue.auctions.queries.lot_rows import TERMS_TEXT, state_of
from vendue.auctions.services import locking
from vendue.auctions.services.desk_connection import DeskConnection
from vendue.auctions.services.instructions import Instruction, Wish, accepted
from vendue.auctions.services.recording import Changes, OpenLot
from vendue.auctions.services.round_trips import Transaction
from vendue.identity.errors import EmailUnconfirmed
from vendue.identity.services import parties
from vendue.kernel.errors import DomainError, NotFound
from vendue.platform.errors import IdempotencyKeyReused, RequestInProgress
from vendue.platform.services import idempotency
from vendue.platform.services.idempotency import Kept, StoredAnswer
from vendue.trust.errors import AccountSuspended
from vendue.trust.services import suspensions

# A lot that stays locked for a second belongs to a process in trouble: better to say so. And where
# that process is this one, stopped in the middle, its lots are free again before anybody asks why.
_LIMITS = """
SELECT set_config('lock_timeout', '1s', true), set_config('statement_timeout', '2s', true),
       set_config('idle_in_transaction_session_timeout', '5s', true)
"""


class Clerk:
    """Decides batches, one after the other, on a connection of its own."""

    def __init__(self) -> None:
        self._connection = DeskConnection()

    def settle(self, batch: Sequence[Instruction]) -> list[list[Instruction]]:
        """Decide the instructions of a batch and put their answers on them, once committed.

        Returns those whose lots somebody else holds, by lot: each lot is to be settled alone.
        Raises ``psycopg.Error`` where the transaction failed; then nothing was decided, unless the
        connection broke while the commit was on its way. Raises Django's ``OperationalError``
        without a database.
        """
        lot_ids = {instruction.lot_id for instruction in batch}
        # Alone, a lot is waited for. Among others a held lot is set aside, so that their answers
        # need not wait for it.
        wait = len(lot_ids) == 1
        try:
            aside = _Batch(batch, self._connection.ready(), wait=wait).settle()
        except Exception:
            self._connection.drop_if_broken()
            raise
        aside.sort(key=lambda instruction: instruction.lot_id)
        by_lot = groupby(aside, key=lambda instruction: instruction.lot_id)
        return [list(instructions) for _, instructions in by_lot]

    def leave(self) -> None:
        """Give the connection back; the next batch takes one again."""
        self._connection.give_back()


class _Batch:
    """One transaction's worth of instructions."""

    def __init__(
        self, instructions: Sequence[Instruction], raw: psycopg.Connection[Any], *, wait: bool
    ) -> None:
        self.instructions = instructions
        self.raw = raw
        self.wait = wait
        self.answers: dict[Instruction, StoredAnswer] = {}
        self.aside: list[Instruction] = []
        self.changes = Changes()

    def settle(self) -> list[Instruction]:
        """Decide and commit. Returns the instructions whose lots somebody else holds."""
        with Transaction(self.raw) as transaction:
            reads = _Reads(transaction, self.instructions, wait=self.wait)
            self._decide(reads)
            self.changes.write(transaction.send)
            if self.fresh:
                transaction.send(idempotency.KEEP_SQL, [idempotency.kept_document(self.fresh)])
        for instruction, answer in self.answers.items():
            instruction.answer = answer
        self.changes.announce()
        return self.aside

    def _decide(self, reads: "_Reads") -> None:
        answered = dict(reads.known)
        for instruction in self.instructions:
            key = (instruction.principal, instruction.key)
            if key not in reads.ours:
                self.answers[instruction] = instruction.refuse(RequestInProgress())
            elif key in answered:
                self.answers[instruction] = _repeated(instruction, answered[key])
            elif instruction.lot_id in reads.held:
                self.aside.append(instruction)
            else:
                answer = self._judge(instruction, reads)
                self.answers[instruction] = answer
                answered[key] = Kept(*key, instruction.operation, instruction.fingerprint, answer)
        self.fresh = [kept for key, kept in answered.items() if key not in reads.known]

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


class _Reads:
    """What a batch reads, in one round trip, every statement after the locks."""

    def __init__(
        self, transaction: Transaction, batch: Sequence[Instruction], *, wait: bool
    ) -> None:
        self._transaction = transaction
        keys = [idempotency.pairs_document((i.principal, i.key) for i in batch)]
        accounts = [_ids({i.account_id for i in batch})]
        lot_ids = {i.lot_id for i in batch}
        lots = _ids(lot_ids)
        pairs = [_ids(i.lot_id for i in batch), _ids(i.account_id for i in batch), lots]
        transaction.send(_LIMITS)
        ours, known, locked, clock, bidders, standing, suspended = transaction.ask(
            (idempotency.LOCK_SQL, keys),
            (idempotency.FIND_SQL, keys),
            (locking.LOCK if wait else locking.LOCK_FREE, [lots]),
            (locking.CLOCK, []),
            (locking.BIDDERS, pairs),
            (parties.STANDING_SQL, accounts),
            (suspensions.SUSPENDED_SQL, accounts),
        )
        self.ours = {(principal, key) for principal, key, held in ours if held}
        self.known = {(row[0], row[1]): _stored(row) for row in known}
        self.now: datetime = clock[0][0]
        self.lots: dict[UUID, OpenLot] = locking.opened(locked, self._terms)
        locking.place_bidders(self.lots, bidders)
        #: Lots that there are and that somebody else holds.
        self.held = set() if wait else self._known_among(lot_ids - self.lots.keys())
        self._standing = parties.standing_of_rows(standing)
        self._suspended = {row[0] for row in suspended}

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

    def _known_among(self, lot_ids: Collection[UUID]) -> set[UUID]:
        if not lot_ids:
            return set()
        return {row[0] for row in self._transaction.ask((locking.KNOWN, [_ids(lot_ids)]))[0]}

    def _terms(self, lot_id: UUID) -> str:
        ((text,),) = self._transaction.ask((TERMS_TEXT, [str(lot_id)]))[0]
        return str(text)


def _decision(instruction: Instruction, lot: OpenLot, at: datetime) -> Decision:
    number = lot.number_of(instruction.account_id)
    if instruction.wish is Wish.PURCHASE:
        return buying.buy_now(lot.figures, lot.terms, instruction.account_id, number, at)
    assert instruction.maximum_minor is not None
    bid = Bid(instruction.account_id, instruction.maximum_minor, number)
    return place_bid(lot.figures, lot.terms, bid, at)


def _repeated(instruction: Instruction, kept: Kept) -> StoredAnswer:
    if kept.operation != instruction.operation or kept.fingerprint != instruction.fingerprint:
        return instruction.refuse(IdempotencyKeyReused())
    return kept.answer


def _stored(row: Sequence[Any]) -> Kept:
    principal, key, operation, fingerprint, status, content_type, headers, body = row
    headers = headers if isinstance(headers, dict) else orjson.loads(headers)
    answer = StoredAnswer(status, content_type, headers, bytes(body))
    return Kept(principal, key, operation, bytes(fingerprint), answer)


def _ids(ids: Iterable[UUID]) -> str:
    """The text of a uuid[], which costs less to write than to have the driver write it."""
    return "{" + ",".join(map(str, ids)) + "}"
