"""Reading records: one row for each bid, the form of the files that eBay's auctions come in.

Amounts are decimals of US dollars and become cents exactly; no float comes near them.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path

from vendue_sdk.errors import VendueError

_COLUMNS = frozenset({"auctionid", "bid", "bidtime", "bidder", "openbid", "price", "item"})
_CENTS = 100


class RecordsUnreadable(VendueError):
    """A file is not in the form that can be replayed. Says which line and why."""


@dataclass(frozen=True, slots=True)
class RecordedBid:
    """One bid: who, how much in cents, when in days from the start."""

    bidder: str
    maximum_minor: int
    time_days: Decimal


@dataclass(slots=True)
class RecordedAuction:
    """One auction as it was, its bids in the order to place them. Amounts in cents."""

    auction_id: str
    item: str
    start_price_minor: int
    price_minor: int
    bids: list[RecordedBid] = field(default_factory=list)
    reserve_minor: int | None = None


def read_auctions(path: Path, reserves: Path | None = None) -> list[RecordedAuction]:
    """The auctions of a file, bids in time order, ties as the file has them.

    ``reserves`` is a file with the columns ``auctionid`` and ``inferred_reserve``. Raises
    ``RecordsUnreadable``.
    """
    auctions: dict[str, RecordedAuction] = {}
    for line, row in _rows(path, _COLUMNS):
        try:
            auction = auctions.setdefault(row["auctionid"], _auction(row))
            auction.bids.append(_bid(row))
        except (InvalidOperation, ValueError) as error:
            raise RecordsUnreadable(f"{path}, line {line}: {error}") from error
    for auction in auctions.values():
        # Sorting is stable: bids of one moment keep the order of the file.
        auction.bids.sort(key=lambda bid: bid.time_days)
    if reserves is not None:
        _add_reserves(auctions, reserves)
    return list(auctions.values())


def _auction(row: Mapping[str, str]) -> RecordedAuction:
    return RecordedAuction(
        auction_id=row["auctionid"],
        item=row["item"],
        start_price_minor=cents(row["openbid"]),
        price_minor=cents(row["price"]),
    )


def _bid(row: Mapping[str, str]) -> RecordedBid:
    if not row["bidder"]:
        raise ValueError("the bidder is missing")
    return RecordedBid(row["bidder"], cents(row["bid"]), Decimal(row["bidtime"]))


def _add_reserves(auctions: Mapping[str, RecordedAuction], path: Path) -> None:
    for line, row in _rows(path, frozenset({"auctionid", "inferred_reserve"})):
        if row["inferred_reserve"] and row["auctionid"] in auctions:
            try:
                auctions[row["auctionid"]].reserve_minor = cents(row["inferred_reserve"])
            except (InvalidOperation, ValueError) as error:
                raise RecordsUnreadable(f"{path}, line {line}: {error}") from error


def cents(text: str) -> int:
    """An amount of dollars in cents. Raises ``ValueError`` where it is none."""
    amount = Decimal(text)
    if not amount.is_finite() or amount <= 0 or amount * _CENTS % 1:
        raise ValueError(f"{text} is not an amount of dollars and cents")
    return int(amount * _CENTS)


def _rows(path: Path, columns: frozenset[str]) -> Iterator[tuple[int, Mapping[str, str]]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, restval="", restkey="more")
            missing = sorted(columns - set(reader.fieldnames or ()))
            if missing:
                raise RecordsUnreadable(f"{path} has no column {', '.join(missing)}.")
            for row in reader:
                yield reader.line_num, row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RecordsUnreadable(f"{path} cannot be read: {error}") from error
