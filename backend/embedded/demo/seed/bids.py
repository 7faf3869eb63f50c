"""The first bids on lots that have just been put up, so that prices look alive from the start."""

import random
from collections.abc import Iterable, Sequence
from uuid import UUID

from embedded.demo.seed.people import acting
from embedded.demo.temperaments import whole_euros
from vendue.auctions.queries.lots import lot_state
from vendue.auctions.services import bidding
from vendue.kernel.ids import new_id
from vendue.kernel.lots import LotStatus

HOW_MANY = (0, 0, 1, 1, 2, 3, 4, 6)
FINGERPRINT_BYTES = 32


def open_bidding(lot_ids: Iterable[UUID], bidders: Sequence[UUID]) -> int:
    """Place a few bids on those of the lots that are open. Returns how many were accepted."""
    return sum(_bid_on(lot_id, bidders) for lot_id in lot_ids)


def _bid_on(lot_id: UUID, bidders: Sequence[UUID]) -> int:
    chance = random.Random(lot_id.int)  # noqa: S311 - decides no secret
    accepted = 0
    for _ in range(chance.choice(HOW_MANY)):
        state = lot_state(lot_id)
        if state.status is not LotStatus.LIVE:
            break
        maximum_minor = whole_euros(state.minimum_bid_minor * chance.uniform(1, 1.3))
        answer = bidding.place_bid(
            actor=acting(chance.choice(bidders)),
            lot_id=lot_id,
            maximum_minor=maximum_minor,
            key=new_id().hex,
            fingerprint=maximum_minor.to_bytes(FINGERPRINT_BYTES, "big"),
            instance=f"/api/v1/lots/{lot_id}/bids",
        )
        # One's own maximum is now and then not exceeded: then that bidder stays with it.
        accepted += answer.status == 201
    return accepted
