"""Lowering a reserve: once for each lot, in time, never up (rule 2.8)."""

from datetime import datetime, timedelta

from vendue.auctions.engine.draft import Draft
from vendue.auctions.engine.figures import Decision, LotFigures
from vendue.auctions.engine.pricing import note_reserve, price_under_reserve
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.errors import (
    LotClosed,
    ReserveAlreadyLowered,
    ReserveNotLowered,
    ReserveTooLate,
)

LAST_HOURS = timedelta(hours=12)


def lower_reserve(
    figures: LotFigures, terms: LotTerms, reserve_minor: int, at: datetime
) -> Decision:
    """Lower the reserve to ``reserve_minor`` and settle the price anew.

    Only a reserve that is met by it gives a fact: that it moved is otherwise as secret as its
    amount. Raises ``LotClosed``, ``ReserveAlreadyLowered``, ``ReserveTooLate`` or
    ``ReserveNotLowered``.
    """
    if figures.result is not None:
        raise LotClosed
    if figures.reserve_lowered:
        raise ReserveAlreadyLowered
    if at >= figures.ends_at - LAST_HOURS:
        raise ReserveTooLate
    if figures.reserve_minor is None or not (
        terms.start_price_minor <= reserve_minor < figures.reserve_minor
    ):
        raise ReserveNotLowered

    draft = Draft(figures, at)
    draft.reserve_minor = reserve_minor
    draft.reserve_lowered = True
    if draft.leader_maximum_minor is not None:
        draft.price_minor = price_under_reserve(
            draft.price_minor, draft.leader_maximum_minor, reserve_minor, terms.rules
        )
    note_reserve(draft)
    return draft.decision()
