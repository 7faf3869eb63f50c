"""Reading lots: one, one's own, those watched, those that wait for review."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from vendue.catalogue.engine.words import LotSort, LotStage
from vendue.catalogue.models import Lot, LotListing, Photograph, WatchListEntry
from vendue.catalogue.queries import ownership, search, views
from vendue.catalogue.queries.conditions import LotSearch
from vendue.catalogue.queries.views import LotView, OwnLotView, PhotographView
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound
from vendue.kernel.pages import Page, decode_cursor, page_of


@dataclass(frozen=True, slots=True)
class FoundLots:
    """A page of a search; ``is_similar`` when no word matched and titles come close."""

    items: Sequence[LotView]
    next_cursor: str | None
    is_similar: bool


def found_lots(wanted: LotSearch, *, sort: LotSort, cursor: str | None, limit: int) -> FoundLots:
    """A page of published lots. Raises like ``search.find_lots``."""
    found = search.find_lots(wanted, sort=sort, cursor=cursor, limit=limit)
    return FoundLots(_published(found.lot_ids), found.next_cursor, found.is_similar)


def lot_for(actor: Actor, lot_id: UUID) -> LotView:
    """A published lot, or one of the caller's own. Raises ``NotFound``."""
    is_published = Exists(LotListing.objects.filter(lot_id=OuterRef("pk")))
    lot = Lot.objects.filter(ownership.owned_by(actor) | Q(is_published), id=lot_id).first()
    if lot is None:
        raise NotFound
    return views.lot_views([lot])[0]


def own_lot(actor: Actor, lot_id: UUID) -> OwnLotView:
    """One of the caller's lots, at whatever stage; any, for staff. Raises ``NotFound``."""
    lot = Lot.objects.filter(ownership.owned_by(actor), id=lot_id).first()
    if lot is None:
        raise NotFound
    return views.own_lot_view(lot)


def own_lots(
    actor: Actor, *, stage: LotStage | None, cursor: str | None, limit: int
) -> Page[OwnLotView]:
    """The caller's lots, newest first."""
    lots = Lot.objects.filter(ownership.owned_by(actor)).order_by("-id")
    if stage is not None:
        lots = lots.filter(stage=stage)
    if cursor is not None:
        lots = lots.filter(id__lt=decode_cursor(cursor, UUID)[0])
    page = page_of(list(lots[: limit + 1]), limit, lambda lot: (str(lot.id),))
    return Page(views.own_lot_views(page.items), page.next_cursor)


def watched_lots(actor: Actor, *, cursor: str | None, limit: int) -> Page[LotView]:
    """The lots on the caller's watch list, the last added first."""
    entries = WatchListEntry.objects.filter(account_id=actor.id).order_by("-id")
    if cursor is not None:
        entries = entries.filter(id__lt=decode_cursor(cursor, UUID)[0])
    page = page_of(list(entries[: limit + 1]), limit, lambda entry: (str(entry.id),))
    return Page(_published([entry.lot_id for entry in page.items]), page.next_cursor)


def lots_for_review(*, cursor: str | None, limit: int) -> Page[OwnLotView]:
    """Submitted lots, the longest waiting first."""
    lots = Lot.objects.filter(stage=LotStage.SUBMITTED).order_by("submitted_at", "id")
    if cursor is not None:
        at, lot_id = decode_cursor(cursor, datetime.fromisoformat, UUID)
        lots = lots.filter(submitted_at__gte=at).exclude(submitted_at=at, id__lte=lot_id)
    page = page_of(list(lots[: limit + 1]), limit, _waiting_since)
    return Page(views.own_lot_views(page.items), page.next_cursor)


def photograph(photograph_id: UUID) -> PhotographView:
    """A photograph with the addresses of its sizes."""
    return views.photograph_view(Photograph.objects.get(id=photograph_id))


def _published(lot_ids: Sequence[UUID]) -> list[LotView]:
    """Lots by id, in the order given."""
    lots = Lot.objects.in_bulk(list(lot_ids))
    return views.lot_views(lots[lot_id] for lot_id in lot_ids)


def _waiting_since(lot: Lot) -> tuple[str, str]:
    assert lot.submitted_at is not None
    return lot.submitted_at.isoformat(), str(lot.id)
