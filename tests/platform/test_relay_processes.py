"""Relays as real processes: many at once, and killed at work."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
import redis
from django.conf import settings
from django.db import connection

from tests.platform.factories import a_bell_rung
from vendue.platform.models import LimitWindow, OutboxEvent
from vendue.platform.services import outbox

ROOT = Path(__file__).resolve().parents[2]
EVENTS = 800


def start_relay() -> subprocess.Popen[str]:
    database = connection.settings_dict
    address = (
        f"postgresql://{quote(database['USER'])}:{quote(database['PASSWORD'])}"
        f"@{database['HOST']}:{database['PORT']}/{database['NAME']}"
    )
    path = os.pathsep.join([str(ROOT / "backend"), str(ROOT), os.environ.get("PYTHONPATH", "")])
    relay = subprocess.Popen(
        [sys.executable, "-m", "tests.platform.relay_process"],
        env={**os.environ, "DATABASE_URL": address, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert relay.stdout is not None
    assert relay.stdout.readline() == "ready\n"
    return relay


@contextmanager
def relays(count: int) -> Iterator[list[subprocess.Popen[str]]]:
    started = [start_relay() for _ in range(count)]
    try:
        yield started
    finally:
        for relay in started:
            relay.kill()
            relay.communicate()


def wait_until_relayed() -> None:
    until = time.monotonic() + 30
    while OutboxEvent.objects.filter(published_at__isnull=True).exists():
        assert time.monotonic() < until, "the relays are stuck"
        time.sleep(0.02)


def heard(subscription: redis.client.PubSub) -> Counter[str]:
    ids: Counter[str] = Counter()
    while message := subscription.get_message(timeout=0.3):
        if message["type"] == "pmessage":
            ids.update(json.loads(line)["id"] for line in message["data"].splitlines())
    return ids


@pytest.fixture
def subscription() -> Iterator[redis.client.PubSub]:
    client = redis.Redis.from_url(settings.REDIS_URL)
    with client.pubsub() as pubsub:
        pubsub.psubscribe("vendue:rooms.*")
        yield pubsub
    client.close()


@pytest.mark.django_db(transaction=True)
def test_two_relays_hand_on_each_event_once_and_stop_when_told(subscription):
    events = [a_bell_rung() for _ in range(EVENTS)]
    with relays(2) as both:
        for first in range(0, EVENTS, 50):
            outbox.publish_all(events[first : first + 50])
        wait_until_relayed()
        for relay in both:
            relay.send_signal(signal.SIGTERM)
        assert [relay.wait(10) for relay in both] == [0, 0]

    assert heard(subscription) == {str(event.id): 1 for event in events}
    effects = dict(LimitWindow.objects.values_list("key", "count"))
    assert effects == {event.id.hex: 1 for event in events}


@pytest.mark.django_db(transaction=True)
def test_a_relay_killed_at_work_loses_nothing_and_doubles_no_effect(subscription):
    events = [a_bell_rung() for _ in range(EVENTS)]
    with relays(1) as (doomed,):
        outbox.publish_all(events)
        until = time.monotonic() + 20
        while not OutboxEvent.objects.filter(published_at__isnull=False).exists():
            assert time.monotonic() < until
        doomed.kill()
        doomed.wait(10)
    left = OutboxEvent.objects.filter(published_at__isnull=True).count()
    assert 0 < left < EVENTS, "it must be killed between its first batch and its last"

    with relays(1):
        wait_until_relayed()
    assert set(heard(subscription)) == {str(event.id) for event in events}
    effects = dict(LimitWindow.objects.values_list("key", "count"))
    assert effects == {event.id.hex: 1 for event in events}
