"""Who is told that a lot ends soon, when, and only once."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.comms.bell import bids, entry, relayed, told
from tests.factories import a_live_lot, an_actor
from vendue.auctions.models import LotState
from vendue.catalogue.models import WatchListEntry
from vendue.comms.models import EndingNotice, Notification, NotificationPreference
from vendue.comms.services.endings import tell_endings
from vendue.kernel import clock
from vendue.kernel.actor import Actor

pytestmark = pytest.mark.django_db

MINUTE = 60


def watch(lot: LotState, actor: Actor) -> None:
    WatchListEntry.objects.create(account_id=actor.id, lot_id=lot.lot_id)


def test_bidders_and_watchers_are_told_a_quarter_of_an_hour_before():
    lot, leader, other, watcher = a_live_lot(seconds_left=14 * MINUTE), *people(3)
    bids(lot, (other, 5_000), (leader, 6_000))
    watch(lot, watcher)
    watch(lot, leader)

    assert tell_endings() == 3

    kinds = {one.id: entry(one, lot.lot_id, "ending") for one in (leader, other, watcher)}
    assert [row.kind for row in kinds.values()] == ["ending_soon", "ending_soon", "watched_ending"]
    assert [row.data.get("is_leading") for row in kinds.values()] == [True, False, None]
    pushed = told(watcher)[-1]["notification"]
    assert (pushed["kind"], pushed["data"]["price_minor"]) == ("watched_ending", 5_100)


def test_nobody_is_told_twice_however_often_it_runs_or_is_extended():
    lot, bidder = a_live_lot(seconds_left=14 * MINUTE), an_actor()
    bids(lot, (bidder, 5_000))
    assert tell_endings() == 1
    assert tell_endings() == 0
    EndingNotice.objects.all().delete()
    assert tell_endings() == 0
    assert Notification.objects.filter(topic="ending").count() == 1


def test_who_asks_for_an_hour_is_told_an_hour_before_and_the_others_later():
    lot, early, late = a_live_lot(seconds_left=50 * MINUTE), an_actor(), an_actor()
    NotificationPreference.objects.create(account_id=early.id, ending_notice_minutes=60)
    bids(lot, (early, 5_000), (late, 6_000))

    assert tell_endings() == 1
    assert Notification.objects.get(topic="ending").account_id == early.id
    LotState.objects.update(ends_at=lot.ends_at - 40 * (lot.ends_at - lot.starts_at) / 110)
    assert tell_endings() == 1
    assert entry(late, lot.lot_id, "ending").kind == "ending_soon"


def test_who_comes_after_the_hours_notice_is_told_with_the_others():
    lot, early, late = a_live_lot(seconds_left=50 * MINUTE), *people(2)
    for one in (early, late):
        NotificationPreference.objects.create(account_id=one.id, ending_notice_minutes=60)
    watch(lot, early)
    assert tell_endings() == 1
    watch(lot, late)
    assert tell_endings() == 0
    LotState.objects.update(ends_at=clock.database_now() + timedelta(minutes=10))
    assert tell_endings() == 1
    assert entry(late, lot.lot_id, "ending").kind == "watched_ending"
    assert Notification.objects.filter(topic="ending").count() == 2


def test_lots_with_time_left_or_over_are_no_news():
    later, over = a_live_lot(seconds_left=120 * MINUTE), a_live_lot(seconds_left=MINUTE)
    LotState.objects.filter(lot_id=over.lot_id).update(ends_at=clock.database_now())
    for lot in (later, over):
        watch(lot, an_actor())
    assert tell_endings() == 0


def test_what_was_told_of_the_end_stands_beside_where_one_stands():
    lot, bidder = a_live_lot(seconds_left=14 * MINUTE), an_actor()
    bids(lot, (bidder, 5_000))
    relayed()
    tell_endings()
    rows = Notification.objects.filter(account_id=bidder.id).order_by("topic")
    assert [row.kind for row in rows] == ["ending_soon", "leading"]


def test_many_lots_cost_no_more_statements_than_few():
    def statements(count: int) -> int:
        for _ in range(count):
            watch(a_live_lot(seconds_left=14 * MINUTE), an_actor())
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert tell_endings() == count
        return len(captured)

    statements(1)
    few, many = statements(2), statements(20)
    assert many <= few + 20  # the parsed terms of a lot that is new to this process, once


def people(count: int) -> list[Actor]:
    return [an_actor() for _ in range(count)]
