"""Review by staff: a submitted lot is approved, or goes back to its seller with a note."""

from uuid import UUID

from django.db import transaction

from vendue.catalogue.engine.words import LotStage
from vendue.catalogue.errors import LotNotSubmitted
from vendue.catalogue.events import LotApproved, LotReturned
from vendue.catalogue.models import Lot
from vendue.catalogue.services import lots
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.platform.services import outbox


@transaction.atomic
def approve_lot(*, actor: Actor, lot_id: UUID, reason: str) -> Lot:
    """Let a lot be put up for sale. Raises ``LotNotSubmitted`` unless it waits for review."""
    lot = _submitted(actor, lot_id)
    lots.move(lot, LotStage.APPROVED, actor, "lot.approve", reason=reason)
    outbox.publish(LotApproved(lot_id=lot.id, occurred_at=clock.now()))
    return lot


@transaction.atomic
def return_lot(*, actor: Actor, lot_id: UUID, reason: str) -> Lot:
    """Give a lot back to its seller, who reads the reason. Raises ``LotNotSubmitted``."""
    lot = _submitted(actor, lot_id)
    lot.review_note = reason
    lots.move(lot, LotStage.RETURNED, actor, "lot.return", reason=reason)
    outbox.publish(LotReturned(lot_id=lot.id, occurred_at=clock.now()))
    return lot


def _submitted(actor: Actor, lot_id: UUID) -> Lot:
    lot = lots.own_lot(actor, lot_id)
    if lot.stage != LotStage.SUBMITTED:
        raise LotNotSubmitted
    return lot
