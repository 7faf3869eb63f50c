"""What a realtime process asks: where lots stand, and what happened to one since."""

from collections.abc import Iterable
from uuid import UUID

from vendue.auctions.models import LotState
from vendue.auctions.queries import lots, sales
from vendue.auctions.queries.facts import facts_after
from vendue.auctions.queries.lot_rows import COLUMNS, load_terms, state_of, terms_of
from vendue.auctions.services.telling import event_of
from vendue.kernel.errors import NotFound
from vendue.kernel.lots import LotStateOut
from vendue.platform.services import outbox


def state_now(lot_id: UUID) -> LotStateOut:
    """The public state of a published lot. Raises ``NotFound``."""
    return lots.lot_state(lot_id)


def texts_after(lot_id: UUID, sequence: int, *, limit: int) -> list[str]:
    """The events of the facts that follow one, in order, word for word as they were published.

    Raises ``NotFound``.
    """
    row = lots.row_of(lot_id)
    terms = terms_of({name: getattr(row, name) for name in COLUMNS}, load_terms)
    return [
        outbox.frame(event_of(lot_id, fact_id, fact, state_of(lot_id, fact, terms, fact.at)))
        for fact_id, fact in facts_after(lot_id, sequence, limit)
    ]


def sequences_of(lot_ids: Iterable[UUID]) -> dict[UUID, int]:
    """The number of each lot's last fact."""
    rows = LotState.objects.filter(lot_id__in=list(lot_ids))
    return dict(rows.values_list("lot_id", "sequence"))


def require_auction(auction_id: UUID) -> None:
    """Raises ``NotFound`` unless there is such an auction for everybody to see."""
    if not sales.is_published(sales.auction(auction_id)):
        raise NotFound
