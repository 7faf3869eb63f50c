"""A client's record: what it sent, in which order, and what it was told. One JSON object a line.

What the database alone cannot show is shown by it: a bid acknowledged and lost, an event heard of
something that never was committed, an order that time does not allow.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import connection
from pydantic import BaseModel, ConfigDict, Field

from vendue.auctions.services.verification.findings import Findings, Invariant
from vendue.platform.services.idempotency import TRANSIENT_STATUSES


class ToldOperation(StrEnum):
    """What a line of the record is about."""

    BID = "place_bid"
    PURCHASE = "buy_now"
    READ = "get_lot_state"
    EVENT = "event"


class Told(BaseModel):
    """One line. The moments only need to be in order: any clock or counter of the client's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    operation: ToldOperation
    lot_id: UUID
    principal: str = Field("", description="Who sent it, by any name; keys belong to it.")
    key: str = ""
    sent_at: int
    acknowledged_at: int | None = Field(None, description="Null while no answer has come.")
    status: int | None = None
    code: str | None = Field(None, description="Of a refusal.")
    sequence: int | None = Field(None, description="Of the bid, the state read or the event.")
    bid_id: UUID | None = Field(None, description="Of an accepted bid or purchase.")
    hash: str | None = Field(None, description="Of the fact, as the receipt says.")
    body_sha256: str | None = Field(None, description="Of the answer's bytes.")
    event_id: UUID | None = None

    @property
    def is_accepted(self) -> bool:
        """Whether the market acknowledged a bid or a purchase."""
        return self.bid_id is not None and self.status == 201

    @property
    def is_final(self) -> bool:
        """Whether the same key must give this answer for ever."""
        return (
            self.status is not None
            and self.status < 500
            and self.status not in TRANSIENT_STATUSES
            and self.code != "request_in_progress"
        )


def parse(lines: Iterable[str]) -> list[Told]:
    """The lines of a record. Raises ``ValueError`` for one that cannot be read."""
    return [Told.model_validate_json(line) for line in lines if line.strip()]


def check_record(told: Sequence[Told], findings: Findings) -> None:
    """Hold the record against the database and against itself."""
    findings.checked["told"] += len(told)
    _acknowledged_stands(told, findings)
    _heard_was_committed(told, findings)
    _same_key_same_answer(told, findings)
    by_lot: dict[UUID, list[Told]] = defaultdict(list)
    for line in told:
        by_lot[line.lot_id].append(line)
    for lot_id, lines in by_lot.items():
        _in_order(lot_id, lines, findings)


def _acknowledged_stands(told: Sequence[Told], findings: Findings) -> None:
    accepted = [line for line in told if line.is_accepted]
    stored = {
        row[0]: row[1:]
        for row in _rows(
            "SELECT id, lot_id, sequence, hash FROM auctions_lotfact WHERE id = ANY(%s)",
            [line.bid_id for line in accepted],
        )
    }
    keys: dict[UUID | None, set[tuple[str, str]]] = defaultdict(set)
    for line in accepted:
        where = f"bid {line.bid_id} of lot {line.lot_id}"
        fact = stored.get(line.bid_id)
        stands = fact is not None and fact[:2] == (line.lot_id, line.sequence)
        findings.require(Invariant.I7, where, stands, "Acknowledged, but not in the history so.")
        if fact is not None and line.hash is not None:
            same = fact[2] == line.hash
            findings.require(Invariant.I14, where, same, "The history has another hash for it.")
        keys[line.bid_id].add((line.principal, line.key))
    for bid_id, used in keys.items():
        findings.require(Invariant.I11, f"bid {bid_id}", len(used) == 1, "Told to several keys.")


def _heard_was_committed(told: Sequence[Told], findings: Findings) -> None:
    heard = [line for line in told if line.operation is ToldOperation.EVENT]
    committed = {
        row[0]
        for row in _rows(
            "SELECT event_id FROM platform_outboxevent WHERE event_id = ANY(%s)",
            [line.event_id for line in heard],
        )
    }
    for line in heard:
        findings.require(
            Invariant.I7,
            f"event {line.event_id} of lot {line.lot_id}",
            line.event_id in committed,
            "A subscriber heard it, and it was never committed.",
        )


def _same_key_same_answer(told: Sequence[Told], findings: Findings) -> None:
    answers: dict[tuple[str, str], set[tuple[int | None, str | None]]] = defaultdict(set)
    for line in told:
        if line.key and line.is_final:
            answers[line.principal, line.key].add((line.status, line.body_sha256))
    kept: dict[str, set[str]] = defaultdict(set)
    for key, digest in _rows(
        "SELECT key, encode(sha256(body), 'hex') FROM platform_idempotencykey WHERE key = ANY(%s)",
        [key for _, key in answers],
    ):
        kept[key].add(digest)
    for (_, key), given in answers.items():
        one = findings.require(
            Invariant.I11, f"key {key}", len(given) == 1, f"{len(given)} different answers."
        )
        (_, digest), *_ = given
        if one and digest is not None and key in kept:
            same = digest in kept[key]
            findings.require(Invariant.I11, f"key {key}", same, "Another answer is kept for it.")


def _in_order(lot_id: UUID, lines: Sequence[Told], findings: Findings) -> None:
    """Whatever was sent after an acknowledgement shows at least what that one showed."""
    first_sent: dict[tuple[str, str], int] = {}
    for line in lines:
        if line.key:
            used = (line.principal, line.key)
            first_sent[used] = min(line.sent_at, first_sent.get(used, line.sent_at))
    shown = [
        line
        for line in lines
        if line.sequence is not None and (line.is_accepted or line.operation is ToldOperation.READ)
    ]
    heard = sorted((line.acknowledged_at, line.sequence) for line in shown if line.acknowledged_at)
    sent = sorted(
        ((first_sent.get((line.principal, line.key), line.sent_at), line) for line in shown),
        key=lambda entry: entry[0],
    )
    at = known = 0
    for moment, line in sent:
        while at < len(heard) and (heard[at][0] or 0) < moment:
            known = max(known, heard[at][1] or 0)
            at += 1
        assert line.sequence is not None
        newer = line.sequence > known or (not line.is_accepted and line.sequence == known)
        findings.require(
            Invariant.I10,
            f"lot {lot_id} sequence {line.sequence}",
            newer,
            f"Sent after sequence {known} was acknowledged.",
        )


def _rows(sql: str, wanted: Sequence[object]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(wanted)])
        return list(cursor.fetchall())
