"""What the hub does by itself: tells once, shows what opens, finds what nobody told."""

import asyncio
from datetime import timedelta

import pytest
from django.db import OperationalError

from tests.auctions.bids import bid
from tests.embedded.waiting import wait_until
from tests.factories import a_live_lot, an_account, an_actor
from tests.realtime.inside import inside
from tests.realtime.market import client
from tests.realtime.test_private import a_session, of, publish, relay
from vendue.auctions.events import AuctionClosed, AuctionOpened
from vendue.auctions.models import LotState
from vendue.auctions.services import live as lots_live
from vendue.identity.models import Session
from vendue.kernel import clock
from vendue.platform.gateways import subscribers as gateway
from vendue.platform.gateways import valkey as valkey_gateway
from vendue.platform.services import outbox, subscribers
from vendue.realtime import bus, hub

pytestmark = pytest.mark.django_db(transaction=True)

A_LONG_TIME = 600


@pytest.fixture
def untold(monkeypatch):
    """Facts that nobody tells of: neither at once nor through the relay."""
    monkeypatch.setattr(subscribers, "announce", lambda _: None)
    return monkeypatch


def test_an_event_of_an_auction_comes_once_though_it_is_told_twice(live, valkey):
    auction_id = a_live_lot().auction_id
    opened = AuctionOpened(occurred_at=clock.now(), auction_id=auction_id)
    closed = AuctionClosed(occurred_at=clock.now(), auction_id=auction_id)
    with client(live) as guest:
        guest.subscribe(f"auctions.{auction_id}")
        guest.until_type("subscribed")
        for events in ([opened], [opened, closed], [closed]):
            valkey.publish(f"vendue:auctions.{auction_id}", "\n".join(map(outbox.frame, events)))
        guest.until_type("auction.closed")
        guest.say(type="ping", sent_at=1)
        guest.until_type("pong")
    heard = [told["type"] for told in guest.told if told["type"].startswith("auction.")]
    assert heard == ["auction.opened", "auction.closed"]


def test_a_lot_whose_time_comes_is_shown_as_live(live):
    lot = a_live_lot()
    opening = clock.database_now() + timedelta(seconds=2)
    LotState.objects.filter(lot_id=lot.lot_id).update(starts_at=opening, status="scheduled")
    with client(live) as guest:
        guest.watch(lot.lot_id)
        assert guest.until_type("lot.snapshot")["state"]["status"] == "scheduled"
        shown = guest.until_type("lot.snapshot")
    assert (shown["state"]["status"], shown["sequence"]) == ("live", 0)


def test_a_session_that_ended_and_told_nobody_ends_its_connections(monkeypatch):
    monkeypatch.setattr(hub, "_CREDENTIALS_SECONDS", 0.2)
    account = an_account()
    ending, staying = a_session(account), a_session(account)
    with (
        inside(monkeypatch) as process,
        client(process, of(account, ending)) as doomed,
        client(process, of(account, staying)) as other,
    ):
        doomed.until_type("hello")
        Session.objects.filter(id=ending.id).update(ended_at=clock.now(), end_reason="sign_out")
        assert doomed.closed() == 4401
        other.say(type="ping", sent_at=1)
        other.until_type("pong")


def test_whoever_has_seen_more_than_this_process_is_not_sent_back(untold):
    untold.setattr(hub, "_CHECK_SECONDS", A_LONG_TIME)
    lot = a_live_lot()
    with inside(untold) as process, client(process) as guest:
        guest.watch(lot.lot_id)
        guest.until_type("lot.snapshot")
        for maximum_minor in (2_000, 3_000):
            bid(lot.lot_id, an_actor(), maximum_minor)
        with client(process) as ahead:
            ahead.watch(lot.lot_id, epoch=0, sequence=1)
            assert ahead.until_sequence(0)["sequence"] == 2
        # Those who were there already are told as well.
        guest.until_sequence(2)


def test_whoever_has_seen_more_is_put_off_while_it_cannot_be_read(untold):
    untold.setattr(hub, "_CHECK_SECONDS", A_LONG_TIME)
    lot = a_live_lot()
    with inside(untold) as process, client(process) as guest:
        guest.watch(lot.lot_id)
        bid(lot.lot_id, an_actor(), 2_000)
        untold.setattr(lots_live, "texts_after", failing_once(untold, "texts_after"))
        guest.subscribe(f"lots.{lot.lot_id}", epoch=0, sequence=1)
        assert guest.until_type("problem")["code"] == "unavailable"
        # And it is looked at again without being asked.
        guest.until_sequence(1)


def test_a_look_that_failed_is_repeated_soon(untold):
    untold.setattr(hub, "_CHECK_SECONDS", A_LONG_TIME)
    lot = a_live_lot()
    with inside(untold) as process, client(process) as guest:
        guest.watch(lot.lot_id)
        bid(lot.lot_id, an_actor(), 2_000)
        untold.setattr(lots_live, "sequences_of", failing_once(untold, "sequences_of"))
        process.within(process.hub._check_now.set)
        guest.until_sequence(1)


def test_a_subscription_that_valkey_confirms_late_is_followed_by_a_look(untold):
    untold.setattr(hub, "_CHECK_SECONDS", A_LONG_TIME)
    untold.setattr(bus, "_CONFIRMED_WITHIN_SECONDS", 0.05)
    untold.setattr(bus.Bus, "_say", slowly(bus.Bus._say))
    lot = a_live_lot()
    with inside(untold) as process, client(process) as guest:
        wait_until(lambda: process.hub.bus.is_up)
        looked = []
        untold.setattr(process.hub._check_now, "set", lambda: looked.append("at the lots"))
        guest.subscribe(f"auctions.{lot.auction_id}")
        assert [guest.until_type("subscribed")["channel"] for _ in range(2)] == [
            f"auctions.{lot.auction_id}"
        ] * 2
        assert looked


def test_whoever_missed_what_valkey_did_not_take_is_told_to_read_again(live, monkeypatch):
    account, auction_id = an_account(), a_live_lot().auction_id
    with client(live, an_actor(account)) as person:
        for channel in ("me", f"auctions.{auction_id}"):
            person.subscribe(channel)
            person.until_type("subscribed")
        with monkeypatch.context() as slow:
            slow.setattr(gateway, "_publish", failing)
            publish(account.id)
        relay()
        again = {person.until_type("subscribed")["channel"] for _ in range(2)}
        assert again == {"me", f"auctions.{auction_id}"}
        # Once is enough.
        publish(account.id)
        person.until_type("me.session_ended")
        assert [told["type"] for told in person.told].count("subscribed") == 4


def slowly(say):
    """What Valkey is asked, and takes its time for."""

    async def said(bus, channel, **options):
        loop = asyncio.get_running_loop()
        loop.call_later(0.5, lambda: loop.create_task(say(bus, channel, **options)))

    return said


def failing(*_):
    raise valkey_gateway.ValkeyDown


def failing_once(monkeypatch, name):
    """A question to the database that meets none, the first time."""
    ask = getattr(lots_live, name)

    def asked(*_, **__):
        monkeypatch.setattr(lots_live, name, ask)
        raise OperationalError("There is no database.")

    return asked
