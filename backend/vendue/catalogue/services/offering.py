"""The door to lots for the modules above: which ones somebody may plan to sell, how they look."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from vendue.catalogue.engine.words import UNPUBLISHED, LotStage, PhotographStatus
from vendue.catalogue.models import Lot, Photograph
from vendue.catalogue.queries import views
from vendue.catalogue.services import lots
from vendue.kernel.actor import Actor

_LIST_WIDTH = 320


@dataclass(frozen=True, slots=True)
class OfferedLot:
    """What a plan of a sale needs of a lot. Its terms may still change."""

    lot_id: UUID
    seller_account_id: UUID
    seller_organisation_id: UUID | None
    title: str
    currency: str
    is_unpublished: bool


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A lot's first photograph in a size for lists, with its public addresses."""

    width: int
    height: int
    webp_url: str
    avif_url: str
    alt_text: str


@dataclass(frozen=True, slots=True)
class LotCard:
    """What a list shows of a lot. ``thumbnail`` is ``None`` until a photograph is ready."""

    title: str
    thumbnail: Thumbnail | None


def lots_of(*, actor: Actor, lot_ids: Sequence[UUID]) -> tuple[OfferedLot, ...]:
    """These lots of the caller, in the order asked for, at whatever stage.

    Their rows stay locked until the caller's transaction ends, so that no other plan takes one in
    between. Raises ``NotFound`` for a lot that is not the caller's.
    """
    locked = lots.own_lots(actor, lot_ids)
    return tuple(_offered(locked[lot_id]) for lot_id in lot_ids)


def titles_of(lot_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The titles of lots, in one query."""
    return dict(Lot.objects.filter(id__in=set(lot_ids)).values_list("id", "title"))


def cards_of(lot_ids: Iterable[UUID]) -> dict[UUID, LotCard]:
    """Lots as lists show them, in two queries."""
    thumbnails = {
        photograph.lot_id: _thumbnail(photograph)
        for photograph in Photograph.objects.filter(
            lot__in=set(lot_ids), status=PhotographStatus.READY
        )
        .order_by("lot_id", "position")
        .distinct("lot_id")
    }
    return {
        lot_id: LotCard(title, thumbnails.get(lot_id))
        for lot_id, title in titles_of(lot_ids).items()
    }


def _thumbnail(photograph: Photograph) -> Thumbnail:
    sizes = views.photograph_view(photograph).sizes
    # The smallest that is still sharp on a list; they are kept smallest first.
    size = next((size for size in sizes if size.width >= _LIST_WIDTH), sizes[-1])
    return Thumbnail(size.width, size.height, size.webp_url, size.avif_url, photograph.alt_text)


def _offered(lot: Lot) -> OfferedLot:
    return OfferedLot(
        lot_id=lot.id,
        seller_account_id=lot.seller_account_id,
        seller_organisation_id=lot.seller_organisation_id,
        title=lot.title,
        currency=lot.currency,
        is_unpublished=LotStage(lot.stage) in UNPUBLISHED,
    )
