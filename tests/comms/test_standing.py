"""Who is told where they stand, by whom, how often, and what nobody is told."""

import pytest

from tests.auctions.bids import buy
from tests.comms.bell import bids, closed, entry, relayed, told, told_of
from tests.factories import a_live_lot, a_staff_actor, an_actor
from vendue.auctions.models import LotFact
from vendue.auctions.services import cancelling, involvement, voiding
from vendue.comms.models import Notification, NotificationPreference
from vendue.comms.services import standing
from vendue.kernel.lots import LotResult
from vendue.platform.models import OutboxEvent
from vendue.platform.services import outbox
from vendue.reactions import registry

pytestmark = pytest.mark.django_db

STAFF = "staff:auctions"


def test_whoever_loses_the_lead_is_told_and_whoever_takes_it_too():
    lot, first, second = a_live_lot(title="A brass clock"), an_actor(), an_actor()
    bids(lot, (first, 5_000))
    relayed()
    bids(lot, (second, 6_000))
    relayed()

    assert (told_of(first), told_of(second)) == (["me.leading", "me.outbid"], ["me.leading"])
    outbid = told(first)[-1]
    assert (outbid["lot_title"], outbid["state"]["price_minor"]) == ("A brass clock", 5_100)
    mine, theirs = entry(first, lot.lot_id), entry(second, lot.lot_id)
    assert (mine.kind, mine.read_at) == ("outbid", None)
    assert mine.data["minimum_bid_minor"] == 5_200
    # The answer to the own bid said so; the bell need not ring.
    assert (theirs.kind, theirs.read_at is None) == ("leading", False)


def test_a_bid_that_is_answered_at_once_rings_no_bell():
    lot, leader, other = a_live_lot(), an_actor(), an_actor()
    bids(lot, (leader, 5_000), (other, 3_000))
    relayed()

    assert told_of(other) == ["me.outbid"]
    mine = entry(other, lot.lot_id)
    assert mine.read_at is not None
    # The price is the one that the answer brought about.
    assert (mine.data["price_minor"], mine.data["minimum_bid_minor"]) == (3_100, 3_200)
    assert told(other)[-1]["state"]["price_minor"] == 3_100
    assert told_of(leader) == ["me.leading"]


def test_a_hot_lot_is_one_entry_and_one_message_for_each_bidder_and_round():
    lot, first, second = a_live_lot(), an_actor(), an_actor()
    bids(
        lot,
        *(
            (one, 2_000 + 1_000 * turn + 500 * (one is second))
            for turn in range(10)
            for one in (first, second)
        ),
    )
    relayed()

    assert Notification.objects.count() == 2
    assert (told_of(first), told_of(second)) == (["me.outbid"], ["me.leading"])
    moved = LotFact.objects.filter(kind="bid").latest("sequence").sequence
    assert entry(first, lot.lot_id).sequence == told(second)[-1]["sequence"] == moved


def test_what_is_told_again_or_late_changes_nothing():
    lot, first, second = a_live_lot(), an_actor(), an_actor()
    bids(lot, (first, 5_000), (second, 6_000), (first, 7_000))
    events = [
        outbox.parse(registry.load()[row.name][0].events[row.name], row.payload)
        for row in OutboxEvent.objects.filter(name="lot.bid_placed").order_by("position")
    ]
    relayed()
    before = list(Notification.objects.order_by("id").values())
    count = OutboxEvent.objects.count()

    for event in reversed(events):
        standing.tell_who_leads([event])

    assert list(Notification.objects.order_by("id").values()) == before
    assert OutboxEvent.objects.count() == count


def test_a_read_entry_is_unread_again_when_the_lead_is_lost_again():
    lot, first, second = a_live_lot(), an_actor(), an_actor()
    bids(lot, (first, 5_000), (second, 6_000))
    relayed()
    Notification.objects.update(read_at=entry(first, lot.lot_id).created_at)
    known = entry(first, lot.lot_id)
    bids(lot, (first, 7_000), (second, 8_000))
    relayed()

    again = entry(first, lot.lot_id)
    assert (again.id, again.kind, again.read_at) == (known.id, "outbid", None)
    assert again.created_at > known.created_at


def test_the_end_tells_the_winner_and_everybody_who_bid():
    lot, winner, loser = a_live_lot(), an_actor(), an_actor()
    bids(lot, (loser, 5_000), (winner, 6_000))
    closed(lot)
    relayed()

    won, lost = told(winner, prefix="me.won")[0], told(loser, prefix="me.lost")[0]
    assert (won["result"], won["hammer_price_minor"], won["currency"]) == ("sold", 5_100, "USD")
    assert lost["hammer_price_minor"] == 5_100
    assert [entry(one, lot.lot_id).kind for one in (winner, loser)] == ["won", "lost"]
    assert entry(winner, lot.lot_id).read_at is None


def test_a_lot_below_its_reserve_is_won_by_nobody():
    lot, bidder = a_live_lot(reserve_minor=90_000), an_actor()
    bids(lot, (bidder, 5_000))
    closed(lot)
    relayed()

    assert told_of(bidder) == ["me.leading", "me.lost"]
    told_result = told(bidder, prefix="me.lost")[0]
    assert (told_result["result"], told_result["hammer_price_minor"]) == ("reserve_not_met", None)
    assert "90000" not in repr(told(bidder))


def test_a_purchase_ends_the_lot_for_everybody():
    rules = {"buy_now": {"until": "price_reaches", "basis_points": None}}
    lot, bidder, buyer = a_live_lot(buy_now_minor=50_000, rules=rules), an_actor(), an_actor()
    bids(lot, (bidder, 5_000))
    assert buy(lot.lot_id, buyer)[0] == 201
    relayed()

    assert (told_of(bidder)[-1], told_of(buyer)) == ("me.lost", ["me.won"])
    assert entry(buyer, lot.lot_id).data["result"] == "bought"


def test_a_cancelled_lot_is_lost_by_all():
    lot, bidder = a_live_lot(), an_actor()
    bids(lot, (bidder, 5_000))
    cancelling.cancel_lot(actor=a_staff_actor(STAFF), lot_id=lot.lot_id, reason="Not as described.")
    relayed()
    assert entry(bidder, lot.lot_id).data["result"] == LotResult.CANCELLED


def test_a_void_tells_whose_bid_is_gone_and_who_leads_now():
    lot, first, second, third = a_live_lot(), an_actor(), an_actor(), an_actor()
    bids(lot, (first, 5_000), (second, 6_000), (third, 7_000))
    relayed()
    bid_of_third = LotFact.objects.get(bidder_id=third.id, kind="bid").sequence
    voiding.void_bids(
        actor=a_staff_actor(STAFF), lot_id=lot.lot_id, sequences=[bid_of_third], reason="A mistake."
    )
    relayed()

    assert entry(third, lot.lot_id).kind == "bid_voided"
    assert told_of(third)[-1] == "me.outbid"
    leading = entry(second, lot.lot_id)
    assert (leading.kind, leading.read_at, told_of(second)[-1]) == ("leading", None, "me.leading")
    assert entry(first, lot.lot_id).kind == "outbid"


def test_nothing_told_holds_what_is_secret():
    lot = a_live_lot(reserve_minor=77_777)
    leader, other = an_actor(), an_actor()
    bids(lot, (other, 44_444), (leader, 66_666))
    relayed()

    everything = repr([told(other), Notification.objects.filter(account_id=other.id).values()])
    assert not [secret for secret in ("66666", "77777", str(leader.id)) if secret in everything]


def test_who_wants_no_entry_gets_none_and_still_hears_it_live():
    lot, first, second = a_live_lot(), an_actor(), an_actor()
    NotificationPreference.objects.create(
        account_id=first.id, choices={"outbid": {"in_app": False, "email": False}}
    )
    bids(lot, (first, 5_000))
    relayed()
    bids(lot, (second, 6_000))
    relayed()

    row = entry(first, lot.lot_id)
    assert (row.is_shown, row.mail_due_at) == (False, None)
    assert told_of(first) == ["me.leading", "me.outbid"]


def test_a_thousand_facts_cost_a_handful_of_statements(django_assert_max_num_queries):
    lots = [a_live_lot() for _ in range(5)]
    people = [an_actor() for _ in range(4)]
    for lot in lots:
        bids(lot, *((one, 2_000 + 1_000 * n) for n, one in enumerate(people)))
    facts = OutboxEvent.objects.filter(name="lot.bid_placed").order_by("position")
    cls = registry.load()["lot.bid_placed"][0].events["lot.bid_placed"]
    events = [outbox.parse(cls, row.payload) for row in facts]
    with django_assert_max_num_queries(8):
        standing.tell_who_leads(events)
    assert Notification.objects.count() == 20


def test_the_door_names_only_whom_a_fact_concerns():
    lot, first, second = a_live_lot(), an_actor(), an_actor()
    bids(lot, (first, 5_000), (second, 6_000))
    changes = involvement.lead_changes([(lot.lot_id, 1), (lot.lot_id, 2), (lot.lot_id, 99)])
    assert [(c.leader_before_id, c.leader_after_id) for c in changes] == [
        (None, first.id),
        (first.id, second.id),
    ]
