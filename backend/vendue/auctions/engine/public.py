"""What everybody may know of a lot: its status, its minimum bid, its Buy Now offer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from vendue.auctions.engine.rules import BuyNowUntil
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.errors import LotClosed, LotNotOpen
from vendue.kernel.lots import LotResult, LotStatus, ReserveStanding


@dataclass(frozen=True, slots=True)
class PublicState:
    """The public facts of a lot at one moment. Nothing secret has a field to leak through.

    ``leader_number`` is the leader's number on this lot; ``buy_now_minor`` is the price of an
    open Buy Now offer. Amounts in minor units of ``currency``.
    """

    epoch: int
    sequence: int
    status: LotStatus
    currency: str
    price_minor: int
    minimum_bid_minor: int
    bid_count: int
    bidder_count: int
    reserve: ReserveStanding
    buy_now_minor: int | None
    leader_number: int | None
    starts_at: datetime
    ends_at: datetime
    extension_count: int
    closed_at: datetime | None
    result: LotResult | None
    hammer_price_minor: int | None


class Shown(Protocol):
    """What figures and facts have in common: the public values of one moment."""

    @property
    def epoch(self) -> int: ...
    @property
    def sequence(self) -> int: ...
    @property
    def price_minor(self) -> int: ...
    @property
    def leader_number(self) -> int | None: ...
    @property
    def reserve(self) -> ReserveStanding: ...
    @property
    def bid_count(self) -> int: ...
    @property
    def bidder_count(self) -> int: ...
    @property
    def extension_count(self) -> int: ...
    @property
    def ends_at(self) -> datetime: ...
    @property
    def closed_at(self) -> datetime | None: ...
    @property
    def result(self) -> LotResult | None: ...


def public_state(shown: Shown, terms: LotTerms, at: datetime) -> PublicState:
    """The public state at ``at``, of a lot's figures or right after a fact (``at=fact.at``)."""
    return PublicState(
        epoch=shown.epoch,
        sequence=shown.sequence,
        status=status(shown, terms, at),
        currency=terms.currency,
        price_minor=shown.price_minor,
        minimum_bid_minor=minimum_bid(shown, terms),
        bid_count=shown.bid_count,
        bidder_count=shown.bidder_count,
        reserve=shown.reserve,
        buy_now_minor=buy_now_price(shown, terms),
        leader_number=shown.leader_number,
        starts_at=terms.starts_at,
        ends_at=shown.ends_at,
        extension_count=shown.extension_count,
        closed_at=shown.closed_at,
        result=shown.result,
        hammer_price_minor=hammer_price(shown),
    )


def status(shown: Shown, terms: LotTerms, at: datetime) -> LotStatus:
    """Where the lot stands at ``at``. Past its end it is live until the close is decided."""
    if shown.result is not None:
        return LotStatus.CANCELLED if shown.result is LotResult.CANCELLED else LotStatus.CLOSED
    return LotStatus.SCHEDULED if at < terms.starts_at else LotStatus.LIVE


def require_open(shown: Shown, terms: LotTerms, at: datetime) -> None:
    """Refuse unless bidding is open at ``at``: from the start up to, not at, the end (rule 5.1).

    Raises ``LotClosed`` or ``LotNotOpen``.
    """
    if shown.result is not None or at >= shown.ends_at:
        raise LotClosed
    if at < terms.starts_at:
        raise LotNotOpen


def minimum_bid(shown: Shown, terms: LotTerms) -> int:
    """What the next bidder must offer at least, in minor units (rule 2.1)."""
    if shown.leader_number is None:
        return terms.start_price_minor
    return shown.price_minor + terms.rules.increments.increment(shown.price_minor)


def hammer_price(shown: Shown) -> int | None:
    """The price of a lot that found its buyer, in minor units."""
    return shown.price_minor if shown.result in (LotResult.SOLD, LotResult.BOUGHT) else None


def buy_now_price(shown: Shown, terms: LotTerms) -> int | None:
    """The price of the Buy Now offer while it is open, in minor units (rule 4)."""
    price_minor = terms.buy_now_minor
    if price_minor is None or shown.result is not None:
        return None
    if shown.leader_number is None:
        return price_minor
    if minimum_bid(shown, terms) >= price_minor or _buy_now_is_over(shown, terms, price_minor):
        return None
    return price_minor


def _buy_now_is_over(shown: Shown, terms: LotTerms, buy_now_minor: int) -> bool:
    """Whether bids have ended the offer by the rule set's own measure."""
    policy = terms.rules.buy_now
    if policy.until is BuyNowUntil.FIRST_BID:
        return True
    if policy.until is BuyNowUntil.RESERVE_MET:
        # Without a reserve any bid may win, so the first one ends the offer.
        return shown.reserve is not ReserveStanding.NOT_MET
    if policy.basis_points is not None:
        return shown.price_minor * 10_000 >= buy_now_minor * policy.basis_points
    return False  # price_reaches: the minimum bid reaches the price of the offer first
