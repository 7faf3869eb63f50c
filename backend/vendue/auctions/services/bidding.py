"""Placing a bid and buying at once: what is checked before the desk, and the way to it."""

from uuid import UUID

from vendue.auctions.services.desk import Desk
from vendue.auctions.services.instructions import Instruction, Wish
from vendue.auctions.services.settling import Clerk
from vendue.kernel.actor import Actor
from vendue.platform.services.idempotency import StoredAnswer
from vendue.trust.services import bidders

clerk = Clerk()
desk = Desk(clerk.settle)


def place_bid(
    *, actor: Actor, lot_id: UUID, maximum_minor: int, key: str, fingerprint: bytes, instance: str
) -> StoredAnswer:
    """Offer ``maximum_minor`` (minor units) at most; the market bids for the bidder up to it.

    Decided by rules 2.1 to 2.12 and 5.1 to 5.2 under the lot's lock. The answer is the same byte
    for byte when the key comes again; a domain refusal is such an answer too. Raises what the desk
    raises, and what ``trust`` asks of bidders.
    """
    bidders.require_bidder(actor)
    return desk.submit(
        Instruction(
            wish=Wish.BID,
            lot_id=lot_id,
            account_id=actor.id,
            maximum_minor=maximum_minor,
            principal=actor.principal,
            key=key,
            fingerprint=fingerprint,
            instance=instance,
            request_id=actor.origin.request_id,
            arrived=actor.origin.arrived,
        )
    )


def buy_now(
    *, actor: Actor, lot_id: UUID, key: str, fingerprint: bytes, instance: str
) -> StoredAnswer:
    """Take the lot at its Buy Now price (rule 4). Same lock, answers and errors as a bid."""
    bidders.require_bidder(actor)
    return desk.submit(
        Instruction(
            wish=Wish.PURCHASE,
            lot_id=lot_id,
            account_id=actor.id,
            maximum_minor=None,
            principal=actor.principal,
            key=key,
            fingerprint=fingerprint,
            instance=instance,
            request_id=actor.origin.request_id,
            arrived=actor.origin.arrived,
        )
    )
