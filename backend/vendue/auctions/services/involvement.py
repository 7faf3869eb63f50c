"""The door to who is behind the public facts of lots, for whoever tells people of their own.

Facts and events name pseudonyms. These functions name accounts; they never say a maximum or a
reserve, and what they say of one account is for that account alone.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import connection

from vendue.auctions.engine.figures import FactKind
from vendue.auctions.models import AutoBid, LotFact, LotState
from vendue.auctions.queries.lots import state_of_row
from vendue.kernel import clock
from vendue.kernel.lots import LotResult, LotStateOut


@dataclass(frozen=True, slots=True)
class LeadChange:
    """Who bid in a fact, who led before it, and who leads since. ``None`` is nobody.

    ``bidder_id`` is ``None`` for a fact that is no bid of somebody's own.
    """

    lot_id: UUID
    sequence: int
    bidder_id: UUID | None
    leader_before_id: UUID | None
    leader_after_id: UUID | None


@dataclass(frozen=True, slots=True)
class Bidders:
    """Everybody who bid on a lot, and who gained it, if anybody did."""

    account_ids: tuple[UUID, ...]
    winner_id: UUID | None


@dataclass(frozen=True, slots=True)
class EndingLot:
    """A lot that ends soon, with everybody who bid on it and who leads."""

    lot_id: UUID
    state: LotStateOut
    account_ids: tuple[UUID, ...]
    leader_id: UUID | None


@dataclass(frozen=True, slots=True)
class OpenLot:
    """A lot that can still be bid on, and who leads."""

    state: LotStateOut
    leader_id: UUID | None


_LEAD_CHANGES = """
SELECT fact.lot_id, fact.sequence, CASE WHEN fact.kind = %s THEN fact.bidder_id END,
       before.account_id, since.account_id
  FROM unnest(%s::uuid[], %s::int[]) AS asked (lot_id, sequence)
  JOIN auctions_lotfact AS fact
    ON fact.lot_id = asked.lot_id AND fact.sequence = asked.sequence
  LEFT JOIN auctions_lotfact AS previous
    ON previous.lot_id = fact.lot_id AND previous.sequence = fact.sequence - 1
  LEFT JOIN auctions_autobid AS before
    ON before.lot_id = fact.lot_id AND before.number = previous.leader_number
  LEFT JOIN auctions_autobid AS since
    ON since.lot_id = fact.lot_id AND since.number = fact.leader_number
 ORDER BY fact.lot_id, fact.sequence
"""


def lead_changes(facts: Iterable[tuple[UUID, int]]) -> list[LeadChange]:
    """Who was behind these facts, each named by its lot and sequence, in the order of each lot.

    One query. A fact that there is not is left out.
    """
    pairs = list(facts)
    with connection.cursor() as cursor:
        cursor.execute(
            _LEAD_CHANGES,
            [FactKind.BID, [lot_id for lot_id, _ in pairs], [sequence for _, sequence in pairs]],
        )
        return [LeadChange(*row) for row in cursor.fetchall()]


def bidders_behind(lot_id: UUID, sequences: Sequence[int]) -> frozenset[UUID]:
    """Who placed these bids of a lot."""
    bids = LotFact.objects.filter(lot_id=lot_id, sequence__in=sequences, kind=FactKind.BID)
    return frozenset(bids.exclude(bidder=None).values_list("bidder_id", flat=True))


def bidders_of(lot_ids: Collection[UUID]) -> Mapping[UUID, Bidders]:
    """Everybody who bid on each of these lots, and who gained it. Two queries."""
    gained = {LotResult.SOLD, LotResult.BOUGHT}
    accounts = _accounts_on(lot_ids)
    lots = LotState.objects.filter(lot_id__in=lot_ids).values_list("lot_id", "leader_id", "result")
    return {
        lot_id: Bidders(accounts.get(lot_id, ()), leader_id if result in gained else None)
        for lot_id, leader_id, result in lots
    }


def open_lots_ending(*, within: timedelta) -> frozenset[UUID]:
    """The lots that can be bid on now and end within this time, as things stand."""
    now = clock.database_now()
    lots = LotState.objects.filter(
        result=None, starts_at__lte=now, ends_at__gt=now, ends_at__lte=now + within
    )
    return frozenset(lots.values_list("lot_id", flat=True))


def ending_lots(lot_ids: Collection[UUID]) -> list[EndingLot]:
    """Those of these lots that are still open, with who takes part. Two queries."""
    accounts = _accounts_on(lot_ids)
    rows = LotState.objects.defer("terms").filter(lot_id__in=lot_ids, result=None)
    return [
        EndingLot(row.lot_id, state_of_row(row), accounts.get(row.lot_id, ()), row.leader_id)
        for row in rows
    ]


def open_lots(lot_ids: Collection[UUID]) -> Mapping[UUID, OpenLot]:
    """Those of these lots whose end has not come, as they are now. Two queries."""
    now = clock.database_now()
    rows = LotState.objects.defer("terms").filter(lot_id__in=lot_ids, result=None, ends_at__gt=now)
    return {row.lot_id: OpenLot(state_of_row(row), row.leader_id) for row in rows}


def _accounts_on(lot_ids: Collection[UUID]) -> dict[UUID, tuple[UUID, ...]]:
    accounts: dict[UUID, list[UUID]] = {}
    bidders = AutoBid.objects.filter(lot_id__in=lot_ids).order_by("lot_id", "number")
    for lot_id, account_id in bidders.values_list("lot_id", "account_id"):
        accounts.setdefault(lot_id, []).append(account_id)
    return {lot_id: tuple(found) for lot_id, found in accounts.items()}
