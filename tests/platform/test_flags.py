"""Flags: a decision with a reason, seen by every process within seconds."""

from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.db import OperationalError
from openfeature.exception import TypeMismatchError

from tests.platform.factories import a_member_of_staff
from vendue.kernel import clock
from vendue.kernel.errors import NotFound, Stale, Unavailable
from vendue.kernel.snapshot import Snapshot
from vendue.platform.errors import FlagNotAvailable
from vendue.platform.gateways.flag_table import FlagTable
from vendue.platform.models import AuditEntry, FeatureFlag
from vendue.platform.services import flags
from vendue.platform.services.flags import Flag, FlagKind


@pytest.mark.django_db
def test_a_flag_stands_at_its_default_until_staff_decide():
    assert not flags.enabled(Flag.KYC)
    flags.decide(
        actor=a_member_of_staff(), name="kyc", enabled=True, reason="from today", version=1
    )
    assert flags.enabled(Flag.KYC)
    assert flags.enabled(Flag.KYC, a_member_of_staff())


@pytest.mark.django_db
def test_a_decision_is_audited_and_raises_the_version():
    after = flags.decide(
        actor=a_member_of_staff(), name="kyc", enabled=True, reason="from today", version=1
    )
    assert after == flags.state("kyc")
    assert (after.enabled, after.version) == (True, 2)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.subject, entry.reason) == ("flag.decide", "flag:kyc", "from today")
    assert (entry.before, entry.after) == ({"enabled": False}, {"enabled": True})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "refusal"),
    [({"version": 2}, Stale), ({"name": "unheard_of"}, NotFound)],
)
def test_a_refused_decision_leaves_no_trace(change, refusal):
    decision = {"name": "kyc", "enabled": True, "reason": "from today", "version": 1}
    with pytest.raises(refusal):
        flags.decide(actor=a_member_of_staff(), **{**decision, **change})
    assert not FeatureFlag.objects.exists()
    assert not AuditEntry.objects.exists()


@pytest.mark.django_db
def test_the_sandbox_is_for_the_embedded_services_only(monkeypatch):
    off = flags.decide(
        actor=a_member_of_staff(), name="sandbox", enabled=False, reason="in earnest", version=1
    )
    monkeypatch.setattr(
        django_settings,
        "VENDUE",
        django_settings.VENDUE.model_copy(update={"vendue_embedded": False}),
    )
    with pytest.raises(FlagNotAvailable):
        flags.decide(
            actor=a_member_of_staff(), name="sandbox", enabled=True, reason="play", version=2
        )
    assert flags.state("sandbox") == off


def test_every_flag_is_described_and_no_release_flag_is_overdue():
    assert set(flags.DEFINITIONS) == set(Flag)
    for flag, definition in flags.DEFINITIONS.items():
        if definition.kind is FlagKind.RELEASE:
            assert definition.remove_by >= clock.now().date(), f"{flag} must be removed"
        assert definition.description.endswith(".")


def test_a_release_flag_is_one_with_a_last_day():
    yesterday = clock.now().date() - timedelta(days=1)
    assert flags.Definition("It.", remove_by=yesterday).kind is FlagKind.RELEASE
    assert flags.Definition("It.").kind is FlagKind.PRODUCT


def test_a_flag_is_on_or_off_and_nothing_else():
    table = FlagTable(dict)
    for resolve in (
        table.resolve_string_details,
        table.resolve_integer_details,
        table.resolve_float_details,
        table.resolve_object_details,
    ):
        with pytest.raises(TypeMismatchError):
            resolve("kyc", None)


def test_a_snapshot_is_read_once_while_it_is_fresh():
    reads = iter(range(10))
    kept = Snapshot(lambda: next(reads), keep_seconds=60, may_keep=lambda: True)
    assert (kept.get(), kept.get()) == (0, 0)
    kept.forget()
    assert kept.get() == 1


def test_what_a_transaction_reads_is_not_kept_for_others():
    reads = iter(range(10))
    kept = Snapshot(lambda: next(reads), keep_seconds=60, may_keep=lambda: False)
    assert (kept.get(), kept.get()) == (0, 1)


def test_a_snapshot_grows_old():
    reads = iter(range(10))
    kept = Snapshot(lambda: next(reads), keep_seconds=0, may_keep=lambda: True)
    assert (kept.get(), kept.get()) == (0, 1)


@pytest.mark.django_db
def test_decisions_that_cannot_be_read_open_nothing(monkeypatch):
    def away():
        raise OperationalError("the database is away")

    monkeypatch.setattr(flags._SNAPSHOT, "_read", away)
    with pytest.raises(Unavailable):
        flags.enabled(Flag.KYC)
