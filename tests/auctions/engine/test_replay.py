"""Real auctions replayed on the engine: prices and refusals as they must come out (rule 9).

The records are not the project's; $VENDUE_REPLAY_DATA names the folder that holds them.
"""

import csv
import os
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.auctions.engine.sale import OPENS, Sale, some_rules
from vendue.auctions.engine.rules import AntiSniping
from vendue.auctions.errors import BidTooLow, NotAboveOwnMaximum

FOLDER = os.environ.get("VENDUE_REPLAY_DATA")

pytestmark = pytest.mark.skipif(
    not FOLDER, reason="VENDUE_REPLAY_DATA does not name a folder with recorded auctions"
)


@dataclass(frozen=True)
class Outcome:
    """What a replayed auction came to, in cents."""

    price_minor: int
    below_minimum: int
    not_above_own: int
    accepted: int


def cents(text: str) -> int:
    return int(Decimal(text) * 100)


def records(name: str) -> list[dict[str, str]]:
    assert FOLDER is not None
    with (Path(FOLDER) / name).open(newline="") as file:
        return list(csv.DictReader(file))


def replay(bids: list[dict[str, str]], reserve_minor: int | None) -> Outcome:
    """Bids in time order, ties in file order, as maxima under the USD table and a hard close."""
    sale = Sale(
        start_price_minor=cents(bids[0]["openbid"]),
        reserve_minor=reserve_minor,
        ends_at=OPENS + timedelta(days=8),
        rules=some_rules(anti_sniping=AntiSniping(trigger_seconds=0)),
    )
    refused: Counter[str] = Counter()
    for bid in sorted(bids, key=lambda bid: float(bid["bidtime"])):
        at = OPENS + timedelta(days=float(bid["bidtime"]))
        try:
            sale.bid(bid["bidder"], cents(bid["bid"]), at=at)
        except (BidTooLow, NotAboveOwnMaximum) as refusal:
            refused[refusal.code] += 1
    return Outcome(
        sale.figures.price_minor,
        refused["bid_too_low"],
        refused["not_above_own_maximum"],
        sale.figures.bid_count,
    )


@pytest.fixture(scope="module")
def auctions() -> dict[str, list[dict[str, str]]]:
    by_auction: dict[str, list[dict[str, str]]] = {}
    for bid in records("ebay_bids.csv"):
        by_auction.setdefault(bid["auctionid"], []).append(bid)
    return by_auction


@pytest.fixture(scope="module")
def expected() -> dict[str, dict[str, str]]:
    return {row["auctionid"]: row for row in records("ebay_bids_expected.csv")}


def test_every_auction_comes_to_its_price_with_its_refusals(auctions, expected):
    outcomes = {auction: replay(bids, None) for auction, bids in auctions.items()}
    assert len(outcomes) == 323
    for auction, outcome in outcomes.items():
        row = expected[auction]
        assert outcome.price_minor == cents(row["engine_price"]), auction
        assert outcome.below_minimum == int(row["refused_below_minimum"]), auction
        assert outcome.not_above_own == int(row["own_maximum_no_ops"]), auction
    recorded = [
        outcome.price_minor == cents(expected[auction]["recorded_price"])
        for auction, outcome in outcomes.items()
    ]
    assert sum(recorded) == 303
    assert sum(outcome.below_minimum for outcome in outcomes.values()) == 3
    assert sum(outcome.not_above_own for outcome in outcomes.values()) == 26
    assert sum(outcome.accepted for outcome in outcomes.values()) == 5_549 - 3 - 26


def test_with_their_reserves_seventeen_more_equal_the_record(auctions, expected):
    equal = 0
    for auction, bids in auctions.items():
        row = expected[auction]
        reserve = row["inferred_reserve"]
        outcome = replay(bids, cents(reserve) if reserve else None)
        assert outcome.price_minor == cents(row["engine_price_with_reserve"]), auction
        equal += outcome.price_minor == cents(row["recorded_price"])
    assert equal == 320
