"""Whoever ends a connection and does not read it to its end holds up nobody, and not for long."""

import pytest

from tests.embedded.waiting import wait_until
from tests.factories import a_live_lot, an_account
from tests.realtime.inside import Deaf, inside
from tests.realtime.market import client
from tests.realtime.test_faults import flood
from tests.realtime.test_private import a_session, of
from vendue.identity.services import endings, tickets
from vendue.realtime import hub, protocol, sockets

pytestmark = pytest.mark.django_db(transaction=True)

A_LONG_TIME = 600


@pytest.fixture
def patient(monkeypatch):
    """Nothing is cut off by a timer."""
    monkeypatch.setattr(sockets, "PATIENCE_SECONDS", A_LONG_TIME)
    monkeypatch.setattr(protocol, "GOODBYE_SECONDS", A_LONG_TIME)
    return monkeypatch


def fall_behind(live, valkey, deaf, lot_id):
    """Have so much wait for a client that nothing more fits; then let it ask for an answer."""
    deaf.say(f'{{"type":"subscribe","channel":"lots.{lot_id}"}}')
    wait_until(lambda: live.hub._lots.get(lot_id) and live.hub._lots[lot_id].count)
    for first in range(1, 2_000, 100):
        flood(valkey, lot_id, first, first + 99)
    listeners = list(live.hub.listeners)
    wait_until(lambda: any(each._is_behind for each in listeners))
    deaf.say('{"type":"ping","sent_at":1}')


def is_answered(person):
    person.say(type="ping", sent_at=1)
    return person.until_type("pong")


def test_a_session_that_ends_after_its_client_has_closed_unread_ends_no_other(patient, valkey):
    patient.setattr(hub, "_CREDENTIALS_SECONDS", 0.2)
    lot, account = a_live_lot(), an_account()
    session = a_session(account)
    ticket = tickets.issue(actor=of(account, session)).value
    with inside(patient) as live, client(live) as other, Deaf(live, ticket) as deaf:
        fall_behind(live, valkey, deaf, lot.lot_id)
        deaf.say_goodbye()
        wait_until(lambda: any(each.transport.is_closing() for each in live.sockets()))
        endings.end(actor=of(account, session), session_id=session.id)
        wait_until(lambda: live.failures or live.open_connections == 1)
        assert live.failures == []
        assert is_answered(other)


def test_a_process_ends_in_order_though_somebody_has_closed_unread(patient, valkey):
    lot = a_live_lot()
    with inside(patient) as live, client(live) as other, Deaf(live) as deaf:
        fall_behind(live, valkey, deaf, lot.lot_id)
        deaf.say_goodbye()
        wait_until(lambda: any(each.transport.is_closing() for each in live.sockets()))
        live.server.should_exit = True
        assert other.closed() == 1012


@pytest.mark.parametrize(
    "leave", [Deaf.say_goodbye, Deaf.send_no_more], ids=lambda way: way.__name__
)
def test_whoever_closes_without_reading_is_cut_off(monkeypatch, valkey, leave):
    monkeypatch.setattr(sockets, "PATIENCE_SECONDS", A_LONG_TIME)
    monkeypatch.setattr(protocol, "GOODBYE_SECONDS", 0.5)
    lot = a_live_lot()
    with inside(monkeypatch) as live, Deaf(live) as deaf:
        fall_behind(live, valkey, deaf, lot.lot_id)
        leave(deaf)
        wait_until(lambda: live.open_connections == 0)
        wait_until(lambda: not live.hub.listeners)


def test_whoever_does_not_answer_the_servers_pings_is_cut_off(monkeypatch, valkey):
    monkeypatch.setattr(sockets, "PATIENCE_SECONDS", A_LONG_TIME)
    monkeypatch.setattr(protocol, "GOODBYE_SECONDS", 0.5)
    lot = a_live_lot()
    with inside(monkeypatch) as live, Deaf(live) as deaf:
        fall_behind(live, valkey, deaf, lot.lot_id)
        live.within(live.sockets()[0].keepalive_timeout)
        wait_until(lambda: live.open_connections == 0)
        wait_until(lambda: not live.hub.listeners)


def test_whoever_is_sent_away_and_answers_without_reading_is_cut_off(monkeypatch, valkey):
    monkeypatch.setattr(sockets, "PATIENCE_SECONDS", A_LONG_TIME)
    monkeypatch.setattr(protocol, "GOODBYE_SECONDS", 0.5)
    lot = a_live_lot()
    with inside(monkeypatch) as live, Deaf(live) as deaf:
        fall_behind(live, valkey, deaf, lot.lot_id)
        live.within(lambda: live.sockets()[0].end(4401))
        deaf.say_goodbye()
        wait_until(lambda: live.open_connections == 0)


def test_whoever_never_reads_is_told_that_it_is_too_slow(monkeypatch, valkey):
    monkeypatch.setattr(sockets, "PATIENCE_SECONDS", 0.5)
    monkeypatch.setattr(protocol, "GOODBYE_SECONDS", A_LONG_TIME)
    lot = a_live_lot()
    with inside(monkeypatch) as live, Deaf(live) as deaf:
        fall_behind(live, valkey, deaf, lot.lot_id)
        wait_until(lambda: live.sockets()[0].close_sent)
        assert deaf.close_code() == 4408
