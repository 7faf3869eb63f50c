"""A stale state and the events after it give the fresh state, whatever happened; every message
that was sent is one of the contract."""

import json

import pytest
from jsonschema import Draft7Validator, FormatChecker

from tests.contract.documents import FOLDER
from tests.realtime.market import client, is_event
from tests.realtime.plays import PLAYS, a_lot_for, state_of
from vendue.auctions.events import LotEvent
from vendue.realtime import contract

pytestmark = pytest.mark.django_db(transaction=True)


class Checker:
    """The contract, asked of each message by its type."""

    def __init__(self):
        document = json.loads((FOLDER / contract.FILE).read_text())
        self._by_type = {
            message["name"]: Draft7Validator(
                {**message["payload"], "components": document["components"]},
                format_checker=FormatChecker(),
            )
            for message in document["components"]["messages"].values()
        }

    def complaints(self, told):
        """What is wrong with messages."""
        return [
            f"{message['type']}: {error.message}"
            for message in told
            for error in self._by_type[message["type"]].iter_errors(message)
        ]


@pytest.fixture(scope="module")
def checker():
    return Checker()


def applied(state, told):
    """What a client shows: of every message about a lot the state, unless it is an older one."""
    for message in told:
        last = message.get("last_sequence", message.get("sequence"))
        if last is not None and (message["type"] == "lot.snapshot" or last > state["sequence"]):
            state = message["state"]
    return state


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.__name__)
def test_a_stale_state_and_the_events_after_it_give_the_fresh_state(live, checker, play):
    lot_id = a_lot_for(play)
    with client(live) as present:
        present.watch(lot_id)
        stale = present.until_type("lot.snapshot")["state"]
        play(lot_id)
        fresh = state_of(lot_id)
        present.until_sequence(fresh["sequence"])
    assert applied(stale, present.told) == fresh
    assert present.facts() == list(range(1, fresh["sequence"] + 1))
    assert checker.complaints(present.told) == []

    states = {0: stale} | {
        told["sequence"]: told["state"] for told in present.told if is_event(told)
    }
    for sequence, state in states.items():
        with client(live) as absent:
            absent.watch(lot_id, epoch=state["epoch"], sequence=sequence)
            absent.say(type="ping", sent_at=1)
            absent.until_type("pong")
        assert applied(state, absent.told) == fresh
        assert absent.facts() == list(range(sequence + 1, fresh["sequence"] + 1))
        assert checker.complaints(absent.told) == []


def test_the_plays_bring_about_every_event_of_a_lot(live):
    heard = set()
    for play in PLAYS:
        lot_id = a_lot_for(play)
        play(lot_id)
        with client(live) as guest:
            guest.watch(lot_id, epoch=0, sequence=0)
            guest.say(type="ping", sent_at=1)
            guest.until_type("pong")
        heard |= {told["type"] for told in guest.told if is_event(told)}
    assert heard == {event.name for event in LotEvent.__subclasses__()}
