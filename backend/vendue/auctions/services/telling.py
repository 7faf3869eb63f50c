"""What is told of a fact: its event, and what its auction hears of it.

The event has the fact's own id and nothing that the fact does not hold: what was told once can be
told again from the history, word for word.
"""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from vendue.auctions import events
from vendue.auctions.engine.figures import Fact, FactKind, pseudonym
from vendue.kernel.events import Event
from vendue.kernel.lots import LotResult, LotStateOut


def events_of(
    auction_id: UUID, lot_id: UUID, fact_id: UUID, fact: Fact, state: LotStateOut
) -> Iterable[Event]:
    """Everything that is published about a fact; ``state`` is the lot right after it."""
    yield event_of(lot_id, fact_id, fact, state)
    about: dict[str, Any] = {"occurred_at": fact.at, "auction_id": auction_id, "lot_id": lot_id}
    if fact.kind is FactKind.EXTENSION:
        yield events.AuctionLotMoved(**about, ends_at=fact.ends_at)
    if fact.result is not None:
        yield events.AuctionLotClosed(**about, result=fact.result)


def event_of(lot_id: UUID, fact_id: UUID, fact: Fact, state: LotStateOut) -> events.LotEvent:
    """The one event of a fact; ``state`` is the lot right after it."""
    common: dict[str, Any] = {
        "id": fact_id,
        "occurred_at": fact.at,
        "lot_id": lot_id,
        "epoch": fact.epoch,
        "sequence": fact.sequence,
        "state": state,
    }
    if fact.kind in {FactKind.BID, FactKind.AUTOMATIC_BID}:
        automatic = fact.kind is FactKind.AUTOMATIC_BID
        assert fact.amount_minor is not None
        return events.BidPlaced(
            **common, bidder=_named(fact), amount_minor=fact.amount_minor, automatic=automatic
        )
    return _RARE_EVENTS[fact.kind](fact, common)


def _closed(fact: Fact, common: dict[str, Any]) -> events.LotEvent:
    assert fact.result is not None
    winner = _named(fact) if fact.result is LotResult.SOLD else None
    return events.LotClosed(**common, result=fact.result, winner=winner)


_RARE_EVENTS: dict[FactKind, Callable[[Fact, dict[str, Any]], events.LotEvent]] = {
    FactKind.EXTENSION: lambda fact, common: events.LotExtended(**common, ends_at=fact.ends_at),
    FactKind.RESERVE_MET: lambda _, common: events.ReserveMet(**common),
    FactKind.VOID: lambda fact, common: events.BidVoided(
        **common, voided_sequences=list(fact.voided_sequences)
    ),
    FactKind.PURCHASE: lambda fact, common: events.LotBought(**common, buyer=_named(fact)),
    FactKind.CLOSE: _closed,
    FactKind.CANCEL: lambda _, common: events.LotCancelled(**common),
}


def _named(fact: Fact) -> str:
    name = pseudonym(fact.bidder_number)
    assert name is not None
    return name
