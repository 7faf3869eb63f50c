"""Bids and purchases through the service, as a request would place them."""

import json
from typing import Any
from uuid import UUID

from vendue.auctions.services import bidding
from vendue.kernel.actor import Actor
from vendue.kernel.ids import new_id

Answer = tuple[int, dict[str, Any]]


def bid(lot_id: UUID, actor: Actor, maximum_minor: int, key: str | None = None) -> Answer:
    """Place a bid; the status and the body of its answer."""
    answer = bidding.place_bid(
        actor=actor,
        lot_id=lot_id,
        maximum_minor=maximum_minor,
        key=key or new_id().hex,
        fingerprint=maximum_minor.to_bytes(32, "big"),
        instance=f"/api/v1/lots/{lot_id}/bids",
    )
    return answer.status, json.loads(answer.body)


def buy(lot_id: UUID, actor: Actor, key: str | None = None) -> Answer:
    """Buy at once; the status and the body of its answer."""
    answer = bidding.buy_now(
        actor=actor,
        lot_id=lot_id,
        key=key or new_id().hex,
        fingerprint=b"p" * 32,
        instance=f"/api/v1/lots/{lot_id}/purchase",
    )
    return answer.status, json.loads(answer.body)
