"""The end of a lot: its close with exactly one result, or its cancellation (rule 5.4)."""

from datetime import datetime

from vendue.auctions.engine.draft import Draft
from vendue.auctions.engine.figures import Decision, FactKind, LotFigures
from vendue.auctions.errors import LotClosed, LotStillOpen
from vendue.kernel.lots import LotResult, ReserveStanding


def close(figures: LotFigures, at: datetime) -> Decision:
    """Close a lot that has ended by ``at`` and give it its result.

    The fact names the winner and the hammer price where the lot is sold. Raises ``LotClosed``
    where it has a result already and ``LotStillOpen`` before the end in force.
    """
    if figures.result is not None:
        raise LotClosed
    if at < figures.ends_at:
        raise LotStillOpen

    draft = Draft(figures, at)
    draft.result = _result(figures)
    if draft.result is LotResult.SOLD:
        draft.record(FactKind.CLOSE, draft.leader, amount_minor=draft.price_minor)
    else:
        draft.record(FactKind.CLOSE)
    return draft.decision()


def cancel(figures: LotFigures, at: datetime) -> Decision:
    """Take a lot out of the sale, before its start or after.

    Raises ``LotClosed`` from its end on: whoever leads then has won, closed or not (rule 5.1).
    """
    if figures.result is not None or at >= figures.ends_at:
        raise LotClosed
    draft = Draft(figures, at)
    draft.result = LotResult.CANCELLED
    draft.record(FactKind.CANCEL)
    return draft.decision()


def _result(figures: LotFigures) -> LotResult:
    if figures.leader is None:
        return LotResult.UNSOLD
    if figures.reserve is ReserveStanding.NOT_MET:
        return LotResult.RESERVE_NOT_MET
    return LotResult.SOLD
