"""Staff take bids out of a live lot: a new epoch, recomputed from what still stands (rule 2.9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from vendue.auctions.engine.figures import Decision, FactKind, pseudonym
from vendue.auctions.engine.voiding import StandingBid, ranked_maxima
from vendue.auctions.engine.voiding import void_bids as decide
from vendue.auctions.models import AutoBid, LotFact
from vendue.auctions.queries.lot_rows import state_of
from vendue.auctions.services.locking import record, take_lots
from vendue.auctions.services.recording import Changes, OpenLot
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound
from vendue.kernel.lots import LotStateOut
from vendue.platform.services import audit


@dataclass(frozen=True, slots=True)
class TouchedBidder:
    """A bidder whom a void touches: a bid of theirs goes, or the lead changes hands.

    ``maximum_after_minor`` (minor units) is what still stands of their maxima; for staff only.
    """

    account_id: UUID
    bidder: str
    led_before: bool
    leads_after: bool
    maximum_after_minor: int | None


@dataclass(frozen=True, slots=True)
class VoidOutcome:
    """What a void does, or would do."""

    voided_sequences: Sequence[int]
    before: LotStateOut
    after: LotStateOut
    touched: Sequence[TouchedBidder]


@dataclass(frozen=True, slots=True)
class _Void:
    """A void decided but not stored."""

    lot: OpenLot
    at: datetime
    decision: Decision
    outcome: VoidOutcome
    remaining: Sequence[StandingBid]


@transaction.atomic
def preview_void(*, lot_id: UUID, sequences: Sequence[int]) -> VoidOutcome:
    """What voiding these bids would do. Stores nothing and raises like ``void_bids``."""
    return _decide(lot_id, sequences).outcome


@transaction.atomic
def void_bids(*, actor: Actor, lot_id: UUID, sequences: Sequence[int], reason: str) -> VoidOutcome:
    """Void standing bids of a live lot, named by their sequences.

    Raises ``NotFound``, ``LotNotOpen``, ``LotClosed`` or ``BidNotStanding``.
    """
    void = _decide(lot_id, sequences)
    changes = Changes()
    changes.add(void.lot, void.decision, void.at)
    record(changes)
    _settle_maxima(lot_id, void)
    outcome = void.outcome
    audit.record(
        actor,
        "lot.void_bids",
        f"lot:{lot_id}",
        reason=reason,
        before={"epoch": outcome.before.epoch, "price_minor": outcome.before.price_minor},
        after={
            "epoch": outcome.after.epoch,
            "price_minor": outcome.after.price_minor,
            "voided_sequences": outcome.voided_sequences,
        },
    )
    return outcome


def _decide(lot_id: UUID, sequences: Sequence[int]) -> _Void:
    lots, now = take_lots([lot_id])
    if not lots:
        raise NotFound
    lot = lots[0]
    standing = standing_bids(lot_id)
    decision = decide(lot.figures, lot.terms, standing, sequences, now)
    voided = frozenset(sequences)
    remaining = [bid for bid in standing if bid.sequence not in voided]
    outcome = VoidOutcome(
        voided_sequences=sorted(voided),
        before=state_of(lot_id, lot.figures, lot.terms, now),
        after=state_of(lot_id, decision.figures, lot.terms, now),
        touched=_touched(lot, decision, standing, remaining),
    )
    return _Void(lot, now, decision, outcome, remaining)


def standing_bids(lot_id: UUID) -> list[StandingBid]:
    """Every accepted bid of a lot that no void has taken out. The lot's row must be locked."""
    facts = LotFact.objects.filter(lot_id=lot_id)
    voids = facts.filter(kind=FactKind.VOID).values_list("voided_sequences", flat=True)
    gone = {sequence for sequences in voids for sequence in sequences}
    bids = facts.filter(kind=FactKind.BID).exclude(sequence__in=gone).order_by("sequence")
    return [_standing(bid) for bid in bids]


def _standing(bid: LotFact) -> StandingBid:
    # The table's own constraints and the recorder see to it that a bid has all of these.
    assert bid.bidder_id is not None
    assert bid.bidder_number is not None
    assert bid.maximum_minor is not None
    return StandingBid(bid.sequence, bid.bidder_id, bid.bidder_number, bid.maximum_minor)


def _settle_maxima(lot_id: UUID, void: _Void) -> None:
    """Let each bidder's row say what still stands: the latest remaining maximum, or none."""
    latest = {bid.bidder: bid for bid in ranked_maxima(void.remaining)}
    rows = list(AutoBid.objects.filter(lot_id=lot_id))
    for row in rows:
        bid = latest.get(row.account_id)
        row.maximum_minor = None if bid is None else bid.maximum_minor
        row.sequence = None if bid is None else bid.sequence
    AutoBid.objects.bulk_update(rows, ["maximum_minor", "sequence"])


def _touched(
    lot: OpenLot,
    decision: Decision,
    standing: Sequence[StandingBid],
    remaining: Sequence[StandingBid],
) -> list[TouchedBidder]:
    gone = {bid.bidder for bid in set(standing) - set(remaining)}
    leaders = (lot.figures.leader, decision.figures.leader)
    latest = {bid.bidder: bid.maximum_minor for bid in ranked_maxima(remaining)}
    numbers = {bid.bidder: bid.number for bid in standing}
    return [
        TouchedBidder(
            account_id=bidder,
            bidder=pseudonym(number) or "",
            led_before=bidder == leaders[0],
            leads_after=bidder == leaders[1],
            maximum_after_minor=latest.get(bidder),
        )
        for bidder, number in sorted(numbers.items(), key=lambda entry: entry[1])
        if bidder in gone or (bidder in leaders and leaders[0] != leaders[1])
    ]
