"""Before a bid: whether it would be valid, and the most it could cost (rule 2.13)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vendue.auctions.engine.preview import OwnStanding
from vendue.auctions.engine.preview import preview_bid as preview
from vendue.auctions.engine.public import public_state
from vendue.auctions.models import AutoBid
from vendue.auctions.queries.lot_rows import COLUMNS, figures_of, load_terms, state_out, terms_of
from vendue.auctions.queries.lots import row_of
from vendue.auctions.services import costs
from vendue.auctions.services.costs import Shipment
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.costs import CostsOut
from vendue.kernel.lots import LotStateOut


@dataclass(frozen=True, slots=True)
class Preview:
    """What a bid would be, from public facts and the caller's own maximum alone."""

    is_valid: bool
    refusal_code: str | None
    minimum_bid_minor: int
    currency: str
    highest_hammer_minor: int
    highest_total_minor: int
    costs: CostsOut
    state: LotStateOut
    server_time: datetime


def preview_bid(*, actor: Actor, lot_id: UUID, maximum_minor: int, shipment: Shipment) -> Preview:
    """Preview a maximum, in minor units. Changes nothing.

    Raises ``NotFound``, ``DeliveryNotOffered``.
    """
    row = row_of(lot_id)
    now = clock.database_now()
    values = {name: getattr(row, name) for name in COLUMNS}
    # From here on nothing hidden is in reach: the engine's preview takes the public state only.
    state = public_state(figures_of(values), terms_of(values, load_terms), now)
    own = _own_standing(actor, lot_id)
    found = preview(state, own, maximum_minor, now)
    (highest,) = costs.costs_at(row, [found.highest_hammer_minor], shipment)
    minimum_minor = state.minimum_bid_minor
    if own is not None and own.number == state.leader_number:
        minimum_minor = own.maximum_minor + 1
    return Preview(
        is_valid=found.refusal is None,
        refusal_code=None if found.refusal is None else found.refusal.code,
        minimum_bid_minor=minimum_minor,
        currency=state.currency,
        highest_hammer_minor=found.highest_hammer_minor,
        highest_total_minor=highest.total_minor,
        costs=highest,
        state=state_out(lot_id, state),
        server_time=now,
    )


def _own_standing(actor: Actor, lot_id: UUID) -> OwnStanding | None:
    if actor.account_id is None:
        return None
    own = AutoBid.objects.filter(lot_id=lot_id, account_id=actor.account_id).first()
    if own is None or own.maximum_minor is None:
        return None
    return OwnStanding(own.number, own.maximum_minor)
