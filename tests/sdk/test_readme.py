"""The examples of the SDK's README, run from top to bottom on a real market."""

import re

import pytest

from tests.identity.factories import PASSWORD, an_account
from tests.sdk.people import a_bidder, a_key, a_lot_on_sale
from tests.sdk.terminal import SDK

README = (SDK / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


def test_every_example_runs(base_url, tmp_path, monkeypatch, capsys):
    an_account(email="anna@example.com")
    lot_id = a_lot_on_sale()
    a_bidder(base_url).lots.place_bid(lot_id, maximum_minor=90_000)
    monkeypatch.setenv("VENDUE_BASE_URL", base_url)
    monkeypatch.setenv("VENDUE_API_KEY", a_key())
    monkeypatch.setenv("VENDUE_PASSWORD", PASSWORD)
    monkeypatch.chdir(tmp_path)

    names = {}
    for number, example in enumerate(EXAMPLES, start=1):
        exec(compile(example, f"README example {number}", "exec"), names)

    said = capsys.readouterr().out
    assert "Mantel clock 1000 USD" in said
    assert "Somebody bids more. The minimum bid is 13000" in said
    assert "Offer at least 13000 USD" in said
    assert "automatic_bid" in said
    assert "lot.snapshot" in said


@pytest.mark.parametrize("name", ["login", "lots list", "bid", "watch", "history verify", "replay"])
def test_every_command_is_named(name):
    assert f"vendue {name}" in README
