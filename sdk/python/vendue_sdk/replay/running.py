"""A replay from beginning to end, and what it found."""

import csv
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

from vendue_sdk.client import Vendue
from vendue_sdk.models import LotState
from vendue_sdk.replay.playing import Placement, Tally, play, wait_for_results
from vendue_sdk.replay.records import RecordedAuction
from vendue_sdk.replay.staff import Staff
from vendue_sdk.replay.staging import category_for, create_lots, put_on_sale

_THREADS = 24
_SELLER_SCOPES = ["lots:write", "auctions:write", "profile:read"]
_BIDDER_SCOPES = ["bids:write", "profile:read"]


class Progress(Protocol):
    """Shows how far a step has come."""

    def __call__(self, step: str, total: int) -> AbstractContextManager[Callable[[], None]]:
        """A function to call for each thing done."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to replay, where, and with whose rights."""

    auctions: Sequence[RecordedAuction]
    base_url: str
    staff_email: str
    staff_password: str
    window: timedelta


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the bids and of every lot."""

    placements: Sequence[Placement]
    states: Sequence[LotState]
    tally: Tally
    seconds: float

    def summary(self) -> dict[str, Any]:
        """The figures, as one line of JSON has them."""
        differing = [
            placed.auction.auction_id
            for placed, state in zip(self.placements, self.states, strict=True)
            if state.price_minor != placed.auction.price_minor
        ]
        return {
            "auctions": len(self.placements),
            "bids": sum(len(placed.auction.bids) for placed in self.placements),
            "accepted": self.tally.accepted,
            "refused_below_minimum": self.tally.refused_below_minimum,
            "refused_own_maximum": self.tally.refused_own_maximum,
            "other_refusals": self.tally.other_refusals.total(),
            "final_equal": len(self.placements) - len(differing),
            "final_different": differing,
            "seconds": round(self.seconds, 1),
        }

    def write_lots(self, path: Path) -> None:
        """A file with the lot of each auction and how it ended. Amounts in cents."""
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["auctionid", "lot_id", "result", "price_minor", "recorded_minor"])
            for placed, state in zip(self.placements, self.states, strict=True):
                recorded = placed.auction
                writer.writerow(
                    [
                        recorded.auction_id,
                        placed.lot_id,
                        state.result,
                        state.price_minor,
                        recorded.price_minor,
                    ]
                )


def run(plan: Plan, progress: Progress) -> Outcome:
    """Hold the recorded auctions again. Raises ``VendueError``."""
    began = time.monotonic()
    auctions = plan.auctions
    with Vendue(base_url=plan.base_url, timeout=30, max_retries=5) as guest:
        with _staff(plan) as staff:
            (account,) = staff.create_test_bidders(1, _SELLER_SCOPES)
            seller = guest.with_api_key(account.api_key)
            category = category_for(guest, staff)
            bidders = _bidders(staff, guest, auctions)
        with progress("Creating lots", len(auctions)) as advance:
            lot_ids = create_lots(
                seller, auctions, category=category, threads=_THREADS, advance=advance
            )
        put_on_sale(seller, lot_ids, window=plan.window)
        placements = [Placement(*pair) for pair in zip(auctions, lot_ids, strict=True)]
        with progress("Bidding", sum(len(a.bids) for a in auctions)) as advance:
            tally = play(placements, bidders, threads=_THREADS, advance=advance)
        with progress("Waiting for the closer", len(auctions)) as advance:
            states = wait_for_results(guest, placements, threads=_THREADS, advance=advance)
    return Outcome(placements, states, tally, time.monotonic() - began)


def _staff(plan: Plan) -> Staff:
    return Staff(base_url=plan.base_url, email=plan.staff_email, password=plan.staff_password)


def _bidders(
    staff: Staff, market: Vendue, auctions: Sequence[RecordedAuction]
) -> Mapping[str, Vendue]:
    names = sorted({bid.bidder for auction in auctions for bid in auction.bids})
    accounts = staff.create_test_bidders(len(names), _BIDDER_SCOPES)
    return {
        name: market.with_api_key(account.api_key)
        for name, account in zip(names, accounts, strict=True)
    }
