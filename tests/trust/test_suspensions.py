"""Suspensions: in force at once, for a time or until lifted, and always accounted for."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from tests.identity.factories import PASSWORD, a_session, a_staff_account, an_account, an_actor
from vendue.identity.engine.access_tokens import Audience
from vendue.identity.engine.permissions import StaffPermission
from vendue.kernel import clock
from vendue.kernel.errors import InvalidRequest, NotFound
from vendue.platform.models import AuditEntry, OutboxEvent
from vendue.platform.services import flags
from vendue.trust import queries
from vendue.trust.errors import DepositRequired, SuspensionOver, VerificationRequired
from vendue.trust.models import Suspension
from vendue.trust.services import bidders, suspensions

pytestmark = pytest.mark.django_db


def suspend(account_id, *, ends_at=None):
    return suspensions.suspend(
        actor=an_actor(a_staff_account(StaffPermission.ACCOUNTS)),
        account_id=account_id,
        reason="did not pay twice",
        ends_at=ends_at,
    )


def lift(suspension):
    return suspensions.lift(
        actor=an_actor(a_staff_account(StaffPermission.ACCOUNTS)),
        suspension_id=suspension.id,
        reason="paid in the meantime",
    )


def the_suspended(*accounts):
    with connection.cursor() as cursor:
        cursor.execute(suspensions.SUSPENDED_SQL, [[account.id for account in accounts]])
        return {row[0] for row in cursor.fetchall()}


def test_a_suspension_is_in_force_at_once_and_for_nobody_else():
    account, bystander = an_account(), an_account()
    suspend(account.id)
    assert the_suspended(account, bystander) == {account.id}
    entry = AuditEntry.objects.get(action="account.suspend")
    assert entry.reason == "did not pay twice"
    assert OutboxEvent.objects.filter(name="trust.account_suspended").count() == 1


def test_a_suspended_account_still_signs_in_and_reads():
    account = an_account()
    suspend(account.id)
    headers = {"Authorization": f"Bearer {a_session(account, password=PASSWORD).access_token}"}
    assert Client().get("/api/v1/me", headers=headers).status_code == 200


def test_a_suspension_ends_by_itself():
    account = an_account()
    suspension = suspend(account.id, ends_at=clock.now() + timedelta(days=1))
    Suspension.objects.update(
        starts_at=clock.now() - timedelta(days=2), ends_at=clock.now() - timedelta(seconds=1)
    )
    assert the_suspended(account) == set()
    with pytest.raises(SuspensionOver):
        lift(suspension)


def test_lifting_one_of_two_suspensions_leaves_the_other():
    account = an_account()
    first, second = suspend(account.id), suspend(account.id)
    lift(first)
    assert the_suspended(account) == {account.id}
    lift(second)
    assert the_suspended(account) == set()
    with pytest.raises(SuspensionOver):
        lift(second)
    assert AuditEntry.objects.filter(action="account.lift_suspension").count() == 2


def test_a_refused_suspension_leaves_no_trace():
    with pytest.raises(NotFound):
        suspend(uuid4())
    with pytest.raises(InvalidRequest):
        suspend(an_account().id, ends_at=clock.now() - timedelta(seconds=1))
    with pytest.raises(NotFound):
        suspensions.lift(actor=an_actor(an_account()), suspension_id=uuid4(), reason="none")
    assert not Suspension.objects.exists()
    assert not AuditEntry.objects.filter(action__startswith="account.").exists()


def test_suspensions_page_newest_first():
    account = an_account()
    made = [suspend(account.id) for _ in range(3)]
    suspend(an_account().id)
    first = queries.suspensions_of(account.id, cursor=None, limit=2)
    rest = queries.suspensions_of(account.id, cursor=first.next_cursor, limit=2)
    assert [row.id for row in (*first.items, *rest.items)] == [row.id for row in reversed(made)]


def test_staff_suspend_and_lift_through_http():
    def as_staff(permission):
        session = a_session(a_staff_account(permission), audience=Audience.STAFF)
        return {"Authorization": f"Bearer {session.access_token}"}

    def post(path, body, headers):
        return Client().post(
            f"/api/admin/v1{path}", body, content_type="application/json", headers=headers
        )

    account = an_account()
    body = {"account_id": str(account.id), "reason": "did not pay twice"}
    headers = as_staff(StaffPermission.ACCOUNTS)
    assert post("/suspensions", body, as_staff(StaffPermission.FLAGS)).status_code == 403
    made = post("/suspensions", body, headers)
    assert made.status_code == 201
    assert made.json()["lifted_at"] is None
    path = f"/suspensions/{made.json()['suspension_id']}/lift"
    assert post(path, {"reason": ""}, headers).status_code == 422
    assert post(path, {"reason": "a mistake"}, headers).json()["lifted_at"] is not None
    assert post(path, {"reason": "a mistake"}, headers).json()["code"] == "suspension_over"
    listed = (
        Client().get(f"/api/admin/v1/suspensions?account_id={account.id}", headers=headers).json()
    )
    assert len(listed["items"]) == 1


@pytest.mark.parametrize(
    ("flag", "refusal"), [("kyc", VerificationRequired), ("deposits", DepositRequired)]
)
def test_a_flag_that_nobody_can_satisfy_yet_keeps_everybody_out(flag, refusal):
    bidder = an_actor(an_account())
    bidders.require_bidder(bidder)
    flags.decide(
        actor=bidder,
        name=flag,
        enabled=True,
        reason="needed in a test",
        version=flags.state(flag).version,
    )
    with pytest.raises(refusal):
        bidders.require_bidder(bidder)
