"""Appointing staff, making test bidders, handing letters to the worker."""

import io
import sys

import orjson
import pytest
from django.core.management import CommandError, call_command

from tests.identity.factories import (
    a_registered_account,
    a_session,
    a_staff_account,
    an_account,
    an_actor,
)
from vendue.config.celery import app as celery
from vendue.identity.engine.access_tokens import Audience
from vendue.identity.engine.permissions import Scope, StaffPermission
from vendue.identity.errors import SandboxOff, WrongCredentials
from vendue.identity.events import LetterRequested
from vendue.identity.models import Account, ApiKey, Letter, Session, StaffMember
from vendue.identity.services import authentication, letters, sandbox, staff
from vendue.kernel import clock
from vendue.kernel.actor import system
from vendue.kernel.errors import NotFound
from vendue.platform.models import AuditEntry
from vendue.platform.services import flags
from vendue.reactions import identity as reactions

pytestmark = pytest.mark.django_db


def test_another_appointment_replaces_the_permissions_and_ends_sessions():
    account = a_staff_account(StaffPermission.FLAGS)
    a_session(account, audience=Audience.STAFF)
    a_session(account)
    staff.appoint(
        actor=system("tests"),
        email=account.email.upper(),
        permissions=[StaffPermission.AUDIT],
        reason="another job",
    )
    assert StaffMember.objects.get().permissions == ["staff:audit"]
    assert Session.objects.get(ended_at=None).audience == Audience.PUBLIC
    entry = AuditEntry.objects.filter(action="staff.appoint").order_by("-at").first()
    assert entry.before == {"permissions": ["staff:flags"]}


def test_nobody_is_appointed_without_an_account():
    with pytest.raises(NotFound):
        staff.appoint(
            actor=system("tests"), email="nobody@example.com", permissions=[], reason="none"
        )


def test_the_command_opens_an_account_that_can_sign_in(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("the keys of the saleroom\n"))
    call_command("create_staff", "staff@example.com", stdout=io.StringIO())
    account = Account.objects.get(email="staff@example.com")
    signed_in = a_session(account, password="the keys of the saleroom", audience=Audience.STAFF)
    scopes = authentication.authenticate(signed_in.access_token).scopes
    assert scopes == {permission.value for permission in StaffPermission}


def test_the_command_refuses_a_weak_password_and_opens_nothing(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("password\n"))
    with pytest.raises(CommandError, match="at least 15"):
        call_command("create_staff", "staff@example.com", stdout=io.StringIO())
    assert not Account.objects.exists()


def a_run(count=2, scopes=(Scope.BIDS_WRITE,)):
    return sandbox.create_bidders(
        actor=system("tests"), count=count, prefix="bidder", scopes=frozenset(scopes)
    )


def test_test_bidders_bid_and_nobody_signs_in_to_them():
    made = a_run()
    first = made.bidders[0]
    actor = authentication.authenticate(first.api_key)
    assert (actor.account_id, actor.scopes) == (first.account_id, {"bids:write"})
    assert actor.organisation_id is None
    assert (made.expires_at - clock.now()).total_seconds() > 2 * 3600
    account = Account.objects.get(id=first.account_id)
    with pytest.raises(WrongCredentials):
        a_session(account, password="")
    assert AuditEntry.objects.filter(action="sandbox.create_bidders").count() == 1


def test_a_thousand_test_bidders_take_a_handful_of_statements(django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        made = a_run(1_000)
    assert len({bidder.api_key for bidder in made.bidders}) == 1_000
    assert ApiKey.objects.count() == 1_000


def test_two_runs_with_one_prefix_do_not_meet():
    assert {b.account_id for b in a_run().bidders}.isdisjoint(b.account_id for b in a_run().bidders)


def test_a_market_that_is_no_sandbox_has_no_test_bidders():
    flags.decide(
        actor=an_actor(an_account()),
        name="sandbox",
        enabled=False,
        reason="needed in a test",
        version=flags.state("sandbox").version,
    )
    with pytest.raises(SandboxOff):
        a_run()
    assert not ApiKey.objects.exists()


def test_a_requested_letter_reaches_the_workers_queue(valkey):
    a_registered_account()
    letter = Letter.objects.get()
    reactions.send_the_letter(LetterRequested(occurred_at=clock.now(), letter_id=letter.id))
    celery.loader.import_default_modules()
    message = orjson.loads(valkey.lindex("celery", 0))
    assert message["headers"]["task"] in celery.tasks
    assert message["headers"]["task"] == letters.SEND_TASK
    assert str(letter.id) in message["headers"]["argsrepr"]
