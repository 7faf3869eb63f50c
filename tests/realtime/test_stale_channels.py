"""The same for auctions and for what is one's own: what was read once and the events since give
what would be read now; and between them all, every event there is."""

from datetime import timedelta
from functools import reduce

import orjson
import pytest

from tests.auctions.bids import bid
from tests.auctions.selling import a_draft, a_seller, lots_of
from tests.comms.bell import relayed
from tests.embedded.waiting import wait_until
from tests.factories import a_live_lot, an_account, an_actor
from tests.realtime.market import client
from tests.realtime.plays import PLAYS, a_lot_for
from tests.realtime.test_private import a_session, of
from tests.realtime.test_stale_state import Checker
from vendue.auctions.models import LotState
from vendue.auctions.queries import sales, standing
from vendue.auctions.services import closing, scheduling
from vendue.comms.queries import notifications
from vendue.comms.services import reading
from vendue.identity.queries import accounts
from vendue.identity.services import endings
from vendue.kernel import clock
from vendue.platform.models import OutboxEvent
from vendue.realtime import contract

SOON = timedelta(seconds=2)

pytestmark = pytest.mark.django_db(transaction=True)


def the_life_of_an_auction(auction_id, seller):
    """Published, opened, extended, closed."""
    scheduling.schedule_auction(actor=seller, auction_id=auction_id)
    relayed()
    yield
    wait_until(closing.open_due_auctions)
    lot_id = LotState.objects.get(auction_id=auction_id).lot_id
    end(lot_id, timedelta(seconds=20))
    status, answer = bid(lot_id, an_actor(), 5_000)
    assert status == 201, answer
    relayed()
    yield
    end(lot_id, timedelta(0))
    closing.close_due_lots()
    relayed()
    yield


def the_life_of_a_bidder(anna, sessions):
    """Leads, is outbid, wins, loses, reads, signs out elsewhere."""
    lost, won, left = (a_live_lot().lot_id for _ in range(3))
    for lot_id in (lost, won, left):
        bid(lot_id, anna, 5_000)
        relayed()
    bid(lost, an_actor(), 9_000)
    relayed()
    reading.mark_read(actor=anna, notification_id=the_bell(anna)[0]["notification_id"])
    for lot_id in (lost, won):
        end(lot_id, timedelta(0))
    closing.close_due_lots()
    relayed()
    reading.mark_all_read(actor=anna)
    bid(left, an_actor(), 90_000)
    endings.end(actor=anna, session_id=sessions[0].id)
    relayed()


def the_auction(auction_id):
    """What a page of the auction shows, read anew: of a lot its end, then its result."""
    lots = sales.lots_of(auction_id, cursor=None, limit=100).items
    states = {str(place.lot_id): place.state.model_dump(mode="json") for place in lots}
    return {
        "status": sales.sale_view(sales.auction(auction_id)).status,
        "lots": {lot_id: state["result"] or state["ends_at"] for lot_id, state in states.items()},
    }


def of_the_auction(shown, told):
    """The same with one event more."""
    match told["type"]:
        case "auction.lot_moved":
            return {**shown, "lots": {**shown["lots"], told["lot_id"]: told["ends_at"]}}
        case "auction.lot_closed":
            return {**shown, "lots": {**shown["lots"], told["lot_id"]: told["result"]}}
        case kind:
            status = {"scheduled": "scheduled", "opened": "live", "closed": "closed"}
            return {**shown, "status": status[kind.removeprefix("auction.")]}


def the_bell(anna):
    page = notifications.notifications_of(anna.id, is_read=None, cursor=None, limit=100)
    return [entry.model_dump(mode="json") for entry in page.items]


def the_account(anna):
    """What the account's own pages show, read anew."""
    bids = standing.bids_of(anna.id, standing=None, cursor=None, limit=100).items
    sessions = accounts.live_sessions(anna.id, None, cursor=None, limit=100).items
    return {
        "standings": {str(own.lot_id): str(own.standing) for own in bids},
        "bell": {entry["notification_id"]: entry for entry in the_bell(anna)},
        "sessions": {str(session.session_id) for session in sessions},
    }


def of_the_account(shown, told):
    """The same with one event more."""
    match told["type"]:
        case "me.session_ended":
            return {**shown, "sessions": shown["sessions"] - {told["session_id"]}}
        case "me.notification":
            entry = told["notification"]
            return {**shown, "bell": {**shown["bell"], entry["notification_id"]: entry}}
        case "me.notifications_read":
            at = told["read_at"]
            bell = {key: read_until(entry, at) for key, entry in shown["bell"].items()}
            return {**shown, "bell": bell}
        case kind:
            standings = {**shown["standings"], told["lot_id"]: kind.removeprefix("me.")}
            return {**shown, "standings": standings}


def read_until(entry, at):
    is_news = entry["read_at"] is None and entry["created_at"] <= at
    return {**entry, "read_at": at} if is_news else entry


def published(channel):
    """What went out on a channel, in order."""
    rows = OutboxEvent.objects.filter(channel=channel).order_by("position")
    return [orjson.loads(row.payload) for row in rows]


def heard(guest, kind, told):
    """What a client heard of a kind, once it has heard all of these events."""
    for event in told:
        if event["id"] not in {message["id"] for message in guest.told}:
            guest.until(lambda message, wanted=event["id"]: message["id"] == wanted, seconds=20)
    return [message for message in guest.told if message["type"].startswith(kind)]


def test_a_stale_auction_and_the_events_after_it_give_the_fresh_one(live):
    seller = a_seller()
    starts_at = clock.now() + SOON
    draft = a_draft(seller, *lots_of(seller), starts_at=starts_at)
    life = the_life_of_an_auction(draft.auction_id, seller)
    next(life)
    channel = f"auctions.{draft.auction_id}"
    stale, known = the_auction(draft.auction_id), len(published(channel))
    with client(live) as guest:
        guest.subscribe(channel)
        guest.until_type("subscribed")
        for _ in life:
            told = heard(guest, "auction.", published(channel)[known:])
            shown = reduce(of_the_auction, told, stale)
            assert shown == the_auction(draft.auction_id)
    assert Checker().complaints(told) == []
    assert shown["status"] == "closed"


def test_what_was_ones_own_and_the_events_after_it_give_what_is(live):
    account = an_account()
    sessions = [a_session(account) for _ in range(2)]
    anna = of(account, sessions[1])
    stale = the_account(anna)
    with client(live, anna) as person:
        person.subscribe("me")
        person.until_type("subscribed")
        the_life_of_a_bidder(anna, sessions)
        fresh = the_account(anna)
        told = heard(person, "me.", published(f"me.{account.id}"))
    assert Checker().complaints(told) == []
    assert reduce(of_the_account, told, stale) == fresh


def test_these_lives_bring_about_every_event_there_is():
    seller = a_seller()
    draft = a_draft(seller, *lots_of(seller), starts_at=clock.now() + SOON)
    for _ in the_life_of_an_auction(draft.auction_id, seller):
        pass
    account = an_account()
    sessions = [a_session(account) for _ in range(2)]
    the_life_of_a_bidder(of(account, sessions[1]), sessions)
    for play in PLAYS:
        play(a_lot_for(play))
    names = set(OutboxEvent.objects.exclude(channel="").values_list("name", flat=True))
    assert names == {event.name for event in contract.published()}


def end(lot_id, remaining):
    LotState.objects.filter(lot_id=lot_id).update(ends_at=clock.database_now() + remaining)
