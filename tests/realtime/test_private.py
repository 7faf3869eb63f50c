"""What is for one account alone reaches that account alone."""

import pytest
from django.db import transaction

from tests.factories import an_account, an_actor
from tests.realtime.market import client
from vendue.identity.engine.access_tokens import Audience
from vendue.identity.events import SessionEnded
from vendue.identity.models import Session
from vendue.identity.services import devices, endings, tickets
from vendue.kernel import clock
from vendue.kernel.errors import Unauthenticated
from vendue.kernel.ids import new_id
from vendue.platform.services import outbox, relaying

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_event_of_ones_own_comes_on_me_to_every_connection_and_to_nobody_else(live):
    account = an_account()
    mine, other = an_actor(account), an_actor()
    with client(live, mine) as first, client(live, mine) as second, client(live, other) as stranger:
        for each in (first, second, stranger):
            each.subscribe("me")
            each.until_type("subscribed")
        told = publish(account.id)
        for each in (first, second):
            heard = each.until_type("me.session_ended")
            assert heard["id"] == str(told.id)
            assert heard["account_id"] == str(account.id)
        publish(other.id)
        assert stranger.until_type("me.session_ended")["account_id"] == str(other.id)
        assert [m["type"] for m in stranger.told].count("me.session_ended") == 1


def test_a_key_that_may_not_read_the_profile_hears_nothing_of_ones_own(live):
    account = an_account()
    narrow = an_actor(account, scopes=frozenset({"bids:write"}))
    with client(live, narrow) as program:
        program.until_type("hello")
        publish(account.id)
        program.subscribe("me")
        assert program.closed() == 4403
    assert program.told[-1]["code"] == "not_allowed"
    assert {told["type"] for told in program.told} == {"hello", "problem"}


def test_nothing_comes_on_a_channel_that_was_not_asked_for(live):
    actor = an_actor()
    with client(live, actor) as person:
        person.until_type("hello")
        publish(actor.id)
        person.say(type="ping", sent_at=1)
        person.until_type("pong")
        person.subscribe("me")
        person.until_type("subscribed")
        publish(actor.id)
        person.until_type("me.session_ended")
        assert [m["type"] for m in person.told].count("me.session_ended") == 1


def test_an_event_of_ones_own_that_is_told_twice_comes_once(live):
    actor = an_actor()
    with client(live, actor) as person:
        person.subscribe("me")
        person.until_type("subscribed")
        told = publish(actor.id)
        outbox.OutboxEvent.objects.update(published_at=None)
        publish(actor.id)
        heard = [person.until_type("me.session_ended")["id"] for _ in range(2)]
        assert heard.count(str(told.id)) == 1


def test_a_session_that_ends_ends_its_connections(live):
    account = an_account()
    ending, staying = a_session(account), a_session(account)
    with client(live, of(account, ending)) as doomed, client(live, of(account, staying)) as other:
        doomed.until_type("hello")
        other.subscribe("me")
        other.until_type("subscribed")
        endings.end(actor=of(account, staying), session_id=ending.id)
        relay()
        assert doomed.closed() == 4401
        assert other.until_type("me.session_ended")["session_id"] == str(ending.id)


def test_a_ticket_does_not_outlive_its_session():
    account = an_account()
    session = a_session(account)
    ticket = tickets.issue(actor=of(account, session))
    endings.end(actor=of(account, session), session_id=session.id)
    with pytest.raises(Unauthenticated):
        tickets.redeem(ticket.value)


def test_every_way_to_end_a_session_is_told():
    account = an_account()
    session = a_session(account)
    with transaction.atomic():
        endings.end_all(account_id=account.id, reason=endings.EndReason.PASSWORD_RESET)
    told = outbox.OutboxEvent.objects.get(name=SessionEnded.name)
    assert told.channel == f"me.{account.id}"
    assert str(session.id) in told.payload


def publish(account_id):
    event = SessionEnded(occurred_at=clock.now(), account_id=account_id, session_id=new_id())
    outbox.publish(event)
    relay()
    return event


def relay():
    while relaying.relay_batch({}):
        pass


def a_session(account):
    now = clock.now()
    return Session.objects.create(
        account=account,
        audience=Audience.PUBLIC,
        device_id=devices.seen(an_actor(account), account.id, "a browser"),
        seed=b"s" * 32,
        created_at=now,
        rotated_at=now,
        expires_at=now.replace(year=now.year + 1),
    )


def of(account, session):
    return an_actor(account, session_id=session.id)
