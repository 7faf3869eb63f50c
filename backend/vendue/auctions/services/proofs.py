"""What a bidder needs to prove a bid later: the receipt again, and the salts of its commitments."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vendue.auctions.engine.figures import FactKind
from vendue.auctions.models import AutoBid, LotFact
from vendue.auctions.services import receipts
from vendue.auctions.services.instructions import bid_claims
from vendue.auctions.services.recording import LotBidder
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class BidReceipt:
    """A bid, its receipt and the secrets that open its commitments. For the bidder alone."""

    bid_id: UUID
    lot_id: UUID
    sequence: int
    maximum_minor: int
    currency: str
    placed_at: datetime
    receipt: str
    account_id: UUID
    bidder_salt: str
    maximum_salt: str


def receipt_of(*, actor: Actor, lot_id: UUID, bid_id: UUID) -> BidReceipt:
    """The proof of one of the caller's own bids. Raises ``NotFound`` for anybody else's."""
    fact = (
        LotFact.objects.filter(id=bid_id, lot_id=lot_id, bidder_id=actor.id, kind=FactKind.BID)
        .select_related("lot")
        .defer("lot__terms")
        .first()
    )
    own = AutoBid.objects.filter(lot_id=lot_id, account_id=actor.id).first()
    if fact is None or own is None or own.secret is None or fact.maximum_minor is None:
        raise NotFound
    bidder = LotBidder(
        actor.id, own.number, own.maximum_minor, own.sequence, bytes(own.secret), own.last_bid_at
    )
    return BidReceipt(
        bid_id=fact.id,
        lot_id=lot_id,
        sequence=fact.sequence,
        maximum_minor=fact.maximum_minor,
        currency=fact.lot.currency,
        placed_at=fact.at,
        receipt=receipts.sign(
            bid_claims(
                lot_id=lot_id,
                bidder=bidder,
                fact_id=fact.id,
                sequence=fact.sequence,
                fact_hash=fact.hash,
                at=fact.at,
                maximum_minor=fact.maximum_minor,
            )
        ),
        account_id=actor.id,
        bidder_salt=bidder.salt(b"bidder", fact.sequence).hex(),
        maximum_salt=bidder.salt(b"maximum", fact.sequence).hex(),
    )
