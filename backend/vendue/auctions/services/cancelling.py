"""Taking auctions and lots out of the sale: by the seller while nobody has bid, by staff always."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from vendue.auctions.engine.closing import cancel, close
from vendue.auctions.errors import AuctionOver, LotHasBids
from vendue.auctions.events import AuctionClosed
from vendue.auctions.models import Auction, AuctionStatus, LotState
from vendue.auctions.queries.sales import SaleView, sale_view
from vendue.auctions.services import sales
from vendue.auctions.services.locking import record, take_lots
from vendue.auctions.services.recording import Changes, OpenLot
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound
from vendue.kernel.lots import LotStateOut
from vendue.platform.services import audit, outbox


@transaction.atomic
def cancel_auction(*, actor: Actor, auction_id: UUID) -> SaleView:
    """Cancel one's own auction. A draft's lots are free again; published lots get their result.

    Raises ``NotFound``, ``AuctionOver``, and ``LotHasBids`` as soon as any lot has a bid.
    """
    auction = sales.locked_auction(auction_id)
    sales.require_seller(actor, auction)
    lots, now = _lots_of(auction)
    if any(lot.figures.leader is not None for lot in lots):
        raise LotHasBids
    return _cancelled(auction, lots, now, actor)


@transaction.atomic
def cancel_auction_by_staff(*, actor: Actor, auction_id: UUID, reason: str) -> SaleView:
    """Cancel any auction: every lot still open gets the result ``cancelled``, bids or not.

    A lot whose end has come gets the result it has earned, whether or not a closer was there.
    Raises ``NotFound`` or ``AuctionOver``.
    """
    auction = sales.locked_auction(auction_id)
    lots, now = _lots_of(auction)
    return _cancelled(auction, lots, now, actor, reason)


@transaction.atomic
def cancel_lot(*, actor: Actor, lot_id: UUID, reason: str) -> LotStateOut:
    """Take one lot out of the sale, by staff. Raises ``NotFound`` or ``LotClosed``."""
    lots, now = take_lots([lot_id])
    if not lots:
        raise NotFound
    changes = Changes()
    facts = changes.add(lots[0], cancel(lots[0].figures, now), now)
    record(changes)
    audit.record(actor, "lot.cancel", f"lot:{lot_id}", reason=reason, after={"result": "cancelled"})
    return facts[-1].state


def _lots_of(auction: Auction) -> tuple[list[OpenLot], datetime]:
    """Every published lot of a locked auction, locked, and the time read after that."""
    if auction.status in {AuctionStatus.CLOSED, AuctionStatus.CANCELLED}:
        raise AuctionOver
    lot_ids = list(LotState.objects.filter(auction=auction).values_list("lot_id", flat=True))
    return take_lots(lot_ids) if lot_ids else ([], clock.database_now())


def _cancelled(
    auction: Auction, lots: Sequence[OpenLot], now: datetime, actor: Actor, reason: str = ""
) -> SaleView:
    before = auction.status
    changes = Changes()
    for lot in lots:
        if lot.figures.result is None:
            end = cancel if now < lot.figures.ends_at else close
            changes.add(lot, end(lot.figures, now), now)
    record(changes)
    if before == AuctionStatus.DRAFT:
        sales.place_lots(auction, [])
    else:
        outbox.publish(AuctionClosed(occurred_at=now, auction_id=auction.id))
    auction.status = AuctionStatus.CANCELLED
    auction.closed_at = now
    auction.version += 1
    auction.save(update_fields=["status", "closed_at", "version"])
    audit.record(
        actor,
        "auction.cancel",
        f"auction:{auction.id}",
        reason=reason,
        before={"status": before},
        after={"status": AuctionStatus.CANCELLED.value},
    )
    return sale_view(auction)
