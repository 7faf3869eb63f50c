"""Writing a decision down: facts with their hashes, figures, maxima and events, all at once.

Bids, purchases, closes, voids and cancellations are stored by this file alone. It collects the
rows of any number of decisions and writes each table in one statement.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import Any
from uuid import UUID

import orjson

from vendue.auctions.engine.figures import Decision, Fact, LotFigures
from vendue.auctions.engine.history import Salts, content_hash, fact_content
from vendue.auctions.engine.public import status
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.queries.lot_rows import Row, state_of
from vendue.auctions.services.telling import events_of
from vendue.kernel.events import Event
from vendue.kernel.ids import new_id
from vendue.kernel.lots import LotStateOut
from vendue.platform.services import outbox, subscribers

Execute = Callable[[str, list[Any]], Any]

_INSERT_FACTS = """
INSERT INTO auctions_lotfact
       (id, lot_id, sequence, epoch, kind, at, bidder_id, bidder_number, amount_minor,
        maximum_minor, price_minor, ends_at, leader_number, reserve, bid_count, bidder_count,
        extension_count, voided_sequences, result, bidder_commitment, maximum_commitment,
        previous_hash, hash)
SELECT * FROM jsonb_to_recordset(%s::jsonb) AS fact
       (id uuid, lot_id uuid, sequence int, epoch int, kind text, at timestamptz, bidder_id uuid,
        bidder_number int, amount_minor bigint, maximum_minor bigint, price_minor bigint,
        ends_at timestamptz, leader_number int, reserve text, bid_count int, bidder_count int,
        extension_count int, voided_sequences jsonb, result text, bidder_commitment text,
        maximum_commitment text, previous_hash text, hash text)
"""
_UPDATE_STATES = """
UPDATE auctions_lotstate AS lot
   SET status = s.status, price_minor = s.price_minor, ends_at = s.ends_at, epoch = s.epoch,
       sequence = s.sequence, leader_id = s.leader_id, leader_number = s.leader_number,
       leader_maximum_minor = s.leader_maximum_minor,
       second_maximum_minor = s.second_maximum_minor, reserve_minor = s.reserve_minor,
       reserve_lowered = s.reserve_lowered, extension_count = s.extension_count,
       bid_count = s.bid_count, bidder_count = s.bidder_count, closed_at = s.closed_at,
       result = s.result, head_hash = s.head_hash
  FROM jsonb_to_recordset(%s::jsonb) AS s
       (lot_id uuid, status text, price_minor bigint, ends_at timestamptz, epoch int, sequence int,
        leader_id uuid, leader_number int, leader_maximum_minor bigint,
        second_maximum_minor bigint, reserve_minor bigint, reserve_lowered bool,
        extension_count int, bid_count int, bidder_count int, closed_at timestamptz, result text,
        head_hash text)
 WHERE lot.lot_id = s.lot_id
"""
_UPSERT_MAXIMA = """
INSERT INTO auctions_autobid
       (id, lot_id, account_id, number, maximum_minor, sequence, secret, last_bid_at)
SELECT b.id, b.lot_id, b.account_id, b.number, b.maximum_minor, b.sequence,
       decode(b.secret, 'hex'), b.last_bid_at
  FROM jsonb_to_recordset(%s::jsonb) AS b
       (id uuid, lot_id uuid, account_id uuid, number int, maximum_minor bigint, sequence int,
        secret text, last_bid_at timestamptz)
    ON CONFLICT (lot_id, account_id) DO UPDATE
   SET maximum_minor = excluded.maximum_minor, sequence = excluded.sequence,
       last_bid_at = excluded.last_bid_at
"""
_INSERT_EVENTS = """
INSERT INTO platform_outboxevent (event_id, name, channel, payload, occurred_at)
SELECT * FROM jsonb_to_recordset(%s::jsonb) AS event
       (event_id uuid, name text, channel text, payload text, occurred_at timestamptz)
"""


@dataclass(slots=True)
class LotBidder:
    """A bidder of a lot as its row holds it, kept up to date through a batch."""

    account_id: UUID
    number: int
    maximum_minor: int | None
    sequence: int | None
    secret: bytes
    last_bid_at: datetime

    def salt(self, domain: bytes, sequence: int) -> bytes:
        """The salt of this bidder's commitment in one fact; erased with the secret."""
        return blake2b(b"%s:%d" % (domain, sequence), key=self.secret, digest_size=32).digest()


@dataclass(slots=True)
class OpenLot:
    """A lot whose row is locked: its terms, its figures so far, its chain's head, its bidders."""

    lot_id: UUID
    auction_id: UUID
    seller_id: UUID
    organisation_id: UUID | None
    terms: LotTerms
    figures: LotFigures
    head_hash: str
    bidders: dict[UUID, LotBidder] = field(default_factory=dict)

    @classmethod
    def of(cls, row: Row, terms: LotTerms, figures: LotFigures) -> "OpenLot":
        """The lot of a locked row."""
        return cls(
            row["lot_id"],
            row["auction_id"],
            row["seller_id"],
            row["organisation_id"],
            terms,
            figures,
            row["head_hash"],
        )

    def number_of(self, account_id: UUID) -> int | None:
        """The number an account already has on this lot."""
        known = self.bidders.get(account_id)
        return None if known is None else known.number


@dataclass(frozen=True, slots=True)
class RecordedFact:
    """A fact as stored: its id and hash, and the public state right after it."""

    id: UUID
    fact: Fact
    hash: str
    state: LotStateOut


class Changes:
    """What a transaction will write: every table once, however many decisions were made."""

    def __init__(self) -> None:
        self.facts: list[dict[str, Any]] = []
        self.lots: dict[UUID, tuple[OpenLot, datetime]] = {}
        self.bidders: dict[tuple[UUID, UUID], LotBidder] = {}
        self.events: list[Event] = []
        self._published: list[outbox.Row] = []

    def add(self, lot: OpenLot, decision: Decision, at: datetime) -> list[RecordedFact]:
        """Take a decision in: the lot goes on from its figures. Facts come back as stored."""
        recorded = [self._fact(lot, fact) for fact in decision.facts]
        lot.figures = decision.figures
        self.lots[lot.lot_id] = (lot, at)
        return recorded

    def write(self, execute: Execute) -> None:
        """Write everything, with ``execute(sql, parameters)`` of the transaction's connection."""
        if self.facts:
            execute(_INSERT_FACTS, [_json(self.facts)])
        if self.lots:
            rows = [_figures_row(lot, at) for lot, at in self.lots.values()]
            execute(_UPDATE_STATES, [_json(rows)])
        if self.bidders:
            rows = [_bidder_row(key[0], bidder) for key, bidder in self.bidders.items()]
            execute(_UPSERT_MAXIMA, [_json(rows)])
        if self.events:
            self._published = outbox.rows(self.events)
            execute(_INSERT_EVENTS, [_json(_event_rows(self._published))])

    def announce(self) -> None:
        """Tell subscribers of what was written. Call it once the transaction is committed."""
        subscribers.announce(self._published)

    def _fact(self, lot: OpenLot, fact: Fact) -> RecordedFact:
        bidder = self._bidder(lot, fact)
        salts = Salts(
            bidder=None if bidder is None else bidder.salt(b"bidder", fact.sequence),
            maximum=None
            if bidder is None or fact.maximum_minor is None
            else bidder.salt(b"maximum", fact.sequence),
        )
        content = fact_content(lot.lot_id, fact, salts, lot.head_hash)
        lot.head_hash = content_hash(content)
        state = state_of(lot.lot_id, fact, lot.terms, fact.at)
        recorded = RecordedFact(new_id(), fact, lot.head_hash, state)
        self.facts.append(_fact_row(recorded, content, lot.head_hash))
        self.events.extend(events_of(lot.auction_id, lot.lot_id, recorded.id, fact, state))
        return recorded

    def _bidder(self, lot: OpenLot, fact: Fact) -> LotBidder | None:
        if fact.bidder is None or fact.bidder_number is None:
            return None
        bidder = lot.bidders.get(fact.bidder)
        if bidder is None:
            bidder = lot.bidders[fact.bidder] = LotBidder(
                fact.bidder, fact.bidder_number, None, None, secrets.token_bytes(32), fact.at
            )
            self.bidders[lot.lot_id, fact.bidder] = bidder
        if fact.maximum_minor is not None:
            bidder.maximum_minor = fact.maximum_minor
            bidder.sequence = fact.sequence
            bidder.last_bid_at = fact.at
            self.bidders[lot.lot_id, fact.bidder] = bidder
        return bidder


def _fact_row(recorded: RecordedFact, content: dict[str, Any], own_hash: str) -> dict[str, Any]:
    fact = recorded.fact
    return {
        "id": recorded.id,
        "lot_id": content["lot_id"],
        "sequence": fact.sequence,
        "epoch": fact.epoch,
        "kind": fact.kind,
        "at": fact.at,
        "bidder_id": fact.bidder,
        "bidder_number": fact.bidder_number,
        "amount_minor": fact.amount_minor,
        "maximum_minor": fact.maximum_minor,
        "price_minor": fact.price_minor,
        "ends_at": fact.ends_at,
        "leader_number": fact.leader_number,
        "reserve": fact.reserve,
        "bid_count": fact.bid_count,
        "bidder_count": fact.bidder_count,
        "extension_count": fact.extension_count,
        "voided_sequences": fact.voided_sequences,
        "result": fact.result,
        "bidder_commitment": content["commitments"]["bidder"],
        "maximum_commitment": content["commitments"]["maximum"],
        "previous_hash": content["previous_hash"],
        "hash": own_hash,
    }


def _figures_row(lot: OpenLot, at: datetime) -> dict[str, Any]:
    figures = lot.figures
    return {
        "lot_id": lot.lot_id,
        "status": status(figures, lot.terms, at),
        "price_minor": figures.price_minor,
        "ends_at": figures.ends_at,
        "epoch": figures.epoch,
        "sequence": figures.sequence,
        "leader_id": figures.leader,
        "leader_number": figures.leader_number,
        "leader_maximum_minor": figures.leader_maximum_minor,
        "second_maximum_minor": figures.second_maximum_minor,
        "reserve_minor": figures.reserve_minor,
        "reserve_lowered": figures.reserve_lowered,
        "extension_count": figures.extension_count,
        "bid_count": figures.bid_count,
        "bidder_count": figures.bidder_count,
        "closed_at": figures.closed_at,
        "result": figures.result,
        "head_hash": lot.head_hash,
    }


def _bidder_row(lot_id: UUID, bidder: LotBidder) -> dict[str, Any]:
    return {
        "id": new_id(),
        "lot_id": lot_id,
        "account_id": bidder.account_id,
        "number": bidder.number,
        "maximum_minor": bidder.maximum_minor,
        "sequence": bidder.sequence,
        "secret": bidder.secret.hex(),
        "last_bid_at": bidder.last_bid_at,
    }


def _event_rows(rows: list[outbox.Row]) -> list[dict[str, Any]]:
    return [dict(zip(outbox.COLUMNS, row, strict=True)) for row in rows]


def _json(rows: list[dict[str, Any]]) -> str:
    return orjson.dumps(rows).decode()
