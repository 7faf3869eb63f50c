"""What the clients drop, where they go on, and what they give up on; without a market."""

import json

import pytest

from vendue_sdk.errors import ApiProblem, ConnectionFailed, NotPermitted, UnexpectedAnswer
from vendue_sdk.models import BidPlaced, LotPrices, LotSnapshot, LotViewers, SessionEnded
from vendue_sdk.problems import NotFound
from vendue_sdk.realtime.following import Following, Pauses, refusal_of_close

LOT = "0198c5a0-7d3e-7c11-9b6f-3f2a51c0d7e4"
TIME = "2026-11-22T18:30:00Z"
STATE = {
    "lot_id": LOT, "epoch": 0, "sequence": 1, "status": "live", "currency": "EUR",
    "price_minor": 1_000, "minimum_bid_minor": 1_100, "bid_count": 1, "bidder_count": 1,
    "reserve": "none", "buy_now": None, "leader": None, "starts_at": TIME, "ends_at": TIME,
    "extension_count": 0, "closed_at": None, "result": None, "hammer_price_minor": None,
}  # fmt: skip
COMMON = {"id": LOT, "occurred_at": TIME, "server_time": TIME, "lot_id": LOT, "epoch": 0}


def told(kind, **fields):
    return json.dumps({**COMMON, "state": STATE, "type": kind, **fields})


def snapshot(sequence, **fields):
    return told("lot.snapshot", sequence=sequence, **fields)


def bid_placed(sequence):
    return told(
        "lot.bid_placed", sequence=sequence, bidder="bidder 1", amount_minor=1, automatic=False
    )


def prices(first, last):
    return told("lot.prices", first_sequence=first, last_sequence=last)


VIEWERS = json.dumps({**json.loads(told("lot.viewers")), "viewers": 4})
SUBSCRIBED = told("subscribed", channel=f"lots.{LOT}")


def following():
    return Following([f"lots.{LOT}"])


def test_each_fact_is_handed_on_once():
    lot = following()
    texts = [snapshot(3), bid_placed(2), bid_placed(3), bid_placed(4), bid_placed(4), prices(4, 4)]
    taken = [lot.take(text) for text in texts]
    assert [type(t.message) for t in taken if t.message] == [LotSnapshot, BidPlaced]
    assert not [t.reply for t in taken if t.reply]


def test_a_gap_is_asked_for_and_not_handed_on():
    lot = following()
    lot.take(snapshot(3))
    taken = lot.take(bid_placed(6))
    assert taken.message is None
    assert json.loads(taken.reply) == {
        "type": "subscribe", "channel": f"lots.{LOT}", "epoch": 0, "sequence": 3
    }  # fmt: skip
    assert type(lot.take(bid_placed(4)).message) is BidPlaced


def test_a_range_that_reaches_back_is_no_gap():
    lot = following()
    lot.take(snapshot(3))
    assert type(lot.take(prices(2, 6)).message) is LotPrices
    assert lot.take(prices(5, 6)).message is None
    assert lot.take(prices(8, 9)).reply


def test_a_snapshot_takes_the_place_of_everything():
    lot = following()
    lot.take(snapshot(9))
    assert type(lot.take(snapshot(14, epoch=1)).message) is LotSnapshot
    assert json.loads(lot.requests()[0]).items() >= {"epoch": 1, "sequence": 14}.items()


def test_a_snapshot_that_is_older_is_dropped_and_one_of_the_same_fact_is_not():
    lot = following()
    lot.take(snapshot(9))
    assert lot.take(snapshot(8)) == (None, None)
    # A lot that opens is shown anew, and no fact tells of it.
    assert type(lot.take(snapshot(9)).message) is LotSnapshot


def test_a_gap_is_asked_for_once_however_much_comes_behind_it():
    lot = following()
    lot.take(snapshot(3))
    taken = [lot.take(bid_placed(sequence)) for sequence in range(5, 135)]
    assert [t.reply is not None for t in taken] == [True, *[False] * 129]
    lot.take(SUBSCRIBED)
    assert lot.take(bid_placed(135)).reply


def test_gaps_that_do_not_end_are_given_up_for_a_snapshot():
    lot = following()
    lot.take(snapshot(3))
    asked = []
    for sequence in range(5, 9):
        asked.append(json.loads(lot.take(bid_placed(sequence)).reply).get("sequence"))
        lot.take(SUBSCRIBED)
        lot.take(VIEWERS)
    assert asked == [3, 3, None, None]
    lot.take(snapshot(9))
    assert json.loads(lot.take(bid_placed(11)).reply)["sequence"] == 9


def test_a_new_connection_asks_for_what_the_last_one_did_not_get():
    lot = following()
    lot.take(snapshot(3))
    assert lot.take(bid_placed(5)).reply
    assert json.loads(lot.requests()[0])["sequence"] == 3
    assert lot.take(bid_placed(5)).reply


def test_what_nobody_knows_yet_is_left_out():
    lot = following()
    assert lot.take(told("lot.rocket_launched", sequence=99)) == (None, None)
    grown = json.loads(snapshot(1)) | {"mood": "tense"}
    grown["state"] = {**STATE, "mood": "tense", "status": "paused"}
    message = lot.take(json.dumps(grown)).message
    assert message.state.status == "paused"


def test_what_has_no_place_in_the_order_is_handed_on():
    assert type(following().take(VIEWERS).message) is LotViewers


def test_an_event_that_is_told_twice_is_handed_on_once():
    ended = {
        "type": "me.session_ended", "id": LOT, "occurred_at": TIME, "account_id": LOT,
        "session_id": LOT, "server_time": TIME,
    }  # fmt: skip
    me = Following(["me"])
    assert type(me.take(json.dumps(ended)).message) is SessionEnded
    assert me.take(json.dumps(ended)) == (None, None)


@pytest.mark.parametrize(
    ("code", "error"),
    [("not_found", NotFound), ("unavailable", ConnectionFailed), ("new_code", ApiProblem)],
)
def test_a_problem_is_an_error_of_its_cause(code, error):
    with pytest.raises(error):
        following().take(
            json.dumps({"type": "problem", "code": code, "detail": "No.", "channel": "x"})
        )


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"type":"lot.snapshot","lot_id":"x"}'])
def test_what_is_no_message_is_said_to_be_none(text):
    with pytest.raises(UnexpectedAnswer):
        following().take(text)


def test_a_channel_that_is_refused_is_not_asked_for_again():
    assert isinstance(refusal_of_close(4403), NotPermitted)
    assert [refusal_of_close(code) for code in (None, 1006, 1012, 4401, 4408)] == [None] * 5


def test_pauses_grow_to_a_bound_and_begin_anew():
    pauses = Pauses(chance=lambda: 1.0)
    assert [pauses.next() for _ in range(9)] == [0.25, 0.5, 1, 2, 4, 8, 15, 15, 15]
    pauses.reset()
    assert pauses.next() == 0.25
