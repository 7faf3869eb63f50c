"""Where a bidder stands: on one lot, and over all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import F, Q, QuerySet

from vendue.auctions.engine.figures import pseudonym
from vendue.auctions.models import AutoBid
from vendue.auctions.queries.lots import state_of_row
from vendue.catalogue.services import offering
from vendue.catalogue.services.offering import LotCard, Thumbnail
from vendue.kernel.errors import NotFound
from vendue.kernel.lots import LotResult, LotStateOut
from vendue.kernel.pages import Page, decode_cursor, page_of


class BidderStanding(StrEnum):
    """Where a bidder stands on a lot."""

    LEADING = "leading"
    OUTBID = "outbid"
    WON = "won"
    LOST = "lost"


class NextStep(StrEnum):
    """What is left for a bidder to do about a lot."""

    WAIT = "wait"
    BID_AGAIN = "bid_again"
    SETTLE = "settle"
    NONE = "none"


_NEXT_STEPS = {
    BidderStanding.LEADING: NextStep.WAIT,
    BidderStanding.OUTBID: NextStep.BID_AGAIN,
    BidderStanding.WON: NextStep.SETTLE,
    BidderStanding.LOST: NextStep.NONE,
}
_LEADS = Q(lot__leader_id=F("account_id"))
_OPEN = Q(lot__result__isnull=True)
_GAINED = Q(lot__result__in=[LotResult.SOLD, LotResult.BOUGHT])
_FILTERS = {
    BidderStanding.LEADING: _OPEN & _LEADS,
    BidderStanding.OUTBID: _OPEN & ~_LEADS,
    BidderStanding.WON: _GAINED & _LEADS,
    BidderStanding.LOST: ~_OPEN & ~(_GAINED & _LEADS),
}


@dataclass(frozen=True, slots=True)
class OwnBid:
    """A bidder's own view of a lot. ``next_minimum_minor`` is the least maximum they could set
    now, in minor units; ``None`` where there is nothing left to bid on."""

    lot_id: UUID
    lot_title: str
    thumbnail: Thumbnail | None
    bidder: str
    standing: BidderStanding
    next_step: NextStep
    maximum_minor: int | None
    next_minimum_minor: int | None
    last_bid_at: datetime
    state: LotStateOut


def bids_of(
    account_id: UUID, *, standing: BidderStanding | None, cursor: str | None, limit: int
) -> Page[OwnBid]:
    """The lots an account bid on, the latest bid first."""
    found = _rows(account_id)
    if standing is not None:
        found = found.filter(_FILTERS[standing])
    if cursor is not None:
        at, row_id = decode_cursor(cursor, datetime.fromisoformat, UUID)
        found = found.filter(Q(last_bid_at__lt=at) | Q(last_bid_at=at, id__lt=row_id))
    rows = list(found.order_by("-last_bid_at", "-id")[: limit + 1])
    page = page_of(rows, limit, lambda row: (row.last_bid_at.isoformat(), str(row.id)))
    return Page(_own_bids(page.items), page.next_cursor)


def own_bid(account_id: UUID, lot_id: UUID) -> OwnBid:
    """An account's standing on one lot. Raises ``NotFound`` where it never bid."""
    row = _rows(account_id).filter(lot_id=lot_id).first()
    if row is None:
        raise NotFound
    return _own_bids([row])[0]


def _rows(account_id: UUID) -> QuerySet[AutoBid]:
    return AutoBid.objects.filter(account_id=account_id).select_related("lot").defer("lot__terms")


def _own_bids(rows: Sequence[AutoBid]) -> list[OwnBid]:
    cards = offering.cards_of([row.lot_id for row in rows])
    return [_own(row, cards[row.lot_id]) for row in rows]


def _own(row: AutoBid, card: LotCard) -> OwnBid:
    standing = _standing(row)
    state = state_of_row(row.lot)
    bidder = pseudonym(row.number)
    assert bidder is not None
    return OwnBid(
        lot_id=row.lot_id,
        lot_title=card.title,
        thumbnail=card.thumbnail,
        bidder=bidder,
        standing=standing,
        next_step=_NEXT_STEPS[standing],
        maximum_minor=row.maximum_minor,
        next_minimum_minor=_next_minimum(row, standing, state),
        last_bid_at=row.last_bid_at,
        state=state,
    )


def _standing(row: AutoBid) -> BidderStanding:
    leads = row.lot.leader_id == row.account_id
    if row.lot.result is None:
        return BidderStanding.LEADING if leads else BidderStanding.OUTBID
    gained = leads and row.lot.result in {LotResult.SOLD, LotResult.BOUGHT}
    return BidderStanding.WON if gained else BidderStanding.LOST


def _next_minimum(row: AutoBid, standing: BidderStanding, state: LotStateOut) -> int | None:
    if standing is BidderStanding.OUTBID:
        return state.minimum_bid_minor
    if standing is BidderStanding.LEADING and row.maximum_minor is not None:
        # Whoever leads only raises: above the own maximum, by whatever amount (rule 2.7).
        return row.maximum_minor + 1
    return None
