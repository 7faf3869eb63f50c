"""Reading auctions: lists of them, one of them, and the lots in one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast

from vendue.auctions.models import Auction, AuctionLot, AuctionStatus, LotState
from vendue.auctions.queries.lot_rows import COLUMNS, Row, figures_of, state_of, terms_of
from vendue.kernel import clock
from vendue.kernel.errors import NotFound
from vendue.kernel.lots import LotStateOut
from vendue.kernel.pages import Page, decode_cursor, page_of
from vendue.payments.services.prices import NamedPriceRule


class PublishedStatus(StrEnum):
    """Where an auction that everybody may see stands."""

    SCHEDULED = "scheduled"
    LIVE = "live"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class NamedRuleSet:
    """Which version of which rule set."""

    rule_set_id: UUID
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class SaleView:
    """An auction as it is shown."""

    auction_id: UUID
    title: str
    description: str
    seller_id: UUID
    is_organisation: bool
    currency: str
    rule_set: NamedRuleSet
    overrides: dict[str, Any]
    price_rule: NamedPriceRule | None
    starts_at: datetime
    ends_at: datetime
    interval_seconds: int
    lot_count: int
    status: AuctionStatus
    closed_at: datetime | None
    version: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class LotPlaceView:
    """A lot's place in an auction; ``state`` is ``None`` until the auction is published."""

    lot_id: UUID
    position: int
    hard_end: datetime | None
    state: LotStateOut | None


def published_auctions(
    *, status: PublishedStatus | None, seller_id: UUID | None, cursor: str | None, limit: int
) -> Page[SaleView]:
    """Auctions everybody may see: those to come by their end, the soonest first; ended ones last
    first. Without a status, what is live or scheduled."""
    has_ended = status in {PublishedStatus.CLOSED, PublishedStatus.CANCELLED}
    statuses = [PublishedStatus.SCHEDULED, PublishedStatus.LIVE] if status is None else [status]
    found = Auction.objects.filter(_PUBLISHED, status__in=statuses)
    if seller_id is not None:
        found = found.filter(
            Q(organisation_id=seller_id) | Q(organisation_id__isnull=True, seller_id=seller_id)
        )
    return _page(found, cursor, limit, newest_first=has_ended)


def own_auctions(
    account_id: UUID | None,
    organisation_ids: Iterable[UUID],
    *,
    status: AuctionStatus | None,
    cursor: str | None,
    limit: int,
) -> Page[SaleView]:
    """Auctions of an account and of these organisations, drafts too, the latest end first."""
    sold_by = Q(organisation_id__in=list(organisation_ids))
    if account_id is not None:
        sold_by |= Q(organisation_id__isnull=True, seller_id=account_id)
    found = Auction.objects.filter(sold_by)
    if status is not None:
        found = found.filter(status=status)
    return _page(found, cursor, limit, newest_first=True)


def auction(auction_id: UUID) -> Auction:
    """An auction, published or not. Raises ``NotFound``."""
    row = Auction.objects.filter(id=auction_id).first()
    if row is None:
        raise NotFound
    return row


def is_published(row: Auction) -> bool:
    """Whether everybody may see it: a draft that was cancelled stays its seller's alone."""
    return Auction.objects.filter(_PUBLISHED, id=row.id).exists()


def sale_view(row: Auction) -> SaleView:
    """A row as it is shown."""
    return _views([row])[0]


def lots_of(auction_id: UUID, *, cursor: str | None, limit: int) -> Page[LotPlaceView]:
    """The lots of an auction by their number, each with its public state."""
    found = AuctionLot.objects.filter(auction_id=auction_id).order_by("position")
    if cursor is not None:
        found = found.filter(position__gt=decode_cursor(cursor, int)[0])
    page = page_of(list(found[: limit + 1]), limit, lambda place: (place.position,))
    states = states_of([place.lot_id for place in page.items])
    return Page(
        [
            LotPlaceView(place.lot_id, place.position, place.hard_end, states.get(place.lot_id))
            for place in page.items
        ],
        page.next_cursor,
    )


def states_of(lot_ids: Sequence[UUID]) -> dict[UUID, LotStateOut]:
    """The public states of the published ones among these lots, in one query."""
    rows = LotState.objects.filter(lot_id__in=lot_ids).annotate(
        terms_text=Cast("terms", TextField())
    )
    return {row["lot_id"]: _state(row) for row in rows.values("terms_text", *COLUMNS)}


def _state(row: Row) -> LotStateOut:
    terms = terms_of(row, lambda _: str(row["terms_text"]))
    return state_of(row["lot_id"], figures_of(row), terms, clock.now())


_PUBLISHED = Q(status__in=[AuctionStatus.SCHEDULED, AuctionStatus.LIVE, AuctionStatus.CLOSED]) | Q(
    Exists(LotState.objects.filter(auction_id=OuterRef("pk")))
)


def _page(
    found: QuerySet[Auction], cursor: str | None, limit: int, *, newest_first: bool
) -> Page[SaleView]:
    if cursor is not None:
        at, last = decode_cursor(cursor, datetime.fromisoformat, UUID)
        beyond = "lt" if newest_first else "gt"
        found = found.filter(
            Q(**{f"ends_at__{beyond}": at}) | Q(**{"ends_at": at, f"id__{beyond}": last})
        )
    order = ("-ends_at", "-id") if newest_first else ("ends_at", "id")
    rows = list(found.order_by(*order)[: limit + 1])
    page = page_of(rows, limit, lambda row: (row.ends_at.isoformat(), str(row.id)))
    return Page(_views(page.items), page.next_cursor)


def _views(rows: Sequence[Auction]) -> list[SaleView]:
    counts = dict(
        AuctionLot.objects.filter(auction__in=rows)
        .values_list("auction_id")
        .annotate(lots=Count("id"))
    )
    names = {
        row_id: NamedRuleSet(row_id, name, number)
        for row_id, name, number in Auction.objects.filter(
            id__in=[row.id for row in rows]
        ).values_list("rule_set_id", "rule_set__name", "rule_set__number")
    }
    prices = {
        row_id: NamedPriceRule(row_id, name, number)
        for row_id, name, number in Auction.objects.filter(
            id__in=[row.id for row in rows], price_rule__isnull=False
        ).values_list("price_rule_id", "price_rule__name", "price_rule__number")
    }
    return [
        SaleView(
            auction_id=row.id,
            title=row.title,
            description=row.description,
            seller_id=row.organisation_id or row.seller_id,
            is_organisation=row.organisation_id is not None,
            currency=row.currency,
            rule_set=names[row.rule_set_id],
            overrides=row.overrides,
            price_rule=None if row.price_rule_id is None else prices[row.price_rule_id],
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            interval_seconds=row.interval_seconds,
            lot_count=counts.get(row.id, 0),
            status=AuctionStatus(row.status),
            closed_at=row.closed_at,
            version=row.version,
            created_at=row.created_at,
        )
        for row in rows
    ]
