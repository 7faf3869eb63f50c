"""A bid: the first, one that takes the lead, one the leader's proxy answers, an own raise."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vendue.auctions.engine.draft import Draft
from vendue.auctions.engine.figures import Bidder, Decision, FactKind, LotFigures
from vendue.auctions.engine.pricing import (
    contested_price,
    note_extension,
    note_reserve,
    price_under_reserve,
)
from vendue.auctions.engine.public import minimum_bid, require_open
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.errors import BidTooLow, NotAboveOwnMaximum
from vendue.kernel.money import MAXIMUM_MINOR


@dataclass(frozen=True, slots=True)
class Bid:
    """The most somebody will pay, in minor units. A bid of an exact amount is one too (rule 2.11).

    ``number`` is the number the bidder already has on this lot, ``None`` for a first bid.
    """

    bidder: UUID
    maximum_minor: int
    number: int | None = None


def place_bid(figures: LotFigures, terms: LotTerms, bid: Bid, at: datetime) -> Decision:
    """Decide a bid at ``at``, by the rules 2.1 to 2.8 and 5.1 to 5.2.

    Raises ``LotNotOpen``, ``LotClosed``, ``BidTooLow`` or ``NotAboveOwnMaximum``; a refusal
    changes nothing. Who may not bid at all (rule 2.12) is the caller's to refuse.
    """
    assert 1 <= bid.maximum_minor <= MAXIMUM_MINOR
    require_open(figures, terms, at)
    if bid.bidder == figures.leader:
        return _raise_own_maximum(figures, terms, bid, at)

    # Whoever does not lead cannot fail to exceed their own maximum here: the price is at least
    # every maximum but the leader's, and the minimum bid is above the price.
    minimum_minor = minimum_bid(figures, terms)
    if bid.maximum_minor < minimum_minor:
        raise BidTooLow(minimum_bid_minor=minimum_minor, currency=terms.currency)

    draft = Draft(figures, at)
    bidder = _admit(draft, bid)
    leading_minor = figures.leader_maximum_minor
    # On a tie the earlier maximum keeps the lead (rule 2.5), hence the strict comparison.
    if leading_minor is None or bid.maximum_minor > leading_minor:
        _take_the_lead(draft, terms, bidder, bid.maximum_minor)
    else:
        _answer(draft, terms, bidder, bid.maximum_minor)
    note_extension(draft, terms)
    return draft.decision()


def _raise_own_maximum(figures: LotFigures, terms: LotTerms, bid: Bid, at: datetime) -> Decision:
    """The leader offers more: it never bids against itself (rule 2.7)."""
    assert figures.leader_maximum_minor is not None
    assert figures.leader_number is not None
    maximum_minor = bid.maximum_minor
    if maximum_minor <= figures.leader_maximum_minor:
        raise NotAboveOwnMaximum

    draft = Draft(figures, at)
    draft.bid_count += 1
    price_minor = figures.price_minor
    second_minor = figures.second_maximum_minor
    if second_minor is not None and terms.rules.own_raise_recompute:
        price_minor = max(price_minor, contested_price(maximum_minor, second_minor, terms.rules))
    _lead(draft, terms, Bidder(bid.bidder, figures.leader_number), maximum_minor, price_minor)
    if draft.price_minor != figures.price_minor:
        note_extension(draft, terms)
    return draft.decision()


def _admit(draft: Draft, bid: Bid) -> Bidder:
    """Count the bid; the first one of a bidder gives it the next number."""
    draft.bid_count += 1
    if bid.number is not None:
        return Bidder(bid.bidder, bid.number)
    draft.bidder_count += 1
    return Bidder(bid.bidder, draft.bidder_count)


def _take_the_lead(draft: Draft, terms: LotTerms, bidder: Bidder, maximum_minor: int) -> None:
    """The first bid, or one above the leader's maximum (rules 2.2 and 2.3)."""
    beaten_minor = draft.leader_maximum_minor
    if beaten_minor is None:
        price_minor = terms.start_price_minor
    else:
        # Nobody else stood above the old leader, whose maximum is now the highest of the others.
        draft.second_maximum_minor = beaten_minor
        price_minor = contested_price(maximum_minor, beaten_minor, terms.rules)
    _lead(draft, terms, bidder, maximum_minor, price_minor)


def _lead(
    draft: Draft, terms: LotTerms, bidder: Bidder, maximum_minor: int, price_minor: int
) -> None:
    """Let the bidder lead at the price that bids have made, lifted by the reserve (rule 2.8)."""
    draft.leader = bidder
    draft.leader_maximum_minor = maximum_minor
    draft.price_minor = price_under_reserve(
        price_minor, maximum_minor, draft.reserve_minor, terms.rules
    )
    # The amount shown is the price: what the leader would pay above it is nobody's business.
    draft.record(FactKind.BID, bidder, amount_minor=draft.price_minor, maximum_minor=maximum_minor)
    note_reserve(draft)


def _answer(draft: Draft, terms: LotTerms, bidder: Bidder, maximum_minor: int) -> None:
    """A valid bid that the leader's proxy answers at once (rules 2.4, 2.5 and 2.11)."""
    leading_minor = draft.leader_maximum_minor
    assert leading_minor is not None
    draft.second_maximum_minor = max(draft.second_maximum_minor or 0, maximum_minor)
    draft.price_minor = maximum_minor
    draft.record(FactKind.BID, bidder, amount_minor=maximum_minor, maximum_minor=maximum_minor)
    price_minor = contested_price(leading_minor, maximum_minor, terms.rules)
    draft.price_minor = price_under_reserve(
        price_minor, leading_minor, draft.reserve_minor, terms.rules
    )
    draft.record(FactKind.AUTOMATIC_BID, draft.leader, amount_minor=draft.price_minor)
