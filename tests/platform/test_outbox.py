"""An event is written with the change it reports, and read back as it was."""

import json
from datetime import timedelta

import pytest
from django.db import connection, transaction

from tests.platform.factories import BellRung, DoorShut, a_bell_rung, a_door_shut
from vendue.kernel import clock
from vendue.platform.models import OutboxEvent
from vendue.platform.services import outbox


@pytest.mark.django_db
def test_an_event_is_stored_with_its_address_and_the_exact_text_for_subscribers():
    event = a_bell_rung(times=3)
    outbox.publish(event)

    row = OutboxEvent.objects.get()
    assert row.event_id == event.id
    assert row.channel == f"rooms.{event.room_id}"
    assert row.published_at is None
    frame = json.loads(row.payload)
    assert frame["type"] == "test.bell_rung"
    assert frame["times"] == 3
    assert outbox.parse(BellRung, row.payload) == event


def test_an_event_of_a_later_version_is_read_without_what_only_that_one_knows():
    event = a_bell_rung(times=3)
    assert outbox.parse(BellRung, outbox.frame(event)[:-1] + ',"mood":"calm"}') == event


@pytest.mark.django_db
def test_an_internal_event_has_no_address():
    outbox.publish(a_door_shut())
    assert OutboxEvent.objects.get().channel == ""


@pytest.mark.django_db(transaction=True)
def test_an_event_is_gone_with_the_change_it_reports():
    with transaction.atomic():
        outbox.publish(a_bell_rung())
        transaction.set_rollback(True)
    assert not OutboxEvent.objects.exists()


@pytest.mark.django_db
def test_several_events_keep_their_order():
    events = [a_bell_rung(times=times) for times in range(20)]
    outbox.publish_all(events)
    stored = OutboxEvent.objects.order_by("position").values_list("event_id", flat=True)
    assert list(stored) == [event.id for event in events]


@pytest.mark.django_db
def test_the_columns_are_those_a_writer_inserts_in_its_own_statement():
    events = [a_bell_rung(), a_door_shut()]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO platform_outboxevent ({', '.join(outbox.COLUMNS)}) SELECT * FROM "
            "unnest(%s::uuid[], %s::text[], %s::text[], %s::text[], %s::timestamptz[])",
            [list(column) for column in zip(*outbox.rows(events), strict=True)],
        )
    bell, door = OutboxEvent.objects.order_by("position")
    assert outbox.parse(BellRung, bell.payload) == events[0]
    assert outbox.parse(DoorShut, door.payload) == events[1]


@pytest.mark.django_db
def test_old_events_are_pruned_stretch_by_stretch_past_those_that_stay(monkeypatch):
    monkeypatch.setattr(outbox, "_PRUNED_AT_ONCE", 2)
    outbox.publish_all(a_bell_rung() for _ in range(7))
    long_ago = clock.now() - timedelta(days=40)
    OutboxEvent.objects.update(occurred_at=long_ago, published_at=long_ago)
    waiting = OutboxEvent.objects.order_by("position")[2]
    OutboxEvent.objects.filter(position=waiting.position).update(published_at=None)
    assert outbox.prune() == 6
    assert OutboxEvent.objects.get() == waiting


@pytest.mark.django_db
def test_old_events_are_pruned_once_delivered():
    outbox.publish_all([a_bell_rung(), a_bell_rung(), a_bell_rung()])
    delivered_long_ago, delivered_now, waiting = OutboxEvent.objects.order_by("position")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE platform_outboxevent SET published_at = now() - interval '31 days' "
            "WHERE position = %s",
            [delivered_long_ago.position],
        )
        cursor.execute(
            "UPDATE platform_outboxevent SET published_at = now() WHERE position = %s",
            [delivered_now.position],
        )
    assert outbox.prune() == 1
    assert set(OutboxEvent.objects.values_list("position", flat=True)) == {
        delivered_now.position,
        waiting.position,
    }
