"""Buy Now: somebody takes the lot at its fixed price (rule 4)."""

from datetime import datetime
from uuid import UUID

from vendue.auctions.engine.draft import Draft
from vendue.auctions.engine.figures import Bidder, Decision, FactKind, LotFigures
from vendue.auctions.engine.public import buy_now_price, require_open
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.errors import BuyNowGone
from vendue.kernel.lots import LotResult, ReserveStanding


def buy_now(
    figures: LotFigures, terms: LotTerms, buyer: UUID, number: int | None, at: datetime
) -> Decision:
    """Decide a purchase at ``at``. One fact, which also ends the lot with the result ``bought``.

    ``number`` is the number the buyer already has on the lot. The leader may buy. Raises
    ``LotNotOpen``, ``LotClosed`` or ``BuyNowGone``; who may not buy is the caller's to refuse.
    """
    if figures.result is LotResult.BOUGHT:
        raise BuyNowGone  # of many purchases at once all but one hear the same cause
    require_open(figures, terms, at)
    price_minor = buy_now_price(figures, terms)
    if price_minor is None:
        raise BuyNowGone

    draft = Draft(figures, at)
    if buyer == figures.leader:
        number = figures.leader_number
    # A purchase is no bid: the next number serves a buyer who has none, but counts no bidder.
    purchaser = Bidder(buyer, number or figures.bidder_count + 1)
    draft.leader = purchaser
    draft.leader_maximum_minor = price_minor
    draft.second_maximum_minor = None  # maxima decide nothing any more, and may be higher
    draft.price_minor = price_minor
    if draft.reserve is ReserveStanding.NOT_MET:
        draft.reserve = ReserveStanding.MET  # the price of Buy Now is at least the reserve
    draft.result = LotResult.BOUGHT
    draft.record(FactKind.PURCHASE, purchaser, amount_minor=price_minor)
    return draft.decision()
