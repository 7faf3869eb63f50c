"""Facts as the engine knows them, for who tells of them again."""

from uuid import UUID

from vendue.auctions.engine.figures import Fact, FactKind
from vendue.auctions.models import LotFact
from vendue.kernel.lots import LotResult, ReserveStanding


def facts_after(lot_id: UUID, sequence: int, limit: int) -> list[tuple[UUID, Fact]]:
    """The facts of a lot that follow one, in order, each with its id."""
    rows = LotFact.objects.filter(lot_id=lot_id, sequence__gt=sequence).order_by("sequence")
    return [(row.id, fact_of(row)) for row in rows[:limit]]


def fact_of(row: LotFact) -> Fact:
    """The fact that a row holds."""
    return Fact(
        kind=FactKind(row.kind),
        sequence=row.sequence,
        epoch=row.epoch,
        at=row.at,
        bidder=row.bidder_id,
        bidder_number=row.bidder_number,
        amount_minor=row.amount_minor,
        price_minor=row.price_minor,
        ends_at=row.ends_at,
        maximum_minor=row.maximum_minor,
        leader_number=row.leader_number,
        reserve=ReserveStanding(row.reserve),
        bid_count=row.bid_count,
        bidder_count=row.bidder_count,
        extension_count=row.extension_count,
        voided_sequences=tuple(row.voided_sequences),
        result=None if row.result is None else LotResult(row.result),
    )
