"""Calls of every kind against a real market."""

import asyncio

import pytest

from tests.catalogue.factories import a_picture
from tests.identity.factories import an_account
from tests.sdk.people import a_bidder, a_key, a_lot_on_sale
from vendue.auctions.models import LotFact
from vendue.kernel.ids import new_id
from vendue_sdk import AsyncVendue, ConnectionFailed, Upload, Vendue
from vendue_sdk.models import LotStatus, PlacedStanding, ShippingArea, ShippingMethod
from vendue_sdk.models import ShippingOptionIn as Option
from vendue_sdk.problems import (
    BidTooLow,
    InvalidRequest,
    NotAboveOwnMaximum,
    NotFound,
    Stale,
    Unauthenticated,
)


def test_a_bid_leads_and_is_outbid(base_url):
    lot_id = a_lot_on_sale()
    first, second = a_bidder(base_url), a_bidder(base_url)
    led = first.lots.place_bid(lot_id, maximum_minor=5_000)
    assert (led.standing, led.state.price_minor) == (PlacedStanding.LEADING, 1_000)
    beaten = second.lots.place_bid(lot_id, maximum_minor=3_000)
    assert beaten.standing is PlacedStanding.OUTBID
    assert beaten.state.price_minor == 3_100
    assert first.me.get_bid(lot_id).standing == "leading"


def test_a_bid_is_placed_once_over_a_lost_answer(proxy):
    lot_id = a_lot_on_sale()
    proxy.lose_answers(1)
    answer = a_bidder(proxy.url).lots.place_bid(lot_id, maximum_minor=5_000)
    assert answer.bid.sequence == 1
    assert proxy.answers == 2
    assert LotFact.objects.filter(lot_id=lot_id).count() == 1


def test_a_bid_whose_answer_never_comes_can_be_asked_for_again(proxy):
    lot_id = a_lot_on_sale()
    proxy.lose_answers(2)
    bidder = a_bidder(proxy.url, max_retries=1)
    with pytest.raises(ConnectionFailed) as caught:
        bidder.lots.place_bid(lot_id, maximum_minor=5_000)
    key = caught.value.idempotency_key
    answer = bidder.lots.place_bid(lot_id, maximum_minor=5_000, idempotency_key=key)
    assert answer.bid.sequence == 1
    assert LotFact.objects.filter(lot_id=lot_id).count() == 1


def test_a_write_without_a_key_is_not_repeated(proxy):
    bidder = a_bidder(proxy.url)
    version = bidder.me.get().version
    proxy.lose_answers(1)
    with pytest.raises(ConnectionFailed):
        bidder.me.update(version=version, display_name="Berta")
    assert proxy.answers == 2
    assert bidder.me.get().version == version + 1


def test_refusals_carry_what_to_do(base_url):
    lot_id = a_lot_on_sale()
    bidder, other = a_bidder(base_url), a_bidder(base_url)
    bidder.lots.place_bid(lot_id, maximum_minor=5_000)
    with pytest.raises(NotAboveOwnMaximum):
        bidder.lots.place_bid(lot_id, maximum_minor=5_000)
    with pytest.raises(BidTooLow) as low:
        other.lots.place_bid(lot_id, maximum_minor=1)
    assert low.value.data.minimum_bid_minor == 1_050
    assert (low.value.data.currency, low.value.data.state.lot_id) == ("USD", lot_id)
    assert low.value.request_id
    with pytest.raises(NotFound):
        bidder.lots.get_state(new_id())
    with pytest.raises(InvalidRequest) as wrong:
        bidder.lots.place_bid(lot_id, maximum_minor=0)
    assert wrong.value.data.errors[0].pointer == "/maximum_minor"
    with pytest.raises(Unauthenticated):
        Vendue(base_url=base_url).me.get()


def test_a_change_names_its_version(base_url):
    vendue = a_bidder(base_url)
    me = vendue.me.get()
    assert vendue.me.update(version=me.version, display_name="Berta").display_name == "Berta"
    with pytest.raises(Stale):
        vendue.me.update(version=me.version, display_name="Clara")


def test_lists_page_themselves(base_url):
    lot_ids = {a_lot_on_sale() for _ in range(9)}
    found = Vendue(base_url=base_url).lots.search(category="clocks", page_size=4)
    assert [len(page.items) for page in found.pages()] == [4, 4, 1]
    listed = [lot.lot_id for lot in found]
    assert (len(listed), set(listed)) == (9, lot_ids)
    page = found.first()
    rest = Vendue(base_url=base_url).lots.search(
        category="clocks", page_size=4, cursor=page.next_cursor
    )
    assert [lot.lot_id for lot in rest] == listed[4:]


def test_filters_are_sent_as_the_contract_has_them(base_url):
    a_lot_on_sale()
    search = Vendue(base_url=base_url).lots.search
    given = {"category": "clocks", "currency": "USD", "ending_within": "2h"}
    assert len(list(search(**given, condition=["good", "new"], price_to_minor=1_000))) == 1
    assert list(search(**given, condition=["new"])) == []
    assert list(search(**given, status=LotStatus.CLOSED)) == []


def test_a_seller_describes_a_lot_with_its_photograph(base_url):
    seller = Vendue(a_key(an_account()), base_url=base_url)
    draft = seller.lots.create(
        category="clocks",
        title="Mantel clock",
        description="It runs.",
        language="en",
        condition="good",
        country="LV",
        currency="EUR",
        start_price_minor=1_000,
        attributes={"material": "oak"},
        shipping=[Option(ShippingMethod.PICKUP, ShippingArea.SAME_COUNTRY, None)],
    )
    picture = Upload(a_picture(), "clock.jpg", "image/jpeg")
    photograph = seller.lots.add_photograph(draft.lot_id, file=picture, alt_text="A clock")
    assert photograph.alt_text == "A clock"
    changed = seller.lots.update(draft.lot_id, version=draft.version, reserve_minor=2_000)
    assert changed.reserve_minor == 2_000
    assert changed.title == "Mantel clock"
    cleared = seller.lots.update(draft.lot_id, version=changed.version, reserve_minor=None)
    assert cleared.reserve_minor is None


def test_the_asynchronous_twin_does_the_same(base_url):
    lot_ids = {a_lot_on_sale() for _ in range(5)}
    key = a_key()

    async def act():
        async with AsyncVendue(key, base_url=base_url) as vendue:
            found = vendue.lots.search(category="clocks", page_size=2)
            listed = {lot.lot_id async for lot in found}
            first = await found.first()
            placed = await vendue.lots.place_bid(first.items[0].lot_id, maximum_minor=5_000)
            other = vendue.with_api_key(second)
            with pytest.raises(BidTooLow):
                await other.lots.place_bid(placed.state.lot_id, maximum_minor=1)
            return listed, placed

    second = a_key()
    listed, placed = asyncio.run(act())
    assert listed == lot_ids
    assert placed.standing is PlacedStanding.LEADING


def test_several_callers_share_the_connections_of_one(base_url):
    lot_id = a_lot_on_sale()
    with Vendue(base_url=base_url) as market:
        anna, berta = market.with_api_key(a_key()), market.with_api_key(a_key())
        anna.lots.place_bid(lot_id, maximum_minor=5_000)
        berta.lots.place_bid(lot_id, maximum_minor=6_000)
        assert anna.me.get_bid(lot_id).standing == "outbid"
        assert market.lots.get_state(lot_id).bidder_count == 2
