"""What a client of a socket asks and is told."""

import json

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.auctions.bids import bid
from tests.factories import a_live_lot, an_actor
from tests.realtime.market import client, is_event
from vendue.auctions.queries import lots as queries
from vendue.identity.services import tickets

#: A fixed one: workers that run the tests side by side must collect them under the same names.
NOBODY = "01a20000-0000-7000-8000-000000000000"

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_subscriber_is_sent_the_lot_and_then_every_event_in_order(live):
    lot = a_live_lot()
    with client(live) as guest:
        assert guest.until_type("hello")["connection_id"]
        guest.watch(lot.lot_id)
        snapshot = guest.until_type("lot.snapshot")
        assert snapshot["state"] == queries.lot_state(lot.lot_id).model_dump(mode="json")
        for maximum_minor in (2_000, 3_000, 4_000):
            bid(lot.lot_id, an_actor(), maximum_minor)
        last = queries.lot_state(lot.lot_id)
        assert guest.until_sequence(last.sequence)["state"] == last.model_dump(mode="json")
    assert guest.facts() == list(range(1, last.sequence + 1))


def test_a_subscriber_hears_the_same_event_once_though_it_is_told_twice(live, valkey):
    lot = a_live_lot()
    with client(live) as guest:
        guest.watch(lot.lot_id)
        bid(lot.lot_id, an_actor(), 2_000)
        first = guest.until_type("lot.bid_placed")
        again = {name: value for name, value in first.items() if name != "server_time"}
        valkey.publish(f"vendue:lots.{lot.lot_id}", json.dumps(again))
        bid(lot.lot_id, an_actor(), 5_000)
        guest.until_sequence(queries.lot_state(lot.lot_id).sequence)
    assert guest.facts() == sorted(set(guest.facts()))


@pytest.mark.parametrize("seen", [0, 1, 3])
def test_a_client_that_resumes_is_sent_exactly_what_it_missed(live, seen):
    lot = a_live_lot()
    for maximum_minor in (2_000, 3_000, 4_000):
        bid(lot.lot_id, an_actor(), maximum_minor)
    last = queries.lot_state(lot.lot_id).sequence
    with client(live) as guest:
        guest.watch(lot.lot_id, epoch=0, sequence=seen)
        guest.say(type="ping", sent_at=1)
        guest.until_type("pong")
        assert guest.facts() == list(range(seen + 1, last + 1))
        assert not [told for told in guest.told if told["type"] == "lot.snapshot"]


def test_what_is_told_again_is_what_was_told_word_for_word(live):
    lot = a_live_lot(reserve_minor=3_000)
    with client(live) as present, client(live) as absent:
        present.watch(lot.lot_id)
        for maximum_minor in (2_000, 3_500, 4_000):
            bid(lot.lot_id, an_actor(), maximum_minor)
        last = queries.lot_state(lot.lot_id).sequence
        present.until_sequence(last)
        absent.watch(lot.lot_id, epoch=0, sequence=0)
        absent.until_sequence(last)
    assert _facts(present) == _facts(absent)


def test_a_client_from_another_history_is_sent_a_snapshot(live):
    lot = a_live_lot()
    with client(live) as guest:
        guest.watch(lot.lot_id, epoch=3, sequence=900)
        assert guest.until_type("lot.snapshot")["sequence"] == 0


def test_one_socket_carries_many_channels_and_leaves_them(live):
    first, second = a_live_lot(), a_live_lot()
    with client(live) as guest:
        guest.watch(first.lot_id)
        guest.watch(second.lot_id)
        guest.say(type="unsubscribe", channel=f"lots.{first.lot_id}")
        guest.say(type="ping", sent_at=17)
        assert guest.until_type("pong")["sent_at"] == 17
        bid(first.lot_id, an_actor(), 2_000)
        bid(second.lot_id, an_actor(), 2_000)
        assert guest.until_type("lot.bid_placed")["lot_id"] == str(second.lot_id)


@pytest.mark.parametrize(
    "channel",
    [f"lots.{NOBODY}", f"auctions.{NOBODY}", "lots.17", "rooms.1", f"LOTS.{NOBODY}"],
)
def test_a_channel_that_is_not_there_is_a_problem_and_no_end(live, channel):
    with client(live) as guest:
        guest.subscribe(channel)
        problem = guest.until_type("problem")
        assert (problem["code"], problem["channel"]) == ("not_found", channel)
        guest.say(type="ping", sent_at=1)
        guest.until_type("pong")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"type":"dance"}', '{"type":"ping"}',
     '{"type":"ping","sent_at":1e309}', '{"type":"ping","sent_at":NaN}',
     '{"type":"subscribe","channel":"lots.x","sequence":-1}',
     '{"type":"subscribe","channel":"","extra":1}', "[" * 2_000, "\x00"],
)  # fmt: skip
def test_a_message_that_is_none_is_a_problem_and_no_end(live, text):
    with client(live) as guest:
        guest.connection.send(text)
        assert guest.until_type("problem")["code"] == "invalid_request"
        guest.say(type="ping", sent_at=1)
        guest.until_type("pong")


def test_a_message_that_is_too_long_ends_the_connection(live):
    with client(live) as guest:
        guest.connection.send("x" * 100_000)
        assert guest.closed() == 1009


@pytest.mark.parametrize("channel", ["me", f"me.{NOBODY}"])
def test_a_guest_has_no_channel_of_its_own(live, channel):
    with client(live) as guest:
        guest.subscribe(channel)
        assert guest.closed() == 4403
        assert guest.told[-1]["code"] == "unauthenticated"


def test_too_many_channels_end_the_connection(live):
    with client(live) as guest:
        for _ in range(100):
            guest.watch(a_live_lot().lot_id)
        guest.subscribe(f"lots.{a_live_lot().lot_id}")
        assert guest.closed() == 4429


def test_too_many_messages_end_the_connection(live):
    with client(live) as guest:
        for number in range(400):
            try:
                guest.say(type="ping", sent_at=number)
            except ConnectionClosed:
                break
        assert guest.closed() == 4429


def test_a_ticket_is_good_once(live):
    ticket = tickets.issue(actor=an_actor()).value
    with client(live, ticket=ticket) as first:
        first.until_type("hello")
        with client(live, ticket=ticket) as second:
            assert second.closed() == 4401


@pytest.mark.parametrize("ticket", ["none", "x" * 5_000, "%00", "é"])
def test_a_ticket_that_is_none_is_said_to_be_so(live, ticket):
    with client(live, ticket=ticket) as guest:
        assert guest.closed() == 4401


def test_a_page_of_another_origin_may_not_connect(live):
    with pytest.raises(InvalidStatus) as refused, client(live, origin="https://evil.example"):
        pass
    assert refused.value.response.status_code == 403
    assert json.loads(refused.value.response.body)["code"] == "not_allowed"


def test_there_is_nothing_elsewhere(live):
    with pytest.raises(InvalidStatus) as refused, client(live, path="/elsewhere"):
        pass
    assert refused.value.response.status_code == 404


def _facts(heard):
    """Its events as they were published: without the time at which they were sent."""
    return [
        {name: value for name, value in told.items() if name != "server_time"}
        for told in heard.told
        if is_event(told)
    ]
