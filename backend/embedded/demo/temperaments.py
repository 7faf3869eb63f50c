"""What each demo bidder is like: which lots they want, what those are worth to them, what they
offer. Pure: a look at a lot goes in, an offer comes out."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from uuid import UUID

from embedded.demo import accounts
from embedded.demo.accounts import DemoAccount

EURO = 100


@dataclass(frozen=True)
class Look:
    """What a bidder sees of a lot in a list; ``category_path`` holds slugs from the root."""

    lot_id: UUID
    category_path: str
    minutes_left: float
    bid_count: int


@dataclass(frozen=True)
class Temperament:
    """A bidder's ways. ``worth`` says between which multiples of its start price a lot is worth."""

    account: DemoAccount
    worth: tuple[float, float]
    #: From the minimum bid and what the lot is worth, both in euro cents, to a maximum.
    offer: Callable[[int, int], int]
    #: Bids only while at least and at most this many minutes are left.
    when: tuple[float, float] = (0, inf)
    #: Wants nothing from other categories than this.
    category: str | None = None
    #: Loses interest where more bids than this have been placed.
    crowd: float = inf

    def considers(self, look: Look) -> bool:
        """Whether the bidder is tempted at all."""
        earliest, latest = self.when
        return (
            earliest <= look.minutes_left <= latest
            and look.bid_count <= self.crowd
            and self.category in {None, *look.category_path.split("/")}
        )

    def maximum_minor(
        self, lot_id: UUID, *, start_price_minor: int, minimum_bid_minor: int
    ) -> int | None:
        """The maximum to offer now, or ``None`` where the lot has become too dear."""
        value_minor = self.value_minor(lot_id, start_price_minor)
        if value_minor < minimum_bid_minor:
            return None
        return min(value_minor, self.offer(minimum_bid_minor, value_minor))

    def value_minor(self, lot_id: UUID, start_price_minor: int) -> int:
        """What the lot is worth to the bidder: always the same for the same lot."""
        chance = random.Random(f"{self.account.local_part} {lot_id}")  # noqa: S311 - decides no secret
        return whole_euros(start_price_minor * chance.uniform(*self.worth))


def whole_euros(amount_minor: float) -> int:
    """Up to whole euros: people do not offer cents."""
    return -(-int(amount_minor) // EURO) * EURO


def _everything(_minimum_minor: int, value_minor: int) -> int:
    return value_minor


def _the_least(minimum_minor: int, _value_minor: int) -> int:
    return minimum_minor


def _a_little_more(minimum_minor: int, _value_minor: int) -> int:
    return whole_euros(minimum_minor * 1.1)


TEMPERAMENTS = (
    Temperament(accounts.PATIENT, (1.2, 2.4), _everything, when=(20, inf)),
    Temperament(accounts.SNIPER, (1.3, 2.6), _everything, when=(0, 1.5)),
    Temperament(accounts.COLLECTOR, (1.8, 3.5), _a_little_more, category="jewellery-silver"),
    Temperament(accounts.BARGAIN_HUNTER, (1.0, 1.4), _the_least, crowd=1),
    Temperament(accounts.RIVAL, (1.3, 2.2), _a_little_more, when=(0, 24 * 60)),
    Temperament(accounts.NEWCOMER, (1.0, 1.7), _the_least),
)
