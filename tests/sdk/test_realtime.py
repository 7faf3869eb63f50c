"""The SDK follows a real market live, in a loop and in a thread, through a lost connection."""

import asyncio
import itertools
import threading

import pytest

from tests import live
from tests.auctions.bids import bid
from tests.factories import a_live_lot, an_actor
from tests.realtime.market import realtime
from tests.sdk.people import a_bidder, a_key, a_lot_on_sale
from vendue.auctions.queries import lots as queries
from vendue.kernel.ids import new_id
from vendue_sdk import AsyncVendue, NotLive, Vendue
from vendue_sdk.models import BidPlaced, LotSnapshot, LotViewers
from vendue_sdk.problems import NotFound


def news(messages):
    return (message for message in messages if not isinstance(message, LotViewers))


def test_a_lot_is_followed_from_a_snapshot_on(base_url):
    lot_id = a_lot_on_sale()
    messages = news(Vendue(base_url=base_url).realtime.lot(lot_id))
    first = next(messages)
    assert isinstance(first, LotSnapshot)
    assert first.state == Vendue(base_url=base_url).lots.get_state(lot_id)
    a_bidder(base_url).lots.place_bid(lot_id, maximum_minor=5_000)
    second = next(messages)
    assert isinstance(second, BidPlaced)
    assert (second.sequence, second.state.price_minor) == (1, 1_000)


def test_a_guest_is_let_in_without_a_ticket(base_url, monkeypatch):
    guest, lot_id = Vendue(base_url=base_url), a_lot_on_sale()

    def refuse():
        raise AssertionError("The market may have none to give.")

    monkeypatch.setattr(guest.realtime, "create_ticket", refuse)
    assert isinstance(next(news(guest.realtime.lot(lot_id))), LotSnapshot)

    async def follow():
        async with AsyncVendue(base_url=base_url) as other:
            monkeypatch.setattr(other.realtime, "create_ticket", refuse)
            return await anext(other.realtime.lot(lot_id))

    assert isinstance(asyncio.run(follow()), LotSnapshot)


def test_a_lot_is_followed_in_an_event_loop(base_url):
    lot_id = a_lot_on_sale()
    bidder, key = a_bidder(base_url), a_key()

    async def follow():
        heard = []
        async with AsyncVendue(key, base_url=base_url) as vendue:
            async for message in vendue.realtime.lot(lot_id):
                if isinstance(message, LotSnapshot):
                    await asyncio.to_thread(bidder.lots.place_bid, lot_id, maximum_minor=5_000)
                if not isinstance(message, LotViewers):
                    heard.append(type(message))
                if len(heard) == 2:
                    break
        return heard

    assert asyncio.run(follow()) == [LotSnapshot, BidPlaced]


def test_several_channels_come_over_one_connection(base_url):
    first, second = a_lot_on_sale(), a_lot_on_sale()
    vendue = Vendue(a_key(), base_url=base_url)
    messages = news(vendue.realtime.follow(f"lots.{first}", f"lots.{second}", "me"))
    assert {next(messages).lot_id for _ in range(2)} == {first, second}


def test_a_lot_that_is_not_there_is_an_error(base_url):
    with pytest.raises(NotFound):
        next(Vendue(base_url=base_url).realtime.lot(new_id()))


@pytest.mark.django_db(transaction=True)
def test_through_a_killed_process_each_fact_comes_once():
    lot_id = a_live_lot().lot_id
    port = live.free_port()
    heard, over = [], threading.Event()
    with realtime(port) as doomed, live.serving(VENDUE_REALTIME_URL=doomed.url) as server:
        vendue = Vendue(base_url=f"http://{live.HOST}:{server.port}")

        def follow():
            for message in news(vendue.realtime.lot(lot_id)):
                heard.append(message)
                if message.state.sequence == 9:
                    over.set()
                    return

        following = threading.Thread(target=follow, daemon=True)
        following.start()
        for maximum_minor in range(2_000, 5_000, 1_000):
            bid(lot_id, an_actor(), maximum_minor)
        doomed.kill()
        for maximum_minor in range(5_000, 8_000, 1_000):
            bid(lot_id, an_actor(), maximum_minor)
        with realtime(port):
            for maximum_minor in range(8_000, 11_000, 1_000):
                bid(lot_id, an_actor(), maximum_minor)
            assert over.wait(30)
    assert queries.lot_state(lot_id).sequence == 9
    sequences = [message.sequence for message in heard]
    assert sequences == list(range(sequences[0], 10))


@pytest.mark.django_db(transaction=True)
def test_a_market_that_tells_nothing_live_says_so():
    with live.serving(VENDUE_REALTIME_URL="") as server:
        vendue = Vendue(base_url=f"http://{live.HOST}:{server.port}")
        with pytest.raises(NotLive):
            next(itertools.islice(vendue.realtime.lot(new_id()), 1))
