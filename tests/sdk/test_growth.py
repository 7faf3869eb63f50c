"""The contract grows; a client of today reads the answers of tomorrow."""

import pytest

from tests.sdk.people import a_bidder, a_lot_on_sale
from vendue_sdk import Vendue, models
from vendue_sdk.calls import Call

WORDS_OF_TODAY = {"live", "sold", "bid", "none", "good", "private", "leading"}


def grown(answer):
    """The same answer with a field more in every object, and every known word a new one."""
    if isinstance(answer, dict):
        return {"field_of_tomorrow": {"a": [1]}} | {k: grown(v) for k, v in answer.items()}
    if isinstance(answer, list):
        return [grown(part) for part in answer]
    return f"{answer}_of_tomorrow" if answer in WORDS_OF_TODAY else answer


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("/meta", models.Meta),
        ("/lots", models.LotPage),
        ("/lots/{lot_id}", models.Lot),
        ("/lots/{lot_id}/state", models.LotState),
        ("/lots/{lot_id}/history", models.LotHistory),
        ("/categories", models.CategoryTree),
        ("/me/bids", models.MyBidPage),
    ],
)
def test_unknown_fields_and_members_are_no_fault(base_url, path, model):
    lot_id = a_lot_on_sale()
    bidder = a_bidder(base_url)
    bidder.lots.place_bid(lot_id, maximum_minor=5_000)
    path = f"/api/v1{path.format(lot_id=lot_id)}"
    answer = bidder._transport(Call("GET", path, lambda answer: answer))
    assert model.from_dict(grown(answer))


def test_unknown_rules_are_no_fault(base_url):
    for rules in Vendue(base_url=base_url).rules.list(name="standard"):
        assert models.RuleSet.from_dict(grown(rules.to_dict()))


def test_an_unknown_member_is_the_text_it_is():
    status = models.LotStatus("paused")
    assert status == "paused"
    assert status is not models.LotStatus.LIVE
    assert repr(status)
    assert models.LotStatus("live") is models.LotStatus.LIVE
    with pytest.raises(ValueError, match="7"):
        models.LotStatus(7)


def test_what_is_read_can_be_written_again(base_url):
    a_lot_on_sale()
    lot = Vendue(base_url=base_url).lots.search(category="clocks").first().items[0]
    assert models.LotSummary.from_dict(lot.to_dict()) == lot
