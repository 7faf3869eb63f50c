"""The saleroom as the demo bidders see it: which lots are open, and whose turn it is to bid.

They use the market as anybody does, over HTTP with the SDK. Nothing is kept but the last look.
"""

import itertools
import random
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from embedded.demo.temperaments import Look, Temperament
from vendue_sdk import ApiProblem, AuthenticationFailed, TryLater, Vendue
from vendue_sdk.models import BidderStanding, LotSummary
from vendue_sdk.problems import NotFound

MOST_LOTS = 300
PAGE_SIZE = 100
LOOK_ROUND_EVERY_SECONDS = 20


class Floor:
    """The bidders, and what they last saw."""

    def __init__(self, guest: Vendue, seats: Sequence[tuple[Temperament, Vendue]]) -> None:
        self.seats = list(seats)
        self._guest = guest
        self._chance = random.Random()  # noqa: S311 - decides no secret
        self._looks: list[Look] = []
        self._looked_at = -float("inf")

    def look_round(self) -> None:
        """See which lots are open, unless the last look was just now. Raises ``VendueError``."""
        if time.monotonic() - self._looked_at < LOOK_ROUND_EVERY_SECONDS:
            return
        open_lots = self._guest.lots.search(sort="ending_soonest", page_size=PAGE_SIZE)
        now = datetime.now(UTC)
        looks = (_look(lot, now) for lot in itertools.islice(open_lots, MOST_LOTS))
        self._looks = [look for look in looks if look is not None]
        self._looked_at = time.monotonic()

    def ending_within(self, minutes: float) -> int:
        """How many lots ended, at the last look, in so many minutes or less."""
        return sum(look.minutes_left <= minutes for look in self._looks)

    def next_bid(self) -> bool:
        """Let somebody bid, if anything tempts them. Returns whether a bid was accepted.

        A refusal is no error: it happens to everybody. Whoever may not sign in leaves the floor.
        Raises ``VendueError`` where the market does not answer as it should.
        """
        if not self.seats:
            return False
        temperament, seat = self._chance.choice(self.seats)
        tempting = [look for look in self._looks if temperament.considers(look)]
        if not tempting:
            return False
        # The sooner a lot ends, the more people look at it.
        weights = [1 / (2 + max(look.minutes_left, 0)) for look in tempting]
        (look,) = self._chance.choices(tempting, weights)
        try:
            return self._bid(temperament, seat, look.lot_id)
        except AuthenticationFailed:
            self.seats.remove((temperament, seat))
            return False
        except TryLater:
            raise
        except ApiProblem:
            return False

    def _bid(self, temperament: Temperament, seat: Vendue, lot_id: UUID) -> bool:
        if _is_leading(seat, lot_id):
            return False
        lot = self._guest.lots.get(lot_id)
        if lot.state is None:
            return False
        maximum_minor = temperament.maximum_minor(
            lot_id,
            start_price_minor=lot.start_price_minor,
            minimum_bid_minor=lot.state.minimum_bid_minor,
        )
        if maximum_minor is None:
            return False
        seat.lots.place_bid(lot_id, maximum_minor=maximum_minor)
        return True


def _look(lot: LotSummary, now: datetime) -> Look | None:
    if lot.state is None:
        return None
    return Look(
        lot_id=lot.lot_id,
        category_path=lot.category.path,
        minutes_left=(lot.state.ends_at - now).total_seconds() / 60,
        bid_count=lot.state.bid_count,
    )


def _is_leading(seat: Vendue, lot_id: UUID) -> bool:
    try:
        return seat.me.get_bid(lot_id).standing == BidderStanding.LEADING
    except NotFound:
        return False
