"""Opening and closing: what the closer does all day. Many closers may run.

A lot is closed under the same lock as a bid, with the clock read after it. Lots that somebody
holds are left for the next round, which comes within a fraction of a second.
"""

from uuid import UUID

import structlog
from django.db import InterfaceError, OperationalError, connection, transaction
from prometheus_client import Histogram

from vendue.auctions.engine.closing import close
from vendue.auctions.events import AuctionClosed, AuctionOpened
from vendue.auctions.models import Auction, AuctionStatus, LotState
from vendue.auctions.queries.lots import state_of_row
from vendue.auctions.services.locking import record, take_lots
from vendue.auctions.services.recording import Changes
from vendue.kernel import clock
from vendue.kernel.actor import system
from vendue.kernel.lots import LotStateOut, LotStatus
from vendue.platform.services import audit, outbox

MOST_AT_ONCE = 200

log = structlog.get_logger(__name__)

_LATE = Histogram(
    "vendue_lot_closed_late_seconds",
    "Seconds between a lot's end and its close.",
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60),
)
# Passes over what somebody holds, so that as many held lots keep none of those behind them open.
_DUE = """
SELECT lot_id FROM auctions_lotstate
 WHERE result IS NULL AND ends_at <= clock_timestamp() ORDER BY ends_at LIMIT %s
   FOR NO KEY UPDATE SKIP LOCKED
"""


def close_due_lots() -> int:
    """Close lots whose end has come, at most 200 in one transaction. Returns how many.

    One that cannot be closed keeps no other open: where the transaction fails, each is tried alone.
    """
    with connection.cursor() as cursor:
        cursor.execute(_DUE, [MOST_AT_ONCE])
        due = [row[0] for row in cursor.fetchall()]
    try:
        return _close(due) if due else 0
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # noqa: BLE001 - whose fault it was is said below
        return sum(_close_alone(lot_id) for lot_id in due)


def _close_alone(lot_id: UUID) -> int:
    try:
        return _close([lot_id])
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("lot_not_closed", lot_id=str(lot_id))
        return 0


@transaction.atomic
def _close(lot_ids: list[UUID]) -> int:
    lots, now = take_lots(lot_ids, wait=False)
    changes = Changes()
    for lot in lots:
        # Between the look and the lock a bid may have extended it, or another closer closed it.
        if lot.figures.result is None and lot.figures.ends_at <= now:
            changes.add(lot, close(lot.figures, now), now)
            _LATE.observe((now - lot.figures.ends_at).total_seconds())
    record(changes)
    return len(changes.lots)


def open_due_auctions() -> int:
    """Show auctions whose start has come as live, each in a transaction. Returns how many.

    Bids need no opening: they are judged by ``starts_at`` itself, and may come while the auction
    next to theirs is opened.
    """
    due = Auction.objects.filter(
        status=AuctionStatus.SCHEDULED, starts_at__lte=clock.database_now()
    ).order_by("starts_at")
    return sum(_open(auction_id) for auction_id in due.values_list("id", flat=True)[:MOST_AT_ONCE])


@transaction.atomic
def _open(auction_id: UUID) -> bool:
    auction = (
        Auction.objects.select_for_update(skip_locked=True, no_key=True)
        .filter(id=auction_id, status=AuctionStatus.SCHEDULED)
        .first()
    )
    if auction is None:
        return False
    auction.status = AuctionStatus.LIVE
    auction.version += 1
    auction.save(update_fields=["status", "version"])
    LotState.objects.filter(auction=auction, status=LotStatus.SCHEDULED).update(
        status=LotStatus.LIVE
    )
    outbox.publish(AuctionOpened(occurred_at=clock.database_now(), auction_id=auction.id))
    audit.record(
        system("closer"),
        "auction.open",
        f"auction:{auction.id}",
        after={"status": auction.status},
    )
    return True


@transaction.atomic
def finish_auction(*, auction_id: UUID) -> bool:
    """Close an auction if all of its lots are closed. Returns whether it was. Safe to repeat.

    Called after a lot's close was committed: of lots that close at the same moment, whoever is
    heard last sees all of them closed.
    """
    auction = (
        Auction.objects.select_for_update(no_key=True)
        .filter(id=auction_id, status__in=[AuctionStatus.SCHEDULED, AuctionStatus.LIVE])
        .first()
    )
    if auction is None or LotState.objects.filter(auction=auction, result=None).exists():
        return False
    now = clock.database_now()
    auction.status = AuctionStatus.CLOSED
    auction.closed_at = now
    auction.version += 1
    auction.save(update_fields=["status", "closed_at", "version"])
    outbox.publish(AuctionClosed(occurred_at=now, auction_id=auction.id))
    audit.record(
        system("closer"),
        "auction.close",
        f"auction:{auction.id}",
        after={"status": auction.status},
    )
    return True


def states_in(*, auction_id: UUID) -> list[LotStateOut]:
    """The public states of an auction's lots, in their order."""
    rows = LotState.objects.defer("terms").filter(auction_id=auction_id).order_by("position")
    return [state_of_row(row) for row in rows]
