"""What the worker does for comms on time: known to the clock, and old news removed."""

from datetime import timedelta

import pytest

from tests.catalogue.factories import a_listed_lot
from tests.comms.bell import bids, entry, relayed
from tests.factories import a_live_lot, an_actor
from vendue.catalogue.models import WatchListEntry
from vendue.catalogue.services import watching
from vendue.comms import tasks
from vendue.comms.models import EndingNotice, Notification
from vendue.config.celery import app
from vendue.kernel import clock


def test_the_clock_knows_every_task():
    scheduled = {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert {
        tasks.send_letters.name,
        tasks.tell_endings.name,
        tasks.tell_findings.name,
        tasks.prune.name,
    } <= scheduled


@pytest.mark.django_db
def test_old_news_goes_and_the_rest_stays():
    old, new, reader = a_live_lot(), a_live_lot(), an_actor()
    for lot in (old, new):
        bids(lot, (reader, 5_000))
        relayed()
        EndingNotice.objects.create(lot_id=lot.lot_id, minutes=15)
    long_ago = clock.now() - timedelta(days=181)
    Notification.objects.filter(lot_id=old.lot_id).update(created_at=long_ago)
    EndingNotice.objects.filter(lot_id=old.lot_id).update(created_at=long_ago)

    tasks.prune()

    assert entry(reader, new.lot_id) == Notification.objects.get()
    assert EndingNotice.objects.get().lot_id == new.lot_id


@pytest.mark.django_db
def test_watchers_are_known_by_lot():
    watched, unwatched, people = a_listed_lot(), a_listed_lot(), [an_actor(), an_actor()]
    for person in people:
        WatchListEntry.objects.create(account_id=person.id, lot_id=watched.id)
    found = watching.watchers_of([watched.id, unwatched.id])
    assert {lot_id: set(accounts) for lot_id, accounts in found.items()} == {
        watched.id: {person.id for person in people}
    }
