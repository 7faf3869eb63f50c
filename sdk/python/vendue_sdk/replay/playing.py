"""Placing recorded bids by the ordinary operation, and waiting for the closer."""

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from vendue_sdk.client import Vendue
from vendue_sdk.errors import ApiProblem, VendueError
from vendue_sdk.models import LotState, LotStatus
from vendue_sdk.problems import BidTooLow, LotClosed, NotAboveOwnMaximum
from vendue_sdk.replay.records import RecordedAuction

_POLL_SECONDS = 0.5
#: How long after its end a lot may still be waiting for the closer.
_PATIENCE = timedelta(seconds=30)


class TooLate(VendueError):
    """A bid came when its lot had closed: the window is too short for this file."""


class NotClosed(VendueError):
    """A lot is still open long after its end: no closer is at work."""


@dataclass(frozen=True, slots=True)
class Placement:
    """An auction, the lot that stands for it, and the market as each of its bidders sees it."""

    auction: RecordedAuction
    lot_id: UUID


@dataclass(slots=True)
class Tally:
    """What became of the bids."""

    accepted: int = 0
    refused_below_minimum: int = 0
    refused_own_maximum: int = 0
    other_refusals: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Tally") -> None:
        """Count another lot's bids in."""
        self.accepted += other.accepted
        self.refused_below_minimum += other.refused_below_minimum
        self.refused_own_maximum += other.refused_own_maximum
        self.other_refusals += other.other_refusals


def play(
    placements: Sequence[Placement],
    bidders: Mapping[str, Vendue],
    *,
    threads: int,
    advance: Callable[[], None],
) -> Tally:
    """Place every bid: a lot's one after another, lots side by side. Raises ``TooLate``."""
    total = Tally()
    # The lots with most bids first, so that none is left alone at the end.
    ordered = sorted(placements, key=lambda placement: -len(placement.auction.bids))
    with ThreadPoolExecutor(threads) as pool:
        for tally in pool.map(lambda placed: _play_lot(placed, bidders, advance), ordered):
            total.add(tally)
    return total


def _play_lot(
    placement: Placement, bidders: Mapping[str, Vendue], advance: Callable[[], None]
) -> Tally:
    tally = Tally()
    for bid in placement.auction.bids:
        market = bidders[bid.bidder]
        try:
            market.lots.place_bid(placement.lot_id, maximum_minor=bid.maximum_minor)
            tally.accepted += 1
        except BidTooLow:
            tally.refused_below_minimum += 1
        except NotAboveOwnMaximum:
            tally.refused_own_maximum += 1
        except LotClosed as error:
            raise TooLate(
                f"A bid on auction {placement.auction.auction_id} came after its lot had closed. "
                "Give the replay a longer --window."
            ) from error
        except ApiProblem as problem:
            tally.other_refusals[problem.code] += 1
        advance()
    return tally


def wait_for_results(
    market: Vendue, placements: Sequence[Placement], *, threads: int, advance: Callable[[], None]
) -> list[LotState]:
    """The closed state of every lot, in order. Raises ``NotClosed``."""

    def result_of(placement: Placement) -> LotState:
        while True:
            state = market.lots.get_state(placement.lot_id)
            if state.status is LotStatus.CLOSED:
                advance()
                return state
            now = market.meta.get().server_time
            if now > state.ends_at + _PATIENCE:
                raise NotClosed(f"Lot {placement.lot_id} ended and was not closed.")
            time.sleep(max(_POLL_SECONDS, (state.ends_at - now).total_seconds()))

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(result_of, placements))
