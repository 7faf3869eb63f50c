"""How two maxima and a reserve make a price, and when a late bid moves the end."""

from datetime import datetime, timedelta

from vendue.auctions.engine.draft import Draft
from vendue.auctions.engine.figures import FactKind
from vendue.auctions.engine.rules import AntiSniping, BelowReserve, ExtensionMode, Rules
from vendue.auctions.engine.terms import LotTerms
from vendue.kernel.lots import ReserveStanding


def contested_price(winning_minor: int, losing_minor: int, rules: Rules) -> int:
    """One step above the losing maximum, but never above the winning one (rules 2.3 to 2.6)."""
    return min(winning_minor, losing_minor + rules.increments.increment(losing_minor))


def price_under_reserve(
    price_minor: int, maximum_minor: int, reserve_minor: int | None, rules: Rules
) -> int:
    """The price that bids alone have made, as the reserve changes it (rule 2.8).

    ``maximum_minor`` is the leader's. Reached, the reserve is the least price; below it the
    price stays, or is the leader's full maximum where the rule set says so.
    """
    if reserve_minor is None:
        return price_minor
    if maximum_minor >= reserve_minor:
        return max(price_minor, reserve_minor)
    return maximum_minor if rules.below_reserve is BelowReserve.FULL_MAXIMUM else price_minor


def note_reserve(draft: Draft) -> None:
    """Record that the reserve is met, once the leader's maximum has come to reach it."""
    if (
        draft.reserve is ReserveStanding.NOT_MET
        and draft.reserve_minor is not None
        and draft.leader_maximum_minor is not None
        and draft.leader_maximum_minor >= draft.reserve_minor
    ):
        draft.reserve = ReserveStanding.MET
        draft.record(FactKind.RESERVE_MET)


def note_extension(draft: Draft, terms: LotTerms) -> None:
    """Extend the lot for a bid that moved the price or the leader near the end (rule 5.2)."""
    ends_at = extended_end(
        terms.rules.anti_sniping, draft.ends_at, terms.hard_end, draft.extension_count, draft.at
    )
    if ends_at != draft.ends_at:
        draft.ends_at = ends_at
        draft.extension_count += 1
        draft.record(FactKind.EXTENSION)


def extended_end(
    rules: AntiSniping,
    ends_at: datetime,
    hard_end: datetime | None,
    extension_count: int,
    at: datetime,
) -> datetime:
    """Where a bid at ``at`` that moves something puts the end; never earlier (rule 5.2)."""
    if not rules.trigger_seconds or extension_count == rules.max_extensions:
        return ends_at
    if at < ends_at - timedelta(seconds=rules.trigger_seconds):
        return ends_at
    moved = ends_at if rules.mode is ExtensionMode.ADD else at
    moved += timedelta(seconds=rules.extend_seconds)
    if hard_end is not None:
        moved = min(moved, hard_end)
    return max(ends_at, moved)
