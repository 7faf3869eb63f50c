"""Recorded auctions, held again: a small file of our own, and the real records where they are."""

import csv
import os
from decimal import Decimal
from pathlib import Path

import pytest

from tests import live
from tests.identity.factories import PASSWORD, a_staff_account
from tests.sdk.terminal import line_of_json, vendue
from vendue_sdk import Vendue
from vendue_sdk.history.checking import check
from vendue_sdk.replay.records import RecordsUnreadable, read_auctions

DATA = Path(__file__).parent / "data"
RECORDS = DATA / "past_auctions.csv"
RESERVES = DATA / "past_auctions_reserves.csv"
REAL = os.environ.get("VENDUE_REPLAY_DATA", "")


def replay(file, *options, config, base_url, window=5):
    """Replay a file with a closer at work."""
    staff = a_staff_account()
    with live.managing("close_lots"):
        return vendue(
            "replay", str(file), "--json", "--window", str(window), *map(str, options),
            config=config,
            base_url=base_url,
            VENDUE_STAFF_EMAIL=staff.email,
            VENDUE_STAFF_PASSWORD=PASSWORD,
        )  # fmt: skip


def test_a_small_file_ends_as_it_was_recorded(base_url, tmp_path):
    lots = tmp_path / "lots.csv"
    done = replay(RECORDS, "--lots", lots, config=tmp_path, base_url=base_url)
    assert done.returncode == 0, done.stderr
    summary = line_of_json(done)
    assert summary.pop("seconds") > 0
    assert summary == {
        "auctions": 7,
        "bids": 16,
        "accepted": 14,
        "refused_below_minimum": 1,
        "refused_own_maximum": 1,
        "other_refusals": 0,
        "final_equal": 6,
        "final_different": ["hidden-reserve"],
    }
    market = Vendue(base_url=base_url)
    with lots.open() as file:
        for row in csv.DictReader(file):
            verdict = check(market.history_of(row["lot_id"]))
            assert verdict.holds, verdict.fault
            assert row["result"] == "sold"


def test_with_the_reserve_every_lot_ends_as_recorded(base_url, tmp_path):
    done = replay(RECORDS, "--reserves", RESERVES, config=tmp_path, base_url=base_url)
    assert done.returncode == 0, done.stderr
    assert line_of_json(done)["final_different"] == []


def test_a_bid_that_comes_too_late_fails_the_replay(base_url, tmp_path):
    late = tmp_path / "late.csv"
    # One lot's bids go one after another, so that many do not fit into two seconds.
    rows = [
        f"long,{10 + number},0.{number:04},b{number % 2},0,10,1,Clock,3" for number in range(4_000)
    ]
    header = RECORDS.read_text().splitlines()[0]
    late.write_text("\n".join([header, *rows]) + "\n")
    done = replay(late, config=tmp_path, base_url=base_url, window=2)
    assert done.returncode == 1
    assert "--window" in done.stderr
    assert done.stdout == ""


def test_a_stranger_may_not_replay(base_url, tmp_path):
    done = vendue(
        "replay", str(RECORDS), "--json", config=tmp_path, base_url=base_url,
        VENDUE_STAFF_EMAIL="anna@example.com", VENDUE_STAFF_PASSWORD="not the password",
    )  # fmt: skip
    assert done.returncode == 1
    assert "wrong_credentials" in done.stderr


def test_amounts_are_exact_and_ties_keep_the_order_of_the_file():
    auctions = {auction.auction_id: auction for auction in read_auctions(RECORDS)}
    tie = auctions["tie-earlier-leads"]
    assert [bid.bidder for bid in tie.bids] == ["anna", "berta"]
    raised = auctions["raise-after-a-cap"]
    assert [bid.maximum_minor for bid in raised.bids] == [5_000, 4_950, 8_000]
    assert raised.price_minor == 5_050


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("a,1.001,0,b,0,1,1,x,3", "1.001"),
        ("a,nan,0,b,0,1,1,x,3", "nan"),
        ("a,ten,0,b,0,1,1,x,3", "line 2"),
        ("a,-1,0,b,0,1,1,x,3", "-1"),
        ("a,1,0,,0,1,1,x,3", "bidder"),
        ("a,1,soon,b,0,1,1,x,3", "line 2"),
        ("a,1", "line 2"),
    ],
)
def test_a_bad_row_is_named(tmp_path, row, why):
    file = tmp_path / "bad.csv"
    file.write_text(RECORDS.read_text().splitlines()[0] + f"\n{row}\n")
    with pytest.raises(RecordsUnreadable, match=why):
        read_auctions(file)


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"\xff\xfe", b""])
def test_another_file_is_refused(tmp_path, content):
    file = tmp_path / "other.csv"
    file.write_bytes(content)
    with pytest.raises(RecordsUnreadable, match=r"other\.csv"):
        read_auctions(file)


@pytest.mark.skipif(not REAL, reason="VENDUE_REPLAY_DATA names no folder with real records")
@pytest.mark.parametrize(
    ("options", "column", "equal"),
    [((), "engine_price", 303), (("--reserves",), "engine_price_with_reserve", 320)],
    ids=["no reserves", "reserves"],
)
def test_the_real_records_end_as_a_correct_engine_ends_them(
    base_url, tmp_path, options, column, equal
):
    folder = Path(REAL)
    expected = folder / "ebay_bids_expected.csv"
    lots = tmp_path / "lots.csv"
    given = [*options, *([expected] if options else []), "--lots", lots]
    done = replay(folder / "ebay_bids.csv", *given, config=tmp_path, base_url=base_url, window=60)
    assert done.returncode == 0, done.stderr
    summary = line_of_json(done)
    assert (summary["auctions"], summary["bids"], summary["final_equal"]) == (323, 5_549, equal)
    assert (summary["refused_below_minimum"], summary["refused_own_maximum"]) == (3, 26)
    assert summary["other_refusals"] == 0
    with expected.open() as file:
        prices = {row["auctionid"]: Decimal(row[column]) for row in csv.DictReader(file)}
    market = Vendue(base_url=base_url)
    with lots.open() as file:
        for row in csv.DictReader(file):
            assert int(row["price_minor"]) == prices[row["auctionid"]] * 100
            verdict = check(market.history_of(row["lot_id"]))
            assert verdict.holds, (row["lot_id"], verdict.fault)
