"""The audit trail: what it records, and that a change by hand is found."""

import io
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction

from tests.platform.factories import a_member_of_staff
from vendue.kernel import actor as actors
from vendue.kernel.ids import new_id
from vendue.platform.models import AuditEntry, AuditPersonal, AuditSeal, AuditWaiting
from vendue.platform.services import audit, sealing


def entries(count: int) -> list[AuditEntry]:
    for number in range(count):
        audit.record(
            a_member_of_staff(),
            "lot.approve",
            f"lot:{new_id()}",
            reason="it is fine",
            before={"version": number, "title": "Pulkstenis"},
            after={"version": number + 1, "title": "Kabatas pulkstenis"},
            personal={"email": f"person{number}@example.org"},
        )
    return list(AuditEntry.objects.order_by("id"))


def by_hand(statement: str, *parameters: object) -> None:
    """Do what only somebody with the server's keys can: past the triggers and foreign keys."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(statement, parameters)
        cursor.execute("RESET session_replication_role")


@pytest.mark.django_db
def test_an_entry_says_who_what_where_and_why():
    staff = a_member_of_staff()
    audit.record(staff, "lot.return", "lot:1", reason="blurred", before={"a": 1}, after={"a": 2})
    entry = AuditEntry.objects.get()
    assert (entry.actor_kind, entry.actor_id) == ("staff", staff.account_id)
    assert (entry.action, entry.subject, entry.reason) == ("lot.return", "lot:1", "blurred")
    assert (entry.before, entry.after) == ({"a": 1}, {"a": 2})
    assert entry.request_id == "request-1"
    assert AuditPersonal.objects.get().values == {"ip": "192.0.2.7", "device": "tests"}


@pytest.mark.django_db
def test_the_market_itself_has_no_personal_values():
    audit.record(actors.system("closer"), "lot.close", "lot:1")
    assert not AuditPersonal.objects.exists()
    assert bytes(AuditEntry.objects.get().commitment) == b""


@pytest.mark.django_db
@pytest.mark.parametrize("value", [0.5, 2**53, {"nested": [1.0]}])
def test_a_value_without_a_canonical_form_is_refused_before_it_is_written(value):
    with pytest.raises(ValueError, match="audited"):
        audit.record(a_member_of_staff(), "a.b", "c:1", after={"value": value})
    assert not AuditEntry.objects.exists()


@pytest.mark.django_db
def test_ids_and_times_are_recorded_as_the_wire_writes_them():
    lot_id = new_id()
    audit.record(a_member_of_staff(), "a.b", "c:1", after={"lot_id": lot_id})
    assert AuditEntry.objects.get().after == {"lot_id": str(lot_id)}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE platform_auditentry SET reason = 'another'",
        "DELETE FROM platform_auditentry",
        "TRUNCATE platform_auditentry CASCADE",
        "UPDATE platform_auditseal SET hash = previous_hash",
        "DELETE FROM platform_auditseal",
        "TRUNCATE platform_auditseal",
    ],
)
def test_the_database_refuses_to_change_what_was_recorded(statement):
    entries(1)
    sealing.seal_waiting()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with (
        pytest.raises(ProgrammingError, match="never changed or removed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert sealing.verify().fault is None


@pytest.mark.django_db
def test_every_entry_is_sealed_once_and_the_chain_verifies():
    entries(5)
    assert sealing.seal_waiting() == 5
    assert sealing.seal_waiting() == 0
    verdict = sealing.verify()
    assert (verdict.checked, verdict.fault) == (5, None)
    assert verdict.head == sealing.head()
    assert not AuditWaiting.objects.exists()


@pytest.mark.django_db
def test_an_earlier_head_is_a_prefix_of_a_later_chain():
    entries(3)
    sealing.seal_waiting()
    earlier = sealing.head()
    entries(3)
    sealing.seal_waiting()
    assert sealing.verify(expected=earlier).fault is None
    forged = sealing.Head(earlier.number, bytes(32))
    assert sealing.verify(expected=forged).fault.number == earlier.number


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE platform_auditentry SET reason = 'x' WHERE id = %s", "The entry was changed."),
        (
            "UPDATE platform_auditentry SET after = '{}' WHERE id = %s",
            "The entry was changed.",
        ),
        (
            "UPDATE platform_auditentry SET at = at + interval '1 microsecond' WHERE id = %s",
            "The entry was changed.",
        ),
        (
            'UPDATE platform_auditpersonal SET values = \'{"ip": "::1"}\' WHERE entry_id = %s',
            "The personal values were changed.",
        ),
        ("DELETE FROM platform_auditentry WHERE id = %s", "The entry is missing."),
        ("DELETE FROM platform_auditseal WHERE entry_id = %s", "Link 3 is missing."),
        (
            "UPDATE platform_auditseal SET hash = sha256(hash) WHERE entry_id = %s",
            "The entry was changed.",
        ),
    ],
)
def test_a_row_changed_by_hand_is_found(statement, reason):
    third = entries(5)[2]
    sealing.seal_waiting()
    by_hand(statement, third.id)
    fault = sealing.verify().fault
    assert fault.reason == reason
    assert fault.number == (4 if "Link 3" in reason else 3)


@pytest.mark.django_db
def test_a_tail_cut_off_is_found():
    last = entries(3)[-1]
    sealing.seal_waiting()
    kept = sealing.head()
    by_hand("DELETE FROM platform_auditseal WHERE entry_id = %s", last.id)
    assert sealing.verify().fault.reason == "The entry is not in the chain."
    by_hand("DELETE FROM platform_auditpersonal WHERE entry_id = %s", last.id)
    by_hand("DELETE FROM platform_auditentry WHERE id = %s", last.id)
    assert sealing.verify().fault is None, "without a head kept elsewhere nothing shows"
    assert sealing.verify(expected=kept).fault.reason == "The chain ends before link 3."


@pytest.mark.django_db
def test_erasing_a_person_leaves_a_chain_that_verifies():
    first, second = entries(2)
    sealing.seal_waiting()
    assert isinstance(first.actor_id, UUID)
    assert audit.erase_personal(account_id=first.actor_id) == 1
    assert AuditPersonal.objects.get().entry_id == second.id
    assert sealing.verify().fault is None


@pytest.mark.django_db
def test_the_newest_links_can_be_verified_alone():
    first, *_ = entries(6)
    sealing.seal_waiting()
    by_hand("UPDATE platform_auditentry SET reason = 'x' WHERE id = %s", first.id)
    assert sealing.verify_newest(3).fault is None
    assert sealing.verify_newest(6).fault.audit_entry_id == first.id


@pytest.mark.django_db
def test_the_command_prints_the_head_and_takes_it_back():
    entries(2)
    said = io.StringIO()
    call_command("verify_audit", stdout=said)
    head = said.getvalue().split()[-1]
    assert head == f"2:{sealing.head().hex}"
    call_command("verify_audit", expect=sealing.head(), stdout=said)


@pytest.mark.django_db
def test_the_command_fails_and_names_the_first_bad_entry():
    bad = entries(3)[1]
    sealing.seal_waiting()
    by_hand("UPDATE platform_auditentry SET subject = 'lot:2' WHERE id = %s", bad.id)
    with pytest.raises(CommandError, match=str(bad.id)) as failure:
        call_command("verify_audit")
    assert failure.value.returncode == 1


@pytest.mark.django_db(transaction=True)
def test_sealers_at_the_same_time_make_one_chain():
    entries(200)

    def seal(_: int) -> int:
        try:
            return sealing.seal_waiting()
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(seal, range(4))) == 200
    assert AuditSeal.objects.count() == 200
    assert sealing.verify().fault is None
