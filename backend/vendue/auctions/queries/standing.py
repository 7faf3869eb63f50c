"""Where a bidder stands: on one lot, and over all of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import F, Q, QuerySet

from vendue.auctions.engine.figures import pseudonym
from vendue.auctions.models import AutoBid
from vendue.auctions.queries.lots import state_of_row
from vendue.kernel.errors import NotFound
from vendue.kernel.lots import LotResult, LotStateOut
from vendue.kernel.pages import Page, decode_cursor, page_of


class BidderStanding(StrEnum):
    """Where a bidder stands on a lot."""

    LEADING = "leading"
    OUTBID = "outbid"
    WON = "won"
    LOST = "lost"


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
    """A bidder's own view of a lot."""

    lot_id: UUID
    bidder: str
    standing: BidderStanding
    maximum_minor: int | None
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
    return Page([_own(row) for row in page.items], page.next_cursor)


def own_bid(account_id: UUID, lot_id: UUID) -> OwnBid:
    """An account's standing on one lot. Raises ``NotFound`` where it never bid."""
    row = _rows(account_id).filter(lot_id=lot_id).first()
    if row is None:
        raise NotFound
    return _own(row)


def _rows(account_id: UUID) -> QuerySet[AutoBid]:
    return AutoBid.objects.filter(account_id=account_id).select_related("lot").defer("lot__terms")


def _own(row: AutoBid) -> OwnBid:
    lot = row.lot
    leads = lot.leader_id == row.account_id
    if lot.result is None:
        standing = BidderStanding.LEADING if leads else BidderStanding.OUTBID
    else:
        gained = leads and lot.result in {LotResult.SOLD, LotResult.BOUGHT}
        standing = BidderStanding.WON if gained else BidderStanding.LOST
    bidder = pseudonym(row.number)
    assert bidder is not None
    return OwnBid(
        lot.lot_id, bidder, standing, row.maximum_minor, row.last_bid_at, state_of_row(lot)
    )
