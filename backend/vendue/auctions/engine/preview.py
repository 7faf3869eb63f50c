"""What a bid would be, before it is placed: from what everybody sees and one's own maximum."""

from dataclasses import dataclass
from datetime import datetime

from vendue.auctions.engine.public import PublicState
from vendue.auctions.errors import BidTooLow, LotClosed, LotNotOpen, NotAboveOwnMaximum
from vendue.kernel.errors import DomainError


@dataclass(frozen=True, slots=True)
class OwnStanding:
    """What a bidder knows of itself on a lot: its number and its own maximum, in minor units."""

    number: int
    maximum_minor: int


@dataclass(frozen=True, slots=True)
class BidPreview:
    """Whether an amount would be valid now, and the highest hammer price it could lead to.

    ``refusal`` is what the bid would be refused with, ``None`` where it is valid. The price the
    bid would make is not here: it would give the leader's maximum away.
    """

    refusal: DomainError | None
    highest_hammer_minor: int


def preview_bid(
    state: PublicState, own: OwnStanding | None, maximum_minor: int, at: datetime
) -> BidPreview:
    """Preview a bid by rule 2.13. Takes no figures, so that nothing hidden can matter."""
    return BidPreview(_refusal(state, own, maximum_minor, at), maximum_minor)


def _refusal(
    state: PublicState, own: OwnStanding | None, maximum_minor: int, at: datetime
) -> DomainError | None:
    if state.result is not None or at >= state.ends_at:
        return LotClosed()
    if at < state.starts_at:
        return LotNotOpen()
    if own is not None and own.number == state.leader_number:
        return None if maximum_minor > own.maximum_minor else NotAboveOwnMaximum()
    if maximum_minor < state.minimum_bid_minor:
        return BidTooLow(minimum_bid_minor=state.minimum_bid_minor, currency=state.currency)
    return None
