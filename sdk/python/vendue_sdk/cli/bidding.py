"""``vendue bid`` and ``vendue watch``."""

import time
from collections.abc import Iterator
from typing import Annotated
from uuid import UUID

import typer

from vendue_sdk.cli.lots import state_table
from vendue_sdk.cli.output import Amounts, refuse, results
from vendue_sdk.cli.signing_in import market
from vendue_sdk.client import Vendue
from vendue_sdk.errors import NotLive
from vendue_sdk.models import LotState, LotStatus, LotViewers, PlacedStanding
from vendue_sdk.problems import BidTooLow


def bid(
    lot_id: UUID,
    maximum: Annotated[str, typer.Argument(help="The most you will pay, such as 125.00")],
) -> None:
    """Bid on a lot up to a maximum. It binds you to pay if you win."""
    with market() as vendue:
        amounts = Amounts(vendue)
        currency = vendue.lots.get_state(lot_id).currency
        try:
            placed = vendue.lots.place_bid(lot_id, maximum_minor=amounts.minor(maximum, currency))
        except BidTooLow as refusal:
            least = amounts.text(refusal.data.minimum_bid_minor, refusal.data.currency)
            refuse(f"The minimum bid is {least} now.")
            raise typer.Exit(1) from refusal
    leads = placed.standing is PlacedStanding.LEADING
    results.print("You lead." if leads else "Accepted, and outbid at once.")
    results.print(state_table(placed.state, amounts))


def watch(
    lot_id: UUID,
    every: Annotated[
        float, typer.Option(min=0.5, help="Seconds between looks, where nothing is told live.")
    ] = 2.0,
) -> None:
    """Follow a lot until it ends: a line for each change, as it happens."""
    with market() as vendue:
        amounts = Amounts(vendue)
        seen: tuple[int, int] | None = None
        for state in _states(vendue, lot_id, every):
            if (state.epoch, state.sequence) != seen:
                seen = (state.epoch, state.sequence)
                results.print(_line(state, amounts))
            if state.status in (LotStatus.CLOSED, LotStatus.CANCELLED):
                return


def _states(vendue: Vendue, lot_id: UUID, every: float) -> Iterator[LotState]:
    """The lot after each change: as it is told, or as it is found from time to time."""
    try:
        for message in vendue.realtime.lot(lot_id):
            if not isinstance(message, LotViewers):
                yield message.state
    except NotLive:
        while True:
            yield vendue.lots.get_state(lot_id)
            time.sleep(every)


def _line(state: LotState, amounts: Amounts) -> str:
    price = amounts.text(state.price_minor, state.currency)
    outcome = state.result or state.leader or "no bids"
    return f"{state.sequence:>5}  {price:>16}  {outcome:<16}  ends {state.ends_at:%H:%M:%S %Z}"
