"""Short lives of lots; together they bring about every event that a lot can have."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from tests.auctions.bids import bid, buy
from tests.factories import a_live_lot, a_staff_actor, an_actor
from vendue.auctions.models import LotState
from vendue.auctions.queries import lots as queries
from vendue.auctions.services import cancelling, closing, voiding
from vendue.kernel import clock

Play = Callable[[UUID], None]

#: So long before its end a lot of the default rules is extended by a bid.
_LATE_SECONDS = 20


def outbid(lot_id: UUID) -> None:
    """Two bid against each other, and a proxy answers."""
    anna, bruno = an_actor(), an_actor()
    bid(lot_id, anna, 5_000)
    bid(lot_id, bruno, 3_000)
    bid(lot_id, bruno, 9_000)


def reach_the_reserve(lot_id: UUID) -> None:
    """The reserve of 40.00 is met by the second bid."""
    bid(lot_id, an_actor(), 3_000)
    bid(lot_id, an_actor(), 6_000)


def extend(lot_id: UUID) -> None:
    """A bid comes in the last minute."""
    LotState.objects.filter(lot_id=lot_id).update(
        ends_at=clock.database_now() + timedelta(seconds=_LATE_SECONDS)
    )
    bid(lot_id, an_actor(), 5_000)


def void(lot_id: UUID) -> None:
    """Staff take the leader's bid out, and bidding goes on."""
    bid(lot_id, an_actor(), 5_000)
    bid(lot_id, an_actor(), 9_000)
    leading = voiding.standing_bids(lot_id)[-1]
    voiding.void_bids(
        actor=a_staff_actor("staff:auctions"),
        lot_id=lot_id,
        sequences=[leading.sequence],
        reason="Bid by mistake.",
    )
    bid(lot_id, an_actor(), 6_000)


def purchase(lot_id: UUID) -> None:
    """Somebody buys at once, for 90.00."""
    buy(lot_id, an_actor())


def sell(lot_id: UUID) -> None:
    """The end comes with a bid on the lot."""
    bid(lot_id, an_actor(), 5_000)
    _end(lot_id)


def end_without_a_bid(lot_id: UUID) -> None:
    """The end comes, and nobody has bid."""
    _end(lot_id)


def cancel(lot_id: UUID) -> None:
    """Staff take the lot out of the sale."""
    bid(lot_id, an_actor(), 5_000)
    cancelling.cancel_lot(
        actor=a_staff_actor("staff:auctions"), lot_id=lot_id, reason="It is not as described."
    )


PLAYS: tuple[Play, ...] = (
    outbid, reach_the_reserve, extend, void, purchase, sell, end_without_a_bid, cancel,
)  # fmt: skip


def a_lot_for(play: Play) -> UUID:
    """A lot on which this can happen."""
    terms = {reach_the_reserve: {"reserve_minor": 4_000}, purchase: {"buy_now_minor": 9_000}}
    return a_live_lot(**terms.get(play, {})).lot_id


def state_of(lot_id: UUID) -> dict[str, object]:
    """The lot as the API says it is now."""
    return queries.lot_state(lot_id).model_dump(mode="json")


def _end(lot_id: UUID) -> None:
    LotState.objects.filter(lot_id=lot_id).update(
        ends_at=clock.database_now() - timedelta(milliseconds=1)
    )
    closing.close_due_lots()
