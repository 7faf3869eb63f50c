"""A seller takes a lot back: at any time before it is published, after that until it has a bid."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from vendue.auctions.engine.closing import cancel
from vendue.auctions.errors import LotHasBids
from vendue.auctions.models import Auction, AuctionLot, AuctionStatus, LotState
from vendue.auctions.services import ownership, sales
from vendue.auctions.services.locking import record, take_lots
from vendue.auctions.services.recording import Changes
from vendue.catalogue.services import lots as catalogue_lots
from vendue.catalogue.services import publication
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound
from vendue.kernel.lots import LotStateOut


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A lot that its seller took back; ``state`` is ``None`` where it was never published."""

    lot_id: UUID
    state: LotStateOut | None


@transaction.atomic
def withdraw_lot(*, actor: Actor, lot_id: UUID) -> Withdrawal:
    """Take one's own lot back.

    It leaves the draft auction that held it; in a published one it is cancelled. Raises
    ``NotFound``, ``LotHasBids``, ``LotClosed`` or ``LotNotWithdrawable``.
    """
    if LotState.objects.filter(lot_id=lot_id).exists():
        return _withdraw_published(actor, lot_id)
    # The auction before its lots, as everywhere; it may be scheduled while this waits.
    held_by = AuctionLot.objects.filter(lot_id=lot_id).values_list("auction_id", flat=True).first()
    auction = None if held_by is None else sales.locked_auction(held_by)
    if auction is not None and auction.status != AuctionStatus.DRAFT:
        return _withdraw_published(actor, lot_id)
    catalogue_lots.withdraw_lot(actor=actor, lot_id=lot_id)
    if auction is not None:
        _leave(auction, lot_id)
    return Withdrawal(lot_id, None)


def _withdraw_published(actor: Actor, lot_id: UUID) -> Withdrawal:
    lots, now = take_lots([lot_id])
    if not lots:
        raise NotFound
    lot = lots[0]
    ownership.require_own(actor, seller_id=lot.seller_id, organisation_id=lot.organisation_id)
    if lot.figures.leader is not None:
        raise LotHasBids
    changes = Changes()
    facts = changes.add(lot, cancel(lot.figures, now), now)
    record(changes)
    publication.mark_withdrawn(actor=actor, lot_id=lot_id)
    return Withdrawal(lot_id, facts[-1].state)


def _leave(auction: Auction, lot_id: UUID) -> None:
    """Close the gap that the lot leaves in a draft's numbers."""
    sales.place_lots(auction, [p for p in sales.places_of(auction) if p.lot_id != lot_id])
    auction.version += 1
    auction.save(update_fields=["version"])
