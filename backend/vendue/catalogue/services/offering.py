"""The door for ``auctions`` before publication: which lots somebody may plan to sell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from vendue.catalogue.engine.words import UNPUBLISHED, LotStage
from vendue.catalogue.models import Lot
from vendue.catalogue.services import lots
from vendue.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class OfferedLot:
    """What a plan of a sale needs of a lot. Its terms may still change."""

    lot_id: UUID
    seller_account_id: UUID
    seller_organisation_id: UUID | None
    title: str
    currency: str
    is_unpublished: bool


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


def _offered(lot: Lot) -> OfferedLot:
    return OfferedLot(
        lot_id=lot.id,
        seller_account_id=lot.seller_account_id,
        seller_organisation_id=lot.seller_organisation_id,
        title=lot.title,
        currency=lot.currency,
        is_unpublished=LotStage(lot.stage) in UNPUBLISHED,
    )
