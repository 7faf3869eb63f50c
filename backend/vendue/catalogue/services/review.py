"""Review by staff: a submitted lot is approved, or goes back to its seller with a note."""

from uuid import UUID

from django.db import transaction

from vendue.catalogue.engine.words import LotStage
from vendue.catalogue.errors import LotNotSubmitted
from vendue.catalogue.events import LotApproved, LotReturned
from vendue.catalogue.models import Lot
from vendue.catalogue.services import lots
from vendue.identity.services import parties
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotAllowed, Stale
from vendue.platform.services import outbox


@transaction.atomic
def approve_lot(*, actor: Actor, lot_id: UUID, version: int | None, reason: str) -> Lot:
    """Let a lot be put up for sale; ``version`` is the one reviewed, where the caller names it.

    Raises ``LotNotSubmitted`` unless it waits for review, ``Stale``, ``NotAllowed`` for its seller.
    """
    lot = _submitted(actor, lot_id, version)
    lots.move(lot, LotStage.APPROVED, actor, "lot.approve", reason=reason)
    outbox.publish(LotApproved(lot_id=lot.id, occurred_at=clock.now()))
    return lot


@transaction.atomic
def return_lot(*, actor: Actor, lot_id: UUID, version: int | None, reason: str) -> Lot:
    """Give a lot back to its seller, who reads the reason. Raises like ``approve_lot``."""
    lot = _submitted(actor, lot_id, version)
    lot.review_note = reason
    lots.move(lot, LotStage.RETURNED, actor, "lot.return", reason=reason)
    outbox.publish(LotReturned(lot_id=lot.id, occurred_at=clock.now()))
    return lot


def _submitted(actor: Actor, lot_id: UUID, version: int | None) -> Lot:
    lot = lots.own_lot(actor, lot_id)
    if lot.stage != LotStage.SUBMITTED:
        raise LotNotSubmitted
    if version is not None and lot.version != version:
        raise Stale
    if actor.account_id is not None and _sells(actor.account_id, lot):
        raise NotAllowed("Somebody else must review what you sell.")
    return lot


def _sells(account_id: UUID, lot: Lot) -> bool:
    is_own = lot.seller_account_id == account_id
    return is_own or lot.seller_organisation_id in parties.organisations_of(account_id)
