"""Voiding bids: the state is computed anew from the maxima that still stand (rule 2.9)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vendue.auctions.engine.draft import Draft
from vendue.auctions.engine.figures import Bidder, Decision, FactKind, LotFigures
from vendue.auctions.engine.pricing import contested_price, price_under_reserve
from vendue.auctions.engine.public import require_open
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.errors import BidNotStanding
from vendue.kernel.lots import ReserveStanding


@dataclass(frozen=True, slots=True)
class StandingBid:
    """An accepted ``bid`` fact that was not voided. ``sequence`` tells which came earlier."""

    sequence: int
    bidder: UUID
    number: int
    maximum_minor: int


def void_bids(
    figures: LotFigures,
    terms: LotTerms,
    standing: Sequence[StandingBid],
    voided: Collection[int],
    at: datetime,
) -> Decision:
    """Take bids out of a live lot: one ``void`` fact, and the epoch goes up by one.

    ``standing`` is every standing bid of the lot, ``voided`` the sequences of those to take out.
    Minimum bids are not checked again and the end does not move. Raises ``LotNotOpen``,
    ``LotClosed`` or ``BidNotStanding``.
    """
    require_open(figures, terms, at)
    gone = frozenset(voided)
    if not gone or not gone <= {bid.sequence for bid in standing}:
        raise BidNotStanding

    remaining = [bid for bid in standing if bid.sequence not in gone]
    draft = Draft(figures, at)
    draft.epoch += 1
    draft.bid_count = len(remaining)
    _recompute(draft, terms, ranked_maxima(remaining))
    draft.record(FactKind.VOID, voided_sequences=tuple(sorted(gone)))
    return draft.decision()


def ranked_maxima(standing: Sequence[StandingBid]) -> list[StandingBid]:
    """Each bidder's latest standing maximum: the highest first, of equal ones the earliest."""
    latest: dict[UUID, StandingBid] = {}
    for bid in sorted(standing, key=lambda bid: bid.sequence):
        latest[bid.bidder] = bid
    return sorted(latest.values(), key=lambda bid: (-bid.maximum_minor, bid.sequence))


def _recompute(draft: Draft, terms: LotTerms, ranked: Sequence[StandingBid]) -> None:
    draft.leader = Bidder(ranked[0].bidder, ranked[0].number) if ranked else None
    draft.leader_maximum_minor = ranked[0].maximum_minor if ranked else None
    draft.second_maximum_minor = ranked[1].maximum_minor if len(ranked) > 1 else None
    price_minor = terms.start_price_minor
    if draft.leader_maximum_minor is not None:
        if draft.second_maximum_minor is not None:
            price_minor = contested_price(
                draft.leader_maximum_minor, draft.second_maximum_minor, terms.rules
            )
        price_minor = price_under_reserve(
            price_minor, draft.leader_maximum_minor, draft.reserve_minor, terms.rules
        )
    draft.price_minor = price_minor
    draft.reserve = _reserve_standing(draft)


def _reserve_standing(draft: Draft) -> ReserveStanding:
    """The new leader may be below a reserve that the old one met."""
    if draft.reserve_minor is None:
        return ReserveStanding.NONE
    if (draft.leader_maximum_minor or 0) >= draft.reserve_minor:
        return ReserveStanding.MET
    return ReserveStanding.NOT_MET
