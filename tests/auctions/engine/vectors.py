"""The vectors of the auction rules (rule 8), as data that any way into the engine can run.

Start 10.00 USD, USD table, everything else by default. Amounts in cents.
"""

from dataclasses import dataclass

START_MINOR = 1_000


@dataclass(frozen=True)
class Step:
    """A bid, and the code it must be refused with where it is."""

    bidder: str
    maximum_minor: int
    refused: str | None = None
    minimum_bid_minor: int | None = None


@dataclass(frozen=True)
class Vector:
    """Bids in order, and what stands afterwards. ``void`` is the place of a bid among the steps."""

    number: int
    steps: tuple[Step, ...]
    leader: str
    price_minor: int
    reserve_minor: int | None = None
    reserve: str = "none"
    void: int | None = None
    before_void: tuple[str, int] | None = None


def _bids(*bids: tuple[str, int]) -> tuple[Step, ...]:
    return tuple(Step(bidder, maximum_minor) for bidder, maximum_minor in bids)


VECTORS = (
    Vector(1, _bids(("A", 5_000)), "A", 1_000),
    Vector(2, _bids(("A", 5_000), ("B", 3_000)), "A", 3_100),
    Vector(3, _bids(("A", 5_000), ("B", 5_000)), "A", 5_000),
    Vector(4, _bids(("A", 5_000), ("B", 6_000)), "B", 5_100),
    Vector(5, _bids(("A", 5_000), ("B", 5_050)), "B", 5_050),
    Vector(6, _bids(("A", 5_000), ("B", 4_950)), "A", 5_000),
    Vector(7, _bids(("A", 5_000), ("B", 4_950), ("A", 8_000)), "A", 5_050),
    Vector(8, _bids(("A", 5_000), ("A", 8_000)), "A", 1_000),
    Vector(
        9,
        (*_bids(("A", 5_000), ("B", 3_000)), Step("B", 3_050, "bid_too_low", 3_200)),
        "A",
        3_100,
    ),
    Vector(10, _bids(("A", 3_000), ("B", 3_500)), "B", 3_100, 4_000, "not_met"),
    Vector(11, _bids(("A", 3_000), ("B", 4_500)), "B", 4_000, 4_000, "met"),
    Vector(12, _bids(("A", 3_000), ("A", 6_000)), "A", 4_000, 4_000, "met"),
    Vector(13, _bids(("A", 5_000), ("B", 8_000), ("A", 8_000)), "B", 8_000),
    Vector(14, _bids(("A", 9_900), ("B", 12_000)), "B", 10_000),
    Vector(15, _bids(("A", 10_000), ("B", 12_000)), "B", 10_250),
    Vector(16, _bids(("A", 5_000), ("B", 5_000), ("A", 8_000)), "A", 5_100),
    Vector(17, _bids(("B", 3_000), ("A", 4_000), ("A", 6_000)), "A", 4_000, 4_000, "met"),
    Vector(
        18,
        (*_bids(("A", 4_000)), Step("B", 4_000, "bid_too_low", 4_100)),
        "A",
        4_000,
        4_000,
        "met",
    ),
    Vector(19, (*_bids(("A", 5_000)), Step("A", 1_050, "not_above_own_maximum")), "A", 1_000),
    Vector(
        20,
        _bids(("B", 1_010), ("B", 1_050), ("A", 1_050), ("B", 1_073)),
        "B",
        1_073,
        void=1,
        before_void=("B", 1_073),
    ),
    Vector(
        21,
        _bids(("A", 5_000), ("B", 6_000), ("C", 7_000)),
        "B",
        5_100,
        void=2,
        before_void=("C", 6_100),
    ),
)
