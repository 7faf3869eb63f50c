"""A market with ears: bids relayed to their reactions, and what each account was told."""

from typing import Any
from uuid import UUID

import orjson

from tests.auctions.bids import bid
from vendue.auctions.models import LotState
from vendue.auctions.services.closing import close_due_lots
from vendue.comms.models import Notification
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.platform.models import FailedReaction, OutboxEvent
from vendue.platform.services import relaying
from vendue.reactions import registry


def relayed() -> None:
    """Let every reaction run to what has happened, and to what follows from it."""
    while relaying.relay_batch(registry.load()):
        pass
    assert not FailedReaction.objects.exists(), FailedReaction.objects.get().error


def bids(lot: LotState, *placed: tuple[Actor, int]) -> None:
    """Bids placed one after the other, each accepted."""
    for actor, maximum_minor in placed:
        status, answer = bid(lot.lot_id, actor, maximum_minor)
        assert status == 201, answer


def told(actor: Actor, *, prefix: str = "me.") -> list[dict[str, Any]]:
    """What went out on an account's own channel, in order."""
    rows = OutboxEvent.objects.filter(channel=f"me.{actor.id}", name__startswith=prefix)
    return [orjson.loads(row.payload) for row in rows.order_by("position")]


def told_of(actor: Actor) -> list[str]:
    """The names of that, without the bell's."""
    return [message["type"] for message in told(actor) if message["type"] != "me.notification"]


def entry(actor: Actor, lot_id: UUID, topic: str = "standing") -> Notification:
    """The account's one entry about a lot."""
    return Notification.objects.get(account_id=actor.id, lot_id=lot_id, topic=topic)


def closed(lot: LotState) -> None:
    """The lot's end has come."""
    LotState.objects.filter(lot_id=lot.lot_id).update(ends_at=clock.database_now())
    assert close_due_lots() == 1
