"""Reading the market lot by lot, in one snapshot, however many rows there are.

Every table is read once, in the order of lots, by a cursor that stays on the server.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

import orjson
from django.db import connection

from vendue.auctions.engine.figures import Fact, FactKind
from vendue.auctions.queries.lot_rows import COLUMNS
from vendue.kernel.lots import LotResult, ReserveStanding

_CHUNK = 2_000

# ``xmin`` is the transaction that wrote the row: what was written together has it in common.
_FACTS = """
SELECT lot_id, id, kind, sequence, epoch, at, bidder_id, bidder_number, amount_minor,
       price_minor, ends_at, maximum_minor, leader_number, reserve, bid_count, bidder_count,
       extension_count, voided_sequences::text, result, bidder_commitment, maximum_commitment,
       previous_hash, hash, xmin::text
  FROM auctions_lotfact ORDER BY lot_id, sequence
"""
_BIDDERS = """
SELECT lot_id, account_id, number, maximum_minor, sequence, secret, last_bid_at
  FROM auctions_autobid ORDER BY lot_id, number
"""
_CHANGES = """
SELECT lot_id, from_minor, to_minor, after_sequence, at FROM auctions_reservechange ORDER BY lot_id
"""
_EVENTS = """
SELECT substring(payload from '"lot_id":"([0-9a-f-]{36})"')::uuid AS lot_id,
       event_id, name, channel, payload, occurred_at
  FROM platform_outboxevent
 WHERE name LIKE 'lot.%%' OR name IN ('auction.lot_moved', 'auction.lot_closed')
 ORDER BY 1, position
"""
# An answer names its lot in the state it shows; a refusal without one by the path it refuses.
_ANSWERS = """
SELECT COALESCE(substring(body from '"lot_id":"([0-9a-f-]{36})"'),
                substring(body from '/lots/([0-9a-f-]{36})/'))::uuid AS lot_id,
       principal, key, operation, status, body, created_at, transaction
  FROM (SELECT principal, key, operation, status, convert_from(body, 'UTF8') AS body, created_at,
               xmin::text AS transaction
          FROM platform_idempotencykey WHERE operation IN ('place_bid', 'buy_now')) AS answer
 ORDER BY 1, created_at
"""
_LOTS = f"""
SELECT {", ".join(COLUMNS)}, status, terms::text, reserve_salt
  FROM auctions_lotstate ORDER BY lot_id
"""  # noqa: S608 - column names of ours


class StoredFact(NamedTuple):
    """A row of a lot's history: the fact as the engine knows it, and its link of the chain."""

    lot_id: UUID
    id: UUID
    fact: Fact
    bidder_commitment: str | None
    maximum_commitment: str | None
    previous_hash: str
    hash: str
    transaction: str


class StoredBidder(NamedTuple):
    """A row of a bidder on a lot."""

    lot_id: UUID
    account_id: UUID
    number: int
    maximum_minor: int | None
    sequence: int | None
    secret: bytes | None
    last_bid_at: datetime


class StoredChange(NamedTuple):
    """A reserve that was lowered."""

    lot_id: UUID
    from_minor: int
    to_minor: int
    after_sequence: int
    at: datetime


class StoredEvent(NamedTuple):
    """An event about a lot, as subscribers are sent it."""

    lot_id: UUID | None
    event_id: UUID
    name: str
    channel: str
    payload: str
    occurred_at: datetime


class KeptAnswer(NamedTuple):
    """The kept answer to a bid or a purchase."""

    lot_id: UUID | None
    principal: str
    key: str
    operation: str
    status: int
    body: str
    created_at: datetime
    transaction: str


@dataclass(frozen=True, slots=True)
class LotRecords:
    """Everything that is stored about one lot. ``row`` is empty where only the rest is there."""

    lot_id: UUID | None
    row: dict[str, Any]
    facts: Sequence[StoredFact]
    bidders: Sequence[StoredBidder]
    changes: Sequence[StoredChange]
    events: Sequence[StoredEvent]
    answers: Sequence[KeptAnswer]


R = TypeVar("R", StoredFact, StoredBidder, StoredChange, StoredEvent, KeptAnswer)


class _Stream(Generic[R]):
    """Rows in the order of lots, handed out one lot at a time."""

    def __init__(self, sql: str, make: Callable[[Sequence[Any]], R]) -> None:
        self._rows: Iterator[R] = (make(row) for row in _rows(sql))
        self._next: R | None = next(self._rows, None)

    @property
    def lot_id(self) -> UUID | None:
        """The lot that comes next; ``None`` at the end, and for rows that name no lot."""
        return None if self._next is None else self._next.lot_id

    def take(self, lot_id: UUID | None) -> list[R]:
        """The rows of a lot, if it comes next."""
        taken: list[R] = []
        while self._next is not None and self._next.lot_id == lot_id:
            taken.append(self._next)
            self._next = next(self._rows, None)
        return taken


def lots() -> Iterator[LotRecords]:
    """Every lot with all that is stored about it; rows that name no lot come last.

    Call it inside a transaction that sees one snapshot.
    """
    rows = (
        dict(zip((*COLUMNS, "status", "terms", "reserve_salt"), r, strict=True))
        for r in _rows(_LOTS)
    )
    facts = _Stream(_FACTS, _fact)
    bidders = _Stream(_BIDDERS, lambda row: StoredBidder(*row))
    changes = _Stream(_CHANGES, lambda row: StoredChange(*row))
    events = _Stream(_EVENTS, lambda row: StoredEvent(*row))
    answers = _Stream(_ANSWERS, lambda row: KeptAnswer(*row))
    row = next(rows, None)
    while True:
        waiting = [s.lot_id for s in (facts, bidders, changes, events, answers)]
        known = None if row is None else row["lot_id"]
        lot_id = min(filter(None, chain(waiting, [known])), default=None)
        yield LotRecords(
            lot_id,
            row if row is not None and lot_id is not None and known == lot_id else {},
            facts.take(lot_id),
            bidders.take(lot_id),
            changes.take(lot_id),
            events.take(lot_id),
            answers.take(lot_id),
        )
        if lot_id is None:
            return
        if known == lot_id:
            row = next(rows, None)


def _rows(sql: str) -> Iterator[Sequence[Any]]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql)
        while rows := cursor.fetchmany(_CHUNK):
            yield from rows


def _fact(row: Sequence[Any]) -> StoredFact:
    lot_id, fact_id, kind, *values, voided, result, bidder, maximum, previous, own, xmin = row
    (
        sequence, epoch, at, bidder_id, number, amount_minor, price_minor, ends_at, maximum_minor,
        leader_number, reserve, bid_count, bidder_count, extension_count,
    ) = values  # fmt: skip
    fact = Fact(
        kind=FactKind(kind),
        sequence=sequence,
        epoch=epoch,
        at=at,
        bidder=bidder_id,
        bidder_number=number,
        amount_minor=amount_minor,
        price_minor=price_minor,
        ends_at=ends_at,
        maximum_minor=maximum_minor,
        leader_number=leader_number,
        reserve=ReserveStanding(reserve),
        bid_count=bid_count,
        bidder_count=bidder_count,
        extension_count=extension_count,
        voided_sequences=() if voided == "[]" else tuple(orjson.loads(voided)),
        result=None if result is None else LotResult(result),
    )
    return StoredFact(lot_id, fact_id, fact, bidder, maximum, previous, own, xmin)
