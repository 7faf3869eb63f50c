"""What a bidder asks of the desk, and the answer that is kept for a repetition."""

import threading
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from typing import Any
from uuid import UUID

import orjson

from vendue.auctions.engine.figures import pseudonym
from vendue.auctions.services import receipts
from vendue.auctions.services.recording import LotBidder, OpenLot, RecordedFact
from vendue.kernel.errors import DomainError
from vendue.kernel.problems import MEDIA_TYPE, problem_details
from vendue.platform.services.idempotency import StoredAnswer


class Wish(Enum):
    """A bid, or a purchase at the Buy Now price. Both take the same lock."""

    BID = auto()
    PURCHASE = auto()


@dataclass(slots=True, eq=False)
class Instruction:
    """One request that waits at the desk for its answer."""

    wish: Wish
    lot_id: UUID
    account_id: UUID
    maximum_minor: int | None
    principal: str
    key: str
    fingerprint: bytes
    instance: str
    request_id: str
    #: When its request reached this process, by the clock of ``Origin``.
    arrived: float
    answer: StoredAnswer | None = None
    failure: Exception | None = None
    turn: threading.Event = field(default_factory=threading.Event)

    @property
    def operation(self) -> str:
        """The operation's id in the contract."""
        return "place_bid" if self.wish is Wish.BID else "buy_now"

    @property
    def is_settled(self) -> bool:
        """Whether there is an answer, or a failure that stands for one."""
        return self.answer is not None or self.failure is not None

    def refuse(self, error: DomainError) -> StoredAnswer:
        """The answer that a refusal gives."""
        details = problem_details(error, instance=self.instance, request_id=self.request_id)
        body = orjson.dumps(details, default=lambda model: model.model_dump(mode="json"))
        return StoredAnswer(error.status, MEDIA_TYPE, {}, body)


def accepted(
    instruction: Instruction, lot: OpenLot, bidder: LotBidder, facts: list[RecordedFact]
) -> StoredAnswer:
    """The answer to an accepted bid or purchase, with its signed receipt."""
    own, last = facts[0], facts[-1]
    at = wire_time(own.fact.at)
    if instruction.maximum_minor is None:
        outcome = _purchase(lot, bidder, own)
    else:
        claims = bid_claims(
            lot_id=lot.lot_id,
            bidder=bidder,
            fact_id=own.id,
            sequence=own.fact.sequence,
            fact_hash=own.hash,
            at=own.fact.at,
            maximum_minor=instruction.maximum_minor,
        )
        outcome = {
            "bid": {
                "bid_id": own.id,
                "sequence": own.fact.sequence,
                "maximum_minor": instruction.maximum_minor,
                "placed_at": at,
                "receipt": receipts.sign(claims),
            },
            "standing": "leading" if lot.figures.leader == bidder.account_id else "outbid",
        }
    state = orjson.Fragment(last.state.model_dump_json())
    body = orjson.dumps({**outcome, "state": state, "server_time": at})
    return StoredAnswer(201, "application/json", {"Location": _place(instruction, own)}, body)


def _place(instruction: Instruction, own: RecordedFact) -> str:
    """Where the outcome can be read: a bid's receipt, or how a purchase stands."""
    if instruction.maximum_minor is None:
        return f"/api/v1/me/bids/{instruction.lot_id}"
    return f"/api/v1/lots/{instruction.lot_id}/bids/{own.id}/receipt"


def bid_claims(
    *,
    lot_id: UUID,
    bidder: LotBidder,
    fact_id: UUID,
    sequence: int,
    fact_hash: str,
    at: datetime,
    maximum_minor: int,
) -> dict[str, Any]:
    """What the receipt of a bid says. The same bid always has the same receipt."""
    return {
        "lot_id": str(lot_id),
        "account_id": str(bidder.account_id),
        "bidder": pseudonym(bidder.number),
        "bid_id": str(fact_id),
        "sequence": sequence,
        "hash": fact_hash,
        "at": wire_time(at),
        "maximum_minor": maximum_minor,
    }


def wire_time(at: datetime) -> str:
    """RFC 3339 in UTC, as every answer writes it."""
    return at.isoformat().replace("+00:00", "Z")


def _purchase(lot: OpenLot, bidder: LotBidder, own: RecordedFact) -> dict[str, Any]:
    claims = {
        "lot_id": str(lot.lot_id),
        "account_id": str(bidder.account_id),
        "bidder": pseudonym(bidder.number),
        "purchase_id": str(own.id),
        "sequence": own.fact.sequence,
        "hash": own.hash,
        "at": wire_time(own.fact.at),
        "price_minor": own.fact.price_minor,
    }
    return {
        "purchase": {
            "purchase_id": own.id,
            "sequence": own.fact.sequence,
            "price_minor": own.fact.price_minor,
            "purchased_at": wire_time(own.fact.at),
            "receipt": receipts.sign(claims),
        }
    }
