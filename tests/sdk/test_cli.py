"""The command line: what it prints, what it remembers, how it fails."""

import json
import stat

import pytest

from tests import live
from tests.identity.factories import PASSWORD, an_account
from tests.sdk.people import a_bidder, a_key, a_lot_on_sale
from tests.sdk.terminal import vendue
from vendue_sdk import Vendue
from vendue_sdk.errors import AuthenticationFailed


def test_somebody_signs_in_bids_and_looks(base_url, tmp_path):
    account = an_account()
    lot_id = str(a_lot_on_sale(title="Mantel clock [bold]"))
    signed_in = vendue(
        "login", "--email", account.email, "--password", PASSWORD,
        config=tmp_path, base_url=base_url,
    )  # fmt: skip
    assert signed_in.returncode == 0, signed_in.stderr
    assert "Anna" in signed_in.stderr
    (session,) = tmp_path.glob("session-*.json")
    assert stat.S_IMODE(session.stat().st_mode) == 0o600
    assert PASSWORD not in session.read_text()

    # From here on the market is the one signed in to.
    placed = vendue("bid", lot_id, "50.00", config=tmp_path)
    assert (placed.returncode, placed.stdout.splitlines()[0]) == (0, "You lead.")
    assert "10.00 USD" in placed.stdout
    refused = vendue("bid", lot_id, "49", config=tmp_path)
    assert refused.returncode == 1
    assert "not_above_own_maximum" in refused.stderr
    listed = vendue("lots", "list", "clock", "--category", "clocks", config=tmp_path)
    assert lot_id in listed.stdout
    shown = vendue("lots", "show", lot_id, config=tmp_path)
    assert "Mantel clock [bold]" in shown.stdout
    assert "bidder 1" in shown.stdout

    assert account.email in vendue("whoami", config=tmp_path).stdout
    refresh_token = json.loads(session.read_text())["refresh_token"]
    assert vendue("logout", config=tmp_path).returncode == 0
    assert not session.exists()
    with pytest.raises(AuthenticationFailed):
        Vendue(base_url=base_url).sessions.refresh(refresh_token=refresh_token)
    anybody = vendue("whoami", config=tmp_path)
    assert (anybody.returncode, anybody.stdout) == (1, "")
    assert "Nobody is signed in" in vendue("logout", config=tmp_path).stderr


def test_a_low_bid_says_what_is_enough(base_url, tmp_path):
    lot_id = a_lot_on_sale()
    a_bidder(base_url).lots.place_bid(lot_id, maximum_minor=5_000)
    done = vendue(
        "bid", str(lot_id), "10.10", config=tmp_path, base_url=base_url, VENDUE_API_KEY=a_key()
    )
    assert done.returncode == 1
    assert "10.50 USD" in done.stderr


def test_an_amount_the_currency_does_not_have_is_refused(base_url, tmp_path):
    lot_id = str(a_lot_on_sale())
    for amount in ("1.001", "-5", "ten"):
        done = vendue(
            "bid", lot_id, "--", amount,
            config=tmp_path, base_url=base_url, VENDUE_API_KEY=a_key(),
        )  # fmt: skip
        assert done.returncode == 2, done.stderr
        assert amount in done.stderr
    assert Vendue(base_url=base_url).lots.get_state(lot_id).bid_count == 0


def test_a_seller_describes_a_lot(base_url, tmp_path):
    described = (
        "--title", "Mantel clock", "--category", "clocks", "--condition", "good",
        "--start", "125.00", "--currency", "EUR", "--country", "LV",
    )  # fmt: skip
    key = a_key()
    done = vendue(
        "lots", "create", *described, config=tmp_path, base_url=base_url, VENDUE_API_KEY=key
    )
    assert done.returncode == 0, done.stderr
    lot = Vendue(key, base_url=base_url).me.get_lot(done.stdout.strip())
    assert lot.start_price_minor == 12_500


def test_watching_ends_with_the_lot(base_url, tmp_path):
    lot_id = a_lot_on_sale(seconds_left=4, rules={"anti_sniping": {"trigger_seconds": 0}})
    a_bidder(base_url).lots.place_bid(lot_id, maximum_minor=5_000)
    with live.managing("close_lots"):
        done = vendue("watch", str(lot_id), "--every", "0.5", config=tmp_path, base_url=base_url)
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert "bidder 1" in lines[0]
    assert "sold" in lines[-1]


def test_a_history_is_verified_and_its_first_bad_fact_is_named(base_url, tmp_path):
    lot_id = a_lot_on_sale()
    bidder = a_bidder(base_url)
    placed = bidder.lots.place_bid(lot_id, maximum_minor=5_000)
    a_bidder(base_url).lots.place_bid(lot_id, maximum_minor=3_000)
    proof, saved = tmp_path / "proof.json", tmp_path / "history.json"
    receipt = bidder.lots.get_bid_receipt(lot_id, placed.bid.bid_id)
    proof.write_text(json.dumps(receipt.to_dict()))

    done = vendue(
        "history", "verify", str(lot_id), "--save", str(saved), "--receipt", str(proof),
        config=tmp_path, base_url=base_url,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "3 facts in 2 decisions hold, 1 receipts" in done.stdout

    record = json.loads(saved.read_text())
    record["facts"][1]["amount_minor"] = 2_999
    saved.write_text(json.dumps(record))
    # Offline: nothing answers at this address.
    lied = vendue("history", "verify", str(saved), config=tmp_path, base_url="http://127.0.0.1:9")
    assert lied.returncode == 1
    assert "fact 2" in lied.stderr
    assert lied.stdout == ""


def test_a_market_that_does_not_answer_is_one_line_and_no_trace(tmp_path):
    done = vendue("lots", "list", config=tmp_path, base_url="http://127.0.0.1:9")
    assert done.returncode == 1
    assert "got no answer" in done.stderr
    assert "Traceback" not in done.stderr
