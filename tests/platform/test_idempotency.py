"""The same key and request: the same answer, one effect, however many ask at once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from hashlib import sha256
from threading import Barrier, Event

import pytest
from django.db import connection, transaction

from vendue.kernel import clock
from vendue.platform.errors import IdempotencyKeyReused, RequestInProgress
from vendue.platform.models import IdempotencyKey, SettingValue
from vendue.platform.services import idempotency
from vendue.platform.services.idempotency import StoredAnswer

BODY = sha256(b"body").digest()
ANSWER = StoredAnswer(201, "application/json", {"Location": "/lots/1"}, b'{"a": 1}')


def once(key: str = "key", operation: str = "create_lot", fingerprint: bytes = BODY) -> str:
    """Do the work of a request; say whether it was done or its answer repeated."""
    with transaction.atomic():
        stored = idempotency.begin("account:1", key, operation, fingerprint)
        if stored is not None:
            assert stored == ANSWER
            return "repeated"
        SettingValue.objects.create(name="effect", version=1, value=1, reason="test")
        idempotency.finish("account:1", key, operation, fingerprint, ANSWER)
        return "done"


@pytest.mark.django_db
def test_a_repetition_gets_the_first_answer_byte_for_byte():
    assert once() == "done"
    assert once() == "repeated"
    assert SettingValue.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "other", [{"operation": "place_bid"}, {"fingerprint": sha256(b"other").digest()}]
)
def test_a_key_for_something_else_is_refused_and_nothing_happens(other):
    once()
    with pytest.raises(IdempotencyKeyReused):
        once(**other)
    assert SettingValue.objects.count() == 1


@pytest.mark.django_db
def test_keys_of_different_holders_do_not_meet():
    once()
    assert idempotency.begin("account:2", "key", "create_lot", BODY) is None


@pytest.mark.django_db
@pytest.mark.parametrize("status", [401, 422, 429, 503])
def test_what_may_be_corrected_and_sent_again_is_not_kept(status):
    with pytest.raises(AssertionError):
        idempotency.finish(
            "account:1", "key", "create_lot", BODY, StoredAnswer(status, "", {}, b"")
        )


@pytest.mark.django_db(transaction=True)
def test_while_the_first_is_at_work_the_second_is_told_to_wait():
    begun, seen = Event(), Event()

    def slowly() -> None:
        try:
            with transaction.atomic():
                idempotency.begin("account:1", "key", "create_lot", BODY)
                begun.set()
                assert seen.wait(10)
                idempotency.finish("account:1", "key", "create_lot", BODY, ANSWER)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(slowly)
        assert begun.wait(10)
        with pytest.raises(RequestInProgress) as refusal:
            once()
        seen.set()
        first.result()
    assert refusal.value.retry_after_seconds == 1
    assert once() == "repeated"


@pytest.mark.django_db(transaction=True)
def test_of_many_at_the_same_instant_one_has_an_effect():
    together = Barrier(8)

    def ask(_: int) -> str:
        try:
            together.wait(10)
            while True:
                try:
                    return once()
                except RequestInProgress:
                    continue
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        outcomes = Counter(pool.map(ask, range(8)))
    assert outcomes == {"done": 1, "repeated": 7}
    assert SettingValue.objects.count() == 1


@pytest.mark.django_db
def test_the_bulk_statements_lock_find_and_keep_many_at_once():
    pairs = idempotency.pairs_document([("account:1", "known"), ("account:1", "fresh")])
    once("known")
    with connection.cursor() as cursor:
        cursor.execute(idempotency.LOCK_SQL, [pairs])
        assert cursor.fetchall() == [("account:1", "known", True), ("account:1", "fresh", True)]
        cursor.execute(idempotency.FIND_SQL, [pairs])
        ((principal, key, operation, fingerprint, status, _, _, body),) = cursor.fetchall()
        assert (principal, key, operation, status) == ("account:1", "known", "create_lot", 201)
        assert (bytes(fingerprint), bytes(body)) == (BODY, ANSWER.body)
        fresh = idempotency.Kept("account:1", "fresh", "create_lot", BODY, ANSWER)
        cursor.execute(idempotency.KEEP_SQL, [idempotency.kept_document([fresh])])
    assert once("fresh") == "repeated"


@pytest.mark.django_db
def test_answers_are_kept_for_a_day(monkeypatch):
    monkeypatch.setattr(idempotency, "_PRUNED_AT_ONCE", 1)
    once("old")
    idempotency.finish("account:1", "as old", "create_lot", BODY, ANSWER)
    IdempotencyKey.objects.update(created_at=clock.now() - timedelta(hours=24, seconds=1))
    idempotency.finish("account:1", "new", "create_lot", BODY, ANSWER)
    assert idempotency.prune() == 2
    assert IdempotencyKey.objects.get().key == "new"
