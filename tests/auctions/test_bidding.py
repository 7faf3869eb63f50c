"""Bids through the service and the desk, on a real PostgreSQL."""

import json
from uuid import UUID

import pytest

from tests.factories import a_live_lot, an_account, an_actor
from vendue.auctions.models import AutoBid, LotFact, LotState
from vendue.auctions.services import bidding
from vendue.kernel.actor import Actor
from vendue.kernel.ids import new_id
from vendue.platform.models import IdempotencyKey, OutboxEvent

pytestmark = pytest.mark.django_db(transaction=True)


def bid(lot_id: UUID, actor: Actor, maximum_minor: int, key: str | None = None):
    """Place a bid; the status and the body of its answer."""
    answer = bidding.place_bid(
        actor=actor,
        lot_id=lot_id,
        maximum_minor=maximum_minor,
        key=key or new_id().hex,
        fingerprint=maximum_minor.to_bytes(32, "big"),
        instance=f"/api/v1/lots/{lot_id}/bids",
    )
    return answer.status, json.loads(answer.body)


def test_a_bid_leads_and_another_is_answered_by_its_proxy():
    lot = a_live_lot()
    first, second = an_actor(), an_actor()

    status, answer = bid(lot.lot_id, first, 5_000)
    assert (status, answer["standing"], answer["state"]["price_minor"]) == (201, "leading", 1_000)
    status, answer = bid(lot.lot_id, second, 3_000)
    assert (status, answer["standing"], answer["state"]["price_minor"]) == (201, "outbid", 3_100)
    assert answer["state"]["leader"] == "bidder 1"

    kinds = list(LotFact.objects.order_by("sequence").values_list("kind", "sequence"))
    assert kinds == [("bid", 1), ("bid", 2), ("automatic_bid", 3)]
    row = LotState.objects.get(lot_id=lot.lot_id)
    assert (row.price_minor, row.leader_id, row.sequence) == (3_100, first.account_id, 3)
    assert OutboxEvent.objects.filter(name="lot.bid_placed").count() == 3


def test_a_refused_bid_leaves_no_trace_but_its_answer():
    lot = a_live_lot()
    status, answer = bid(lot.lot_id, an_actor(), 999)
    assert (status, answer["code"], answer["minimum_bid_minor"]) == (409, "bid_too_low", 1_000)
    assert answer["state"]["price_minor"] == 1_000
    assert not LotFact.objects.exists()
    assert not AutoBid.objects.exists()
    assert not OutboxEvent.objects.exists()
    assert IdempotencyKey.objects.count() == 1


def test_the_same_key_gives_the_same_answer_and_one_bid():
    lot, actor = a_live_lot(), an_actor()
    first = bid(lot.lot_id, actor, 5_000, key="once")
    assert bid(lot.lot_id, actor, 5_000, key="once") == first
    assert LotFact.objects.count() == 1
    status, answer = bid(lot.lot_id, actor, 6_000, key="once")
    assert (status, answer["code"]) == (422, "idempotency_key_reused")
    assert LotFact.objects.count() == 1


def test_the_seller_does_not_bid_on_their_own_lot():
    lot = a_live_lot()
    status, answer = bid(lot.lot_id, an_actor(lot.seller), 5_000)
    assert (status, answer["code"]) == (403, "own_lot")
    assert not LotFact.objects.exists()


def test_an_unconfirmed_account_does_not_bid():
    lot = a_live_lot()
    status, answer = bid(lot.lot_id, an_actor(an_account(email_confirmed_at=None)), 5_000)
    assert (status, answer["code"]) == (409, "email_unconfirmed")


def test_an_unknown_lot_is_not_found():
    status, answer = bid(new_id(), an_actor(), 5_000)
    assert (status, answer["code"]) == (404, "not_found")


def test_a_late_bid_extends_the_lot():
    lot = a_live_lot(seconds_left=10)
    _, answer = bid(lot.lot_id, an_actor(), 5_000)
    assert answer["state"]["extension_count"] == 1
    assert LotState.objects.get(lot_id=lot.lot_id).ends_at > lot.ends_at
    assert OutboxEvent.objects.filter(name="auction.lot_moved").count() == 1


def test_a_purchase_ends_the_lot_and_the_next_one_is_too_late():
    lot = a_live_lot(buy_now_minor=9_000)

    def buy(actor: Actor):
        answer = bidding.buy_now(
            actor=actor, lot_id=lot.lot_id, key=new_id().hex, fingerprint=b"p" * 32, instance="/x"
        )
        return answer.status, json.loads(answer.body)

    status, answer = buy(an_actor())
    assert (status, answer["purchase"]["price_minor"]) == (201, 9_000)
    assert (answer["state"]["status"], answer["state"]["result"]) == ("closed", "bought")
    status, answer = buy(an_actor())
    assert (status, answer["code"]) == (409, "buy_now_gone")
