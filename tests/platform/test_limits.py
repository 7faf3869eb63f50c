"""Rate limits, with Valkey and without."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import redis
from django.db import connection
from django.test import override_settings

from tests.platform.factories import a_member_of_staff
from vendue.kernel.actor import Actor, ActorKind, Origin
from vendue.kernel.errors import RateLimited
from vendue.kernel.ids import new_id
from vendue.platform.engine.windows import WINDOW_SECONDS, ProcessWindows, Quota
from vendue.platform.gateways import shared_windows, valkey
from vendue.platform.models import LimitWindow
from vendue.platform.services import flags, limits, settings
from vendue.platform.services.limits import LimitClass

NOON = 1_000_000 * WINDOW_SECONDS


LIMIT = 12


@pytest.fixture(autouse=True)
def _limits_that_are_soon_met(db: None) -> None:  # noqa: ARG001 - asked for, to be there first
    staff, reason = a_member_of_staff(), "limits are to be met"
    # The sandbox raises every limit.
    flags.decide(actor=staff, name="sandbox", enabled=False, reason=reason, version=1)
    for name in LimitClass:
        settings.change(actor=staff, name=f"{name}_limit", value=LIMIT, reason=reason, version=1)


@pytest.fixture
def _without_valkey() -> Iterator[None]:
    """A Valkey that refuses connections, as a killed one does."""
    caches = (valkey.pool, valkey.client, valkey.breaker, shared_windows._limiter)
    with override_settings(REDIS_URL="redis://127.0.0.1:9/0"):
        for made in caches:
            made.cache_clear()
        yield
    for made in caches:
        made.cache_clear()


def spend(limit_class: LimitClass, count: int, *keys: str) -> int:
    """How many of ``count`` requests pass."""
    passed = 0
    for _ in range(count):
        try:
            limits.spend(limit_class, *keys)
        except RateLimited:
            continue
        passed += 1
    return passed


@pytest.mark.parametrize("limit_class", list(LimitClass))
def test_a_caller_gets_the_limit_and_no_more(limit_class):
    key = str(new_id())
    quota = limits.spend(limit_class, key)
    assert (quota.limit, quota.remaining) == (LIMIT, LIMIT - 1)
    assert 1 <= quota.reset_seconds <= WINDOW_SECONDS
    assert spend(limit_class, LIMIT + 5, key) == LIMIT - 1
    assert spend(limit_class, 1, str(new_id())) == 1


def test_a_refusal_says_how_long_to_wait():
    key = str(new_id())
    spend(LimitClass.SIGN_IN, LIMIT, key)
    with pytest.raises(RateLimited) as refusal:
        limits.spend(LimitClass.SIGN_IN, key)
    assert 1 <= refusal.value.retry_after_seconds <= WINDOW_SECONDS
    assert refusal.value.quota.remaining == 0


def test_each_key_has_the_limit_to_itself_and_the_tightest_is_told():
    address, account = str(new_id()), str(new_id())
    spend(LimitClass.SIGN_IN, 4, address)
    assert limits.spend(LimitClass.SIGN_IN, address, account).remaining == LIMIT - 5
    spend(LimitClass.SIGN_IN, LIMIT, address)
    with pytest.raises(RateLimited):
        limits.spend(LimitClass.SIGN_IN, address, account)


def test_staff_change_a_limit_while_the_market_runs():
    settings.change(
        actor=a_member_of_staff(), name="sign_in_limit", value=3, reason="an attack", version=2
    )
    assert spend(LimitClass.SIGN_IN, 10, str(new_id())) == 3


def test_the_sandbox_raises_limits():
    flags.decide(
        actor=a_member_of_staff(), name="sandbox", enabled=True, reason="replay", version=2
    )
    quota = limits.spend(LimitClass.BID, str(new_id()))
    assert quota.limit == limits.SANDBOX_FACTOR * LIMIT


def test_operations_are_counted_in_their_class_for_the_account_or_the_address():
    account = Actor(kind=ActorKind.ACCOUNT, account_id=new_id(), origin=Origin(ip="192.0.2.1"))
    guest = Actor(kind=ActorKind.GUEST, origin=Origin(ip="192.0.2.1"))
    assert limits.spend_for(account, "place_bid", "POST").limit_class == "bid"
    assert limits.spend_for(account, "create_lot", "POST").limit_class == "write"
    assert limits.spend_for(guest, "search_lots", "GET").limit_class == "search"
    first = limits.spend_for(guest, "get_lot", "GET")
    assert first.limit_class == "read"
    assert limits.spend_for(guest, "get_lot", "GET").remaining == first.remaining - 1
    assert limits.spend_for(account, "get_lot", "GET").remaining == first.remaining


@pytest.mark.parametrize(
    ("ip", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("fe80::1%eth0", "fe80::/64"),
        ("no address", "no address"),
        ("", "nobody"),
    ],
)
def test_whoever_has_a_network_to_send_from_is_one_caller(ip, network):
    assert limits.network_of(ip) == network


def test_the_fields_of_an_answer_follow_the_draft():
    assert dict(Quota("bid", 240, 239, 17).headers()) == {
        "RateLimit-Policy": '"bid";q=240;w=60',
        "RateLimit": '"bid";r=239;t=17',
    }


@pytest.mark.usefixtures("_without_valkey")
@pytest.mark.parametrize("limit_class", [LimitClass.BID, LimitClass.READ])
def test_without_valkey_bids_and_reads_are_limited_in_the_process(limit_class):
    key = str(new_id())
    assert spend(limit_class, 2 * LIMIT, key) == LIMIT


@pytest.mark.usefixtures("_without_valkey")
@pytest.mark.django_db(transaction=True)
def test_without_valkey_attempts_to_sign_in_are_limited_in_the_database():
    key = str(new_id())
    # Over the turn of a minute the fallback, with its fixed windows, gives a second helping.
    assert spend(LimitClass.SIGN_IN, 3 * LIMIT, key) in {LIMIT, 2 * LIMIT}
    assert LimitWindow.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE platform_limitwindow SET starts_at = now() - interval '1 hour'")
    assert limits.prune() >= 1
    assert not LimitWindow.objects.exists()


@pytest.mark.usefixtures("_without_valkey")
@pytest.mark.parametrize("limit_class", [LimitClass.SEARCH, LimitClass.WRITE, LimitClass.UPLOAD])
def test_without_valkey_the_rest_goes_on_and_costs_nothing(limit_class):
    def skipped() -> float:
        return limits.SKIPPED.labels(limit_class)._value.get()

    before = skipped()
    started = time.perf_counter()
    assert spend(limit_class, 200, "anybody") == 200
    assert time.perf_counter() - started < 5, "an open circuit does not wait for timeouts"
    assert skipped() == before + 200


def test_the_circuit_closes_again_when_valkey_answers(monkeypatch):
    monkeypatch.setattr(valkey, "_REST_SECONDS", 0.05)
    breaker = valkey.Breaker(valkey.pool())

    def fail() -> None:
        raise redis.ConnectionError("gone")

    with pytest.raises(valkey.ValkeyDown):
        breaker.call(fail)
    asked = []
    with pytest.raises(valkey.ValkeyDown):
        breaker.call(lambda: asked.append("too early"))
    assert asked == []
    time.sleep(0.06)
    assert breaker.call(lambda: "well") == "well"
    assert breaker.call(lambda: "still well") == "still well"


def test_a_window_slides():
    windows = ProcessWindows()
    for _ in range(10):
        assert windows.spend("a", 10, at=NOON + 59)[0]
    assert windows.spend("a", 10, at=NOON + 59) == (False, 0, 1)
    assert not windows.spend("a", 10, at=NOON + 60)[0], "all ten lie within the last minute"
    assert windows.spend("a", 10, at=NOON + 90)[0], "half of them count no more"
    assert windows.spend("a", 10, at=NOON + 600) == (True, 9, 60)


def test_a_refused_request_does_not_count():
    windows = ProcessWindows()
    for _ in range(50):
        windows.spend("a", 10, at=NOON)
    assert [report.spent for report in windows.reports()] == [10]


def test_processes_learn_what_the_others_counted():
    here, there = ProcessWindows(), ProcessWindows()
    now = time.time()
    for windows in (here, there):
        reporter = shared_windows.Reporter("test", windows)
        for _ in range(6):
            assert windows.spend("a", 10, at=now)[0]
        reporter.report()
    assert not there.spend("a", 10, at=now)[0]
    # The first to report learns of the second with its next report.
    assert here.spend("a", 10, at=now)[0]
    shared_windows.Reporter("test", here).report()
    assert not here.spend("a", 10, at=now)[0]


@pytest.mark.usefixtures("_without_valkey")
def test_what_could_not_be_reported_is_reported_later():
    windows = ProcessWindows()
    windows.spend("a", 10, at=NOON)
    shared_windows.Reporter("test", windows).report()
    (report,) = windows.reports()
    assert report.spent == 1


def test_idle_callers_are_forgotten():
    windows = ProcessWindows()
    windows.spend("a", 10, at=NOON)
    windows.reports()
    windows.forget_idle(at=NOON + 3 * WINDOW_SECONDS)
    assert windows._counts == {}


def test_threads_share_a_limit_exactly():
    windows = ProcessWindows()

    def ask(_: int) -> int:
        return sum(windows.spend("a", 1000, at=NOON)[0] for _ in range(400))

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(ask, range(8))) == 1000
