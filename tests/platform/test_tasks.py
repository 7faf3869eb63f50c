"""The worker's part: what ``beat`` asks of the platform."""

from datetime import timedelta

import pytest

from tests.platform.factories import a_bell_rung, a_member_of_staff
from vendue.kernel import clock
from vendue.platform import tasks
from vendue.platform.models import AuditSeal, IdempotencyKey, LimitWindow, OutboxEvent
from vendue.platform.services import audit, idempotency, outbox


@pytest.mark.django_db
def test_the_sealer_chains_what_waits():
    audit.record(a_member_of_staff(), "lot.approve", "lot:1")
    tasks.seal_audit()
    assert AuditSeal.objects.count() == 1


@pytest.mark.django_db
def test_pruning_removes_what_is_no_longer_kept():
    answer = idempotency.StoredAnswer(201, "application/json", {}, b"{}")
    long_ago = clock.now() - timedelta(days=400)
    idempotency.finish("account:1", "key", "create_lot", bytes(32), answer)
    IdempotencyKey.objects.update(created_at=long_ago)
    outbox.publish(a_bell_rung())
    OutboxEvent.objects.update(published_at=long_ago)
    LimitWindow.objects.create(key="somebody", starts_at=long_ago, count=1)

    tasks.prune()
    for model in (IdempotencyKey, OutboxEvent, LimitWindow):
        assert not model.objects.exists()
