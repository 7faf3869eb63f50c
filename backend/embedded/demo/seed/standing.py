"""What the market already has of the catalogue, and so what is missing from it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from uuid import UUID

from embedded.demo.catalogue.records import DemoLot
from embedded.demo.seed.people import Party
from vendue.auctions.models import AuctionLot
from vendue.catalogue.engine.words import LotStage
from vendue.catalogue.models import Lot
from vendue.kernel.lots import LotResult

SOLD = frozenset({LotResult.SOLD, LotResult.BOUGHT})


class Standing(Enum):
    """Where a lot of the catalogue stands on the market."""

    MISSING = auto()
    #: Written and approved, but nobody has put it up yet.
    WAITING = auto()
    #: On sale, or in the hands of somebody who plays its seller.
    THERE = auto()
    #: Ended, with or without a buyer.
    OVER = auto()


@dataclass(frozen=True)
class Found:
    """The newest row of a lot of the catalogue, if there is one."""

    standing: Standing
    lot_id: UUID | None = None
    #: The row can be relisted: it ended without a buyer.
    is_unsold: bool = False

    @property
    def needs_drawing(self) -> bool:
        """Whether the lot has to be written from the beginning."""
        return self.standing is not Standing.WAITING and not self.is_unsold


def survey(lots: Iterable[DemoLot], sellers: Mapping[str, Party]) -> dict[str, Found]:
    """Where each lot stands, by its key. A lot is known by its seller and its title."""
    rows = _newest({seller.account_id for seller in sellers.values()})
    placed = set(AuctionLot.objects.filter(lot__in=rows.values()).values_list("lot_id", flat=True))
    return {
        lot.key: _found(rows.get((sellers[lot.seller].account_id, lot.title)), placed)
        for lot in lots
    }


def wanting(lots: Sequence[DemoLot], found: Mapping[str, Found]) -> list[list[DemoLot]]:
    """The lots to be put up, by sale, those first for which nothing has to be drawn.

    The lots of an auction come together, once none of them is on sale any more.
    """
    sales: dict[str, list[DemoLot]] = defaultdict(list)
    for lot in lots:
        sales[lot.auction or lot.key].append(lot)
    wanted = [
        sale
        for sale in sales.values()
        if all(found[lot.key].standing is not Standing.THERE for lot in sale)
    ]
    return sorted(wanted, key=lambda sale: sum(found[lot.key].needs_drawing for lot in sale))


def _newest(seller_ids: Iterable[UUID]) -> dict[tuple[UUID, str], Lot]:
    rows = (
        Lot.objects.filter(seller_account_id__in=set(seller_ids))
        .order_by("seller_account_id", "title", "-id")
        .distinct("seller_account_id", "title")
        .only("seller_account_id", "title", "stage", "result")
    )
    return {(row.seller_account_id, row.title): row for row in rows}


def _found(row: Lot | None, placed: set[UUID]) -> Found:
    if row is None:
        return Found(Standing.MISSING)
    if row.stage in {LotStage.CLOSED, LotStage.WITHDRAWN}:
        return Found(Standing.OVER, row.id, is_unsold=row.result not in SOLD)
    if row.stage == LotStage.APPROVED and row.id not in placed:
        return Found(Standing.WAITING, row.id)
    return Found(Standing.THERE, row.id)
