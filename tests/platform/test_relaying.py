"""One relay: what it hands on, and what becomes of a reaction that fails."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from threading import Event as Signal
from threading import Thread

import pytest
from django.db import OperationalError, connection

from tests.platform.factories import BellRung, a_bell_rung, a_door_shut, a_member_of_staff
from vendue.kernel import clock
from vendue.kernel.errors import NotFound
from vendue.kernel.events import Event
from vendue.kernel.ids import new_id
from vendue.platform.models import AuditEntry, FailedReaction, OutboxEvent, SettingValue
from vendue.platform.services import outbox, relaying
from vendue.platform.services.relaying import Reaction
from vendue.reactions import registry
from vendue.reactions.management.commands import relay

Run = Callable[[Sequence[Event]], None]


def reacting(*runs: Run, together: bool = False) -> relaying.Reactions:
    return {
        BellRung.name: [
            Reaction(f"reaction_{number}", {BellRung.name: BellRung}, run, takes_many=together)
            for number, run in enumerate(runs)
        ]
    }


class Recorder:
    """A reaction that remembers what it was given, and fails for some."""

    def __init__(self, *, fail_on: int | None = None) -> None:
        self.calls: list[list[int]] = []
        self.fail_on = fail_on

    def __call__(self, events: Sequence[Event]) -> None:
        times = [event.times for event in events if isinstance(event, BellRung)]
        SettingValue.objects.create(
            name=str(new_id()), version=1, value=times, reason="a reaction's row"
        )
        if self.fail_on in times:
            raise RuntimeError(f"no bell rings {self.fail_on} times")
        self.calls.append(times)


def due_now() -> None:
    FailedReaction.objects.update(next_attempt_at=clock.now() - timedelta(seconds=1))


@pytest.mark.django_db
def test_events_reach_reactions_in_order_and_are_marked():
    first, second = Recorder(), Recorder()
    outbox.publish_all([a_bell_rung(times=1), a_door_shut(), a_bell_rung(times=2)])
    assert relaying.relay_batch(reacting(first, second)) == 3
    assert first.calls == second.calls == [[1], [2]]
    assert not OutboxEvent.objects.filter(published_at__isnull=True).exists()
    assert relaying.relay_batch(reacting(first)) == 0
    assert first.calls == [[1], [2]]


@pytest.mark.django_db
def test_a_reaction_that_takes_many_is_run_once_for_the_batch():
    many = Recorder()
    outbox.publish_all([a_bell_rung(times=times) for times in (1, 2, 3)])
    relaying.relay_batch(reacting(many, together=True))
    assert many.calls == [[1, 2, 3]]


@pytest.mark.django_db
def test_a_failing_reaction_leaves_no_rows_and_holds_up_nobody():
    failing, sound = Recorder(fail_on=2), Recorder()
    outbox.publish_all([a_bell_rung(times=times) for times in (1, 2, 3)])
    relaying.relay_batch(reacting(failing, sound))

    assert failing.calls == [[1], [3]]
    assert sound.calls == [[1], [2], [3]]
    assert SettingValue.objects.count() == 5
    failure = FailedReaction.objects.get()
    assert failure.reaction == "reaction_0"
    assert failure.error == "RuntimeError: no bell rings 2 times"
    assert failure.next_attempt_at > clock.now()
    assert not OutboxEvent.objects.filter(published_at__isnull=True).exists()


@pytest.mark.django_db
def test_a_failed_reaction_is_tried_again_alone_and_forgotten_when_it_works():
    failing, sound = Recorder(fail_on=2), Recorder()
    outbox.publish(a_bell_rung(times=2))
    relaying.relay_batch(reacting(failing, sound))
    assert relaying.retry_due(reacting(failing, sound)) == 0, "it is not due yet"

    due_now()
    failing.fail_on = None
    assert relaying.retry_due(reacting(failing, sound)) == 1
    assert failing.calls == [[2]]
    assert sound.calls == [[2]]
    assert not FailedReaction.objects.exists()


@pytest.mark.django_db
def test_each_event_of_a_failed_batch_is_tried_by_itself():
    many = Recorder(fail_on=2)
    outbox.publish_all([a_bell_rung(times=times) for times in (1, 2, 3)])
    relaying.relay_batch(reacting(many, together=True))
    assert many.calls == []
    due_now()
    relaying.retry_due(reacting(many, together=True))
    assert sorted(many.calls) == [[1], [3]]
    assert FailedReaction.objects.count() == 1


@pytest.mark.django_db
def test_a_reaction_that_keeps_failing_waits_longer_each_time_and_is_parked():
    failing = Recorder(fail_on=2)
    outbox.publish(a_bell_rung(times=2))
    relaying.relay_batch(reacting(failing))
    waits = []
    for _ in range(relaying.MAXIMUM_ATTEMPTS - 2):
        due_now()
        relaying.retry_due(reacting(failing))
        wait = FailedReaction.objects.get().next_attempt_at - clock.now()
        waits.append(round(wait.total_seconds()))
    assert waits == sorted(waits)
    due_now()
    relaying.retry_due(reacting(failing))
    parked = FailedReaction.objects.get()
    assert parked.attempts == relaying.MAXIMUM_ATTEMPTS
    assert parked.next_attempt_at is None
    assert relaying.retry_due(reacting(failing)) == 0


@pytest.mark.django_db
def test_staff_have_a_parked_reaction_tried_again():
    failing = Recorder(fail_on=2)
    outbox.publish(a_bell_rung(times=2))
    relaying.relay_batch(reacting(failing))
    FailedReaction.objects.update(next_attempt_at=None)

    relaying.ask_for_retry(
        actor=a_member_of_staff(), failed_reaction_id=FailedReaction.objects.get().id
    )
    failing.fail_on = None
    assert relaying.retry_due(reacting(failing)) == 1
    assert not FailedReaction.objects.exists()
    assert AuditEntry.objects.get().action == "reaction.retry"


@pytest.mark.django_db
def test_a_reaction_that_did_not_fail_cannot_be_tried_again():
    with pytest.raises(NotFound):
        relaying.ask_for_retry(actor=a_member_of_staff(), failed_reaction_id=new_id())
    assert not AuditEntry.objects.exists()


@pytest.mark.django_db
def test_a_reaction_that_this_version_lacks_stays_on_the_list():
    outbox.publish(a_bell_rung(times=2))
    relaying.relay_batch(reacting(Recorder(fail_on=2)))
    due_now()
    relaying.retry_due({})
    assert FailedReaction.objects.get().error == "No such reaction in this version."


@pytest.mark.django_db(transaction=True)
def test_a_relay_outlives_a_database_that_goes_away(monkeypatch):
    stop, seen = Signal(), Recorder()
    answers = iter([OperationalError("gone"), OperationalError("still gone")])
    relay_batch = relaying.relay_batch

    def unsteady(reactions: relaying.Reactions) -> int:
        for failure in answers:
            raise failure
        count = relay_batch(reactions)
        stop.set()
        return count

    monkeypatch.setattr(relaying, "relay_batch", unsteady)
    outbox.publish(a_bell_rung(times=1))
    thread = Thread(target=relay.run, args=(reacting(seen), stop))
    thread.start()
    thread.join(15)
    assert not thread.is_alive()
    assert seen.calls == [[1]]


@pytest.mark.django_db(transaction=True)
def test_a_connection_cut_inside_a_reaction_leaves_the_batch_for_later():
    outbox.publish(a_bell_rung(times=1))

    def cut(_: Sequence[Event]) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    with pytest.raises(OperationalError):
        relaying.relay_batch(reacting(cut))
    connection.close()
    assert not FailedReaction.objects.exists()
    assert OutboxEvent.objects.get().published_at is None
    assert relaying.relay_batch(reacting(Recorder())) == 1


def test_the_registry_knows_a_reaction_by_each_of_its_events(monkeypatch):
    monkeypatch.setattr(registry, "_REACTIONS", {BellRung.name: []})
    heard: list[object] = []

    @registry.on(BellRung)
    def one_by_one(event: BellRung) -> None:
        heard.append(event)

    @registry.on_batch(BellRung)
    def together(events: Sequence[BellRung]) -> None:
        heard.append(list(events))

    one, many = registry._REACTIONS[BellRung.name]
    assert one.name.endswith("one_by_one")
    assert many.name.endswith("together")
    first, second = a_bell_rung(), a_bell_rung()
    one.run([first, second])
    many.run([first, second])
    assert heard == [first, second, [first, second]]
