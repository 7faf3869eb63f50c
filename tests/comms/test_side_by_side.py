"""Relays and workers side by side: nobody waits in a circle, nobody is told twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.comms.bell import bids, told
from tests.comms.test_letters import a_reader
from tests.factories import a_live_lot, an_actor
from vendue.comms.models import Notification
from vendue.comms.services import mails, standing
from vendue.platform.models import OutboxEvent
from vendue.platform.services import outbox
from vendue.reactions import registry

pytestmark = pytest.mark.django_db(transaction=True)

WORKERS = 4


def at_once(*jobs: Callable[[], object]) -> None:
    """Each job in a thread of its own, begun together; what one raises is raised here."""
    start = Barrier(len(jobs))

    def run(job: Callable[[], object]) -> None:
        try:
            start.wait()
            job()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        for done in [pool.submit(run, job) for job in jobs]:
            done.result(timeout=30)


def test_relays_that_tell_of_the_same_lots_agree():
    lots, people = [a_live_lot() for _ in range(3)], [an_actor() for _ in range(4)]
    for number, person in enumerate(people):
        for lot in lots if number % 2 else lots[::-1]:
            bids(lot, (person, 5_000 + 2_000 * number))
    facts = OutboxEvent.objects.filter(name="lot.bid_placed").order_by("position")
    kind = registry.load()["lot.bid_placed"][0].events["lot.bid_placed"]
    events = [outbox.parse(kind, row.payload) for row in facts]

    def tell(turned: bool) -> None:
        for part in (events[::2], events[1::2])[:: -1 if turned else 1]:
            standing.tell_who_leads(part)

    at_once(*(lambda turned=bool(n % 2): tell(turned) for n in range(WORKERS)))

    kinds = Notification.objects.values_list("account_id", "kind")
    assert set(kinds) == {
        (person.id, "leading" if person is people[-1] else "outbid") for person in people
    }
    assert len(kinds) == len(lots) * len(people)
    for person in people:
        sequences = [
            (message["lot_id"], message["sequence"])
            for message in told(person)
            if message["type"] != "me.notification"
        ]
        assert len(sequences) == len(set(sequences))


def test_a_letter_is_sent_by_one_worker(mailoutbox):
    readers = [a_reader() for _ in range(12)]
    lot = a_live_lot()
    for number, reader in enumerate(readers):
        bids(lot, (reader, 5_000 + 1_000 * number))
        facts = OutboxEvent.objects.filter(name="lot.bid_placed").order_by("position")
        kind = registry.load()["lot.bid_placed"][0].events["lot.bid_placed"]
        standing.tell_who_leads([outbox.parse(kind, row.payload) for row in facts])

    at_once(*[mails.send_due] * WORKERS)

    assert sorted(letter.to[0] for letter in mailoutbox) == sorted(
        row.account.email
        for row in Notification.objects.filter(kind="outbid").select_related("account")
    )
