"""The door for ``auctions``: putting approved lots up for sale, and telling how they ended.

Auctions own the terms in force and the bidding; the catalogue hands over what was approved and
keeps the stage of the lot and its place in search.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from vendue.catalogue.engine.words import LotStage
from vendue.catalogue.errors import LotNotApproved
from vendue.catalogue.models import Category, Lot
from vendue.catalogue.services import listing, lots
from vendue.kernel.actor import Actor
from vendue.kernel.lots import LotResult, LotStateOut


@dataclass(frozen=True, slots=True)
class LotForSale:
    """What was approved about a lot: all that is needed to open bidding on it.

    Amounts in minor units of ``currency``. ``category_path`` holds the slugs from the root, such
    as ``clocks/watches``. ``reserve_minor`` is secret.
    """

    lot_id: UUID
    version: int
    seller_account_id: UUID
    seller_organisation_id: UUID | None
    category_path: str
    title: str
    currency: str
    start_price_minor: int
    reserve_minor: int | None
    buy_now_minor: int | None


def terms_of(*, lot_ids: Sequence[UUID], actor: Actor) -> tuple[LotForSale, ...]:
    """The approved terms of these lots of the caller, in the order asked for.

    Their rows stay locked until the caller's transaction ends, so that no edit or withdrawal comes
    between. Raises ``NotFound`` for a lot that is not the caller's, ``LotNotApproved``.
    """
    locked = lots.own_lots(actor, lot_ids)
    if any(lot.stage != LotStage.APPROVED for lot in locked.values()):
        raise LotNotApproved
    paths = dict(
        Category.objects.filter(id__in={lot.category_id for lot in locked.values()}).values_list(
            "id", "path"
        )
    )
    return tuple(
        LotForSale(
            lot_id=lot.id,
            version=lot.version,
            seller_account_id=lot.seller_account_id,
            seller_organisation_id=lot.seller_organisation_id,
            category_path=paths[lot.category_id],
            title=lot.title,
            currency=lot.currency,
            start_price_minor=lot.start_price_minor,
            reserve_minor=lot.reserve_minor,
            buy_now_minor=lot.buy_now_minor,
        )
        for lot in (locked[lot_id] for lot_id in lot_ids)
    )


@transaction.atomic
def mark_live(*, actor: Actor, states: Sequence[LotStateOut], auction_id: UUID | None) -> None:
    """The lots are published: they can be found from now on, whether bidding has begun or not.

    Call it in the transaction that creates the bidding. Raises like ``terms_of``.
    """
    locked = lots.own_lots(actor, [state.lot_id for state in states])
    for lot in locked.values():
        if lot.stage != LotStage.APPROVED:
            raise LotNotApproved
        lots.move(lot, LotStage.LIVE, actor, "lot.publish")
    listing.publish(states=states, auction_id=auction_id)


@transaction.atomic
def mark_closed(*, lot_id: UUID, result: LotResult) -> None:
    """The lot has ended with this result. Saying so again changes nothing."""
    Lot.objects.filter(id=lot_id, stage=LotStage.LIVE).update(
        stage=LotStage.CLOSED, result=result.value
    )


@transaction.atomic
def mark_withdrawn(*, actor: Actor, lot_id: UUID) -> None:
    """The seller took back a published lot without bids; ``auctions`` made sure of that.

    Raises ``NotFound`` for a lot that is not the caller's.
    """
    lot = lots.own_lot(actor, lot_id)
    if lot.stage == LotStage.LIVE:
        lots.move(lot, LotStage.WITHDRAWN, actor, "lot.withdraw")
