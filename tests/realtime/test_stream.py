"""The same over HTTP: Server-Sent Events."""

import http.client
import json
import socket

import pytest

from tests.auctions.bids import bid
from tests.embedded.waiting import wait_until
from tests.factories import a_live_lot, an_actor
from tests.live import HOST
from tests.realtime.inside import inside, plug_in
from tests.realtime.test_faults import flood
from vendue.auctions.queries import lots as queries
from vendue.kernel.ids import new_id
from vendue.realtime import protocol, stream
from vendue.realtime.errors import CloseCode

pytestmark = pytest.mark.django_db(transaction=True)


class Reader:
    """One stream, read event by event."""

    def __init__(self, live, lot_id, query="", **headers):
        self._connection = http.client.HTTPConnection(HOST, live.port, timeout=10)
        address = f"/realtime/v1/lots/{lot_id}/events{query}"
        self._connection.request("GET", address, headers=headers)
        self.answer = self._connection.getresponse()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._connection.close()

    def next(self):
        """The next event: its name, its id and what it says."""
        fields = {}
        while True:
            name, _, value = self.answer.readline().decode().rstrip("\n").partition(": ")
            if name:
                fields[name] = value
            elif "data" in fields:
                return fields["event"], fields.get("id"), json.loads(fields["data"])

    def until(self, kind):
        """Read up to an event of a name."""
        while True:
            event = self.next()
            if event[0] == kind:
                return event


def test_a_stream_begins_with_a_snapshot_and_goes_on_with_every_event(live):
    lot = a_live_lot()
    with Reader(live, lot.lot_id) as reader:
        assert reader.answer.getheader("Content-Type") == "text/event-stream"
        _, mark, snapshot = reader.until("lot.snapshot")
        assert mark == "0:0"
        assert snapshot["state"] == queries.lot_state(lot.lot_id).model_dump(mode="json")
        bid(lot.lot_id, an_actor(), 2_000)
        _, mark, told = reader.until("lot.bid_placed")
        assert mark == f"{told['epoch']}:{told['sequence']}" == "0:1"


def test_a_stream_resumes_after_the_last_event_that_was_read(live):
    lot = a_live_lot()
    for maximum_minor in (2_000, 3_000, 4_000):
        bid(lot.lot_id, an_actor(), maximum_minor)
    with Reader(live, lot.lot_id, **{"Last-Event-ID": "0:1"}) as reader:
        assert [reader.until("lot.bid_placed")[1] for _ in range(2)] == ["0:2", "0:3"]


def test_a_page_that_can_send_no_header_says_in_the_address_what_it_read(live):
    lot = a_live_lot()
    for maximum_minor in (2_000, 3_000, 4_000):
        bid(lot.lot_id, an_actor(), maximum_minor)
    query = "?last_event_id=0%3A1"
    with Reader(live, lot.lot_id, query) as reader:
        assert reader.until("lot.bid_placed")[1] == "0:2"
    # A browser that comes back by itself calls the same address, and has read more since.
    with Reader(live, lot.lot_id, query, **{"Last-Event-ID": "0:2"}) as reader:
        assert reader.until("lot.bid_placed")[1] == "0:3"
    with Reader(live, lot.lot_id, "?last_event_id=1") as reader:
        assert reader.answer.status == 422


@pytest.mark.parametrize("mark", ["x", "1", "0:", "0:-1", "0:99999999999", "\u0660:\u0661"])
def test_a_position_that_is_none_is_refused(live, mark):
    lot = a_live_lot()
    with Reader(live, lot.lot_id, **{"Last-Event-ID": mark.encode()}) as reader:
        problem = json.loads(reader.answer.read())
        assert (reader.answer.status, problem["code"]) == (422, "invalid_request")


def test_there_is_no_stream_of_a_lot_that_is_not_there(live):
    with Reader(live, new_id()) as reader:
        problem = json.loads(reader.answer.read())
        assert (reader.answer.status, problem["code"]) == (404, "not_found")
        assert reader.answer.getheader("Content-Type") == "application/problem+json"


def test_a_page_of_our_own_may_read_it_and_no_other(live):
    lot = a_live_lot()
    with Reader(live, lot.lot_id, Origin="http://localhost:5173") as reader:
        allowed = reader.answer.getheader("Access-Control-Allow-Origin")
        assert allowed == "http://localhost:5173"
    with Reader(live, lot.lot_id, Origin="https://evil.example") as reader:
        assert reader.answer.status == 403


def test_a_stream_that_is_not_read_is_cut_off(monkeypatch, valkey):
    monkeypatch.setattr(protocol, "PATIENCE_SECONDS", 0.5)
    lot = a_live_lot()
    with inside(monkeypatch) as live, plug_in(live) as deaf:
        leave_unread(live, valkey, deaf, lot.lot_id)
        wait_until(lambda: live.open_connections == 0)
        wait_until(lambda: not live.hub.listeners)


def test_a_stream_that_is_not_read_can_be_ended(monkeypatch, valkey):
    monkeypatch.setattr(protocol, "GOODBYE_SECONDS", 0.5)
    monkeypatch.setattr(protocol, "PATIENCE_SECONDS", 600)
    monkeypatch.setattr(stream, "GOODBYE_SECONDS", 0.5)
    lot = a_live_lot()
    with inside(monkeypatch) as live, plug_in(live) as deaf:
        leave_unread(live, valkey, deaf, lot.lot_id)
        live.within(lambda: next(iter(live.hub.listeners)).end(CloseCode.TICKET))
        wait_until(lambda: live.open_connections == 0)
        wait_until(lambda: not live.hub.listeners)


def test_a_process_that_is_told_to_end_completes_its_streams(monkeypatch):
    lot = a_live_lot()
    with inside(monkeypatch) as live, Reader(live, lot.lot_id) as reader:
        reader.until("lot.snapshot")
        live.server.should_exit = True
        assert reader.answer.read() == b""


def test_a_stream_that_does_not_keep_up_is_sent_a_snapshot(monkeypatch, valkey):
    monkeypatch.setattr(protocol, "PATIENCE_SECONDS", 600)
    lot = a_live_lot()
    with inside(monkeypatch) as live, plug_in(live) as slow:
        leave_unread(live, valkey, slow, lot.lot_id)
        assert all(each._is_behind for each in live.hub.listeners)
        assert read_until(slow, b"id: 0:2000\nevent: lot.snapshot\n").count(b"event: ") < 2_000


def leave_unread(live, valkey, connection, lot_id):
    """Ask for a stream that then has more to say than anybody reads."""
    connection.sendall(
        f"GET /realtime/v1/lots/{lot_id}/events HTTP/1.1\r\nHost: x\r\n\r\n".encode()
    )
    wait_until(lambda: lot_id in live.hub._lots and live.hub._lots[lot_id].count)
    for first in range(1, 2_000, 100):
        flood(valkey, lot_id, first, first + 99)
    wait_until(lambda: live.hub._lots[lot_id].log.sequence == 2_000)


def read_until(connection, words):
    """Read up to some words. Returns all that was told."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2**20)
    connection.settimeout(10)
    told = b""
    while words not in told:
        told += connection.recv(65_536)
    return told
