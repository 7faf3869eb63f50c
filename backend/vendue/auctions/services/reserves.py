"""Lowering a reserve: the seller's, once for each lot, not in its last twelve hours (rule 2.8)."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from vendue.auctions.engine.reserve import lower_reserve as decide
from vendue.auctions.models import ReserveChange
from vendue.auctions.queries.lot_rows import state_of
from vendue.auctions.services import ownership
from vendue.auctions.services.locking import record, take_lots
from vendue.auctions.services.recording import Changes
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound
from vendue.kernel.lots import LotStateOut
from vendue.platform.services import audit


@dataclass(frozen=True, slots=True)
class ReserveReduction:
    """The reserve now in force (minor units, its seller's secret) and the lot after it."""

    reserve_minor: int
    state: LotStateOut


@transaction.atomic
def lower_reserve(*, actor: Actor, lot_id: UUID, reserve_minor: int) -> ReserveReduction:
    """Lower the reserve of one's own lot and settle its price anew (rule 2.8).

    Raises ``NotFound``, ``LotClosed``, ``ReserveAlreadyLowered``, ``ReserveTooLate`` or
    ``ReserveNotLowered``.
    """
    lots, now = take_lots([lot_id])
    if not lots:
        raise NotFound
    lot = lots[0]
    ownership.require_own(actor, seller_id=lot.seller_id, organisation_id=lot.organisation_id)
    before = lot.figures
    decision = decide(before, lot.terms, reserve_minor, now)
    changes = Changes()
    changes.add(lot, decision, now)
    record(changes)
    assert before.reserve_minor is not None
    ReserveChange.objects.create(
        lot_id=lot_id,
        from_minor=before.reserve_minor,
        to_minor=reserve_minor,
        after_sequence=before.sequence,
        at=now,
    )
    # The amounts stand in the row above; the trail outlives every erasure and is read by many.
    audit.record(actor, "lot.lower_reserve", f"lot:{lot_id}", after={"reserve_lowered": True})
    return ReserveReduction(reserve_minor, state_of(lot_id, lot.figures, lot.terms, now))
