"""What a seller may plan: the values of a sale before it is one, and what they must be."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from vendue.auctions.errors import LotInAuction
from vendue.auctions.models import AuctionLot
from vendue.catalogue.errors import LotNotApproved
from vendue.catalogue.services import offering
from vendue.catalogue.services.offering import OfferedLot
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import invalid_field

LONGEST_SALE = timedelta(days=60)
FARTHEST = timedelta(days=366)
MOST_LOTS = 1_000


@dataclass(frozen=True, slots=True)
class LotPlace:
    """A lot in a plan. No extension takes its end past ``hard_end``."""

    lot_id: UUID
    hard_end: datetime | None = None


@dataclass(frozen=True, slots=True)
class SalePlan:
    """What a seller plans.

    Without a title the first lot's is taken, without a currency the lots', without a start the
    moment of planning, without a rule set the latest published "standard". ``ends_at`` is the end
    of the first lot; each further one ends ``interval_seconds`` after the one before it.
    """

    ends_at: datetime
    lots: Sequence[LotPlace]
    title: str | None = None
    description: str = ""
    currency: str | None = None
    starts_at: datetime | None = None
    interval_seconds: int = 0
    rule_set_id: UUID | None = None


def end_of(ends_at: datetime, interval_seconds: int, position: int) -> datetime:
    """The planned end of the lot at a position, counted from 1 (rule 5.5)."""
    return ends_at + timedelta(seconds=interval_seconds) * (position - 1)


def require_times(plan: SalePlan, starts_at: datetime) -> None:
    """Refuse times that no sale can have, with ``InvalidRequest``.

    Compares before it adds, so that the ends of the calendar overflow nothing.
    """
    now = clock.now()
    if not now - FARTHEST <= starts_at <= now + FARTHEST:
        raise invalid_field("/starts_at", "out_of_bounds", "Start within a year from today.")
    if plan.ends_at <= starts_at:
        raise invalid_field("/ends_at", "not_after_start", "An auction ends after it starts.")
    too_long = invalid_field("/ends_at", "too_long", "A sale lasts sixty days at most.")
    if plan.ends_at - starts_at > LONGEST_SALE:
        raise too_long
    if end_of(plan.ends_at, plan.interval_seconds, len(plan.lots)) - starts_at > LONGEST_SALE:
        raise too_long
    for at, place in enumerate(plan.lots):
        end = end_of(plan.ends_at, plan.interval_seconds, at + 1)
        if place.hard_end is not None and not end <= place.hard_end <= starts_at + LONGEST_SALE:
            raise invalid_field(
                f"/lots/{at}/hard_end",
                "out_of_bounds",
                "A hard end is not before the lot's end, nor sixty days after the start.",
            )


def offered_lots(actor: Actor, auction_id: UUID, plan: SalePlan) -> Sequence[OfferedLot]:
    """The lots of a plan, if one seller may sell them all and no other auction has one.

    Their rows stay locked. Raises ``NotFound``, ``LotInAuction``, ``LotNotApproved`` or
    ``InvalidRequest``.
    """
    lot_ids = [place.lot_id for place in plan.lots]
    repeated = [lot_id for lot_id, times in Counter(lot_ids).items() if times > 1]
    if repeated:
        raise invalid_field("/lots", "repeated", "Name each lot once.")
    if not lot_ids:
        raise invalid_field("/lots", "missing", "Name at least one lot.")
    offered = offering.lots_of(actor=actor, lot_ids=lot_ids)
    taken = AuctionLot.objects.filter(lot_id__in=lot_ids).exclude(auction_id=auction_id).first()
    if taken is not None:
        raise LotInAuction(lot_id=taken.lot_id)
    if not all(lot.is_unpublished for lot in offered):
        raise LotNotApproved
    if len({lot.seller_organisation_id or lot.seller_account_id for lot in offered}) > 1:
        raise invalid_field("/lots", "several_sellers", "All lots of an auction have one seller.")
    return offered


def one_currency(plan: SalePlan, offered: Sequence[OfferedLot]) -> str:
    """The currency of a plan, which is that of all its lots. Raises ``InvalidRequest``."""
    currency = plan.currency or offered[0].currency
    for at, lot in enumerate(offered):
        if lot.currency != currency:
            raise invalid_field(
                f"/lots/{at}", "other_currency", f"This auction sells in {currency}."
            )
    return currency


def only_title(offered: Sequence[OfferedLot]) -> str:
    """The title of an auction that was given none: its only lot's. Raises ``InvalidRequest``."""
    if len(offered) > 1:
        raise invalid_field("/title", "missing", "An auction of several lots needs a title.")
    return offered[0].title
