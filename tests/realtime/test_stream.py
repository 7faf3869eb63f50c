"""The same over HTTP: Server-Sent Events."""

import http.client
import json

import pytest

from tests.auctions.bids import bid
from tests.factories import a_live_lot, an_actor
from tests.live import HOST
from vendue.auctions.queries import lots as queries
from vendue.kernel.ids import new_id

pytestmark = pytest.mark.django_db(transaction=True)


class Reader:
    """One stream, read event by event."""

    def __init__(self, live, lot_id, **headers):
        self._connection = http.client.HTTPConnection(HOST, live.port, timeout=10)
        self._connection.request("GET", f"/realtime/v1/lots/{lot_id}/events", headers=headers)
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
