"""Signing in, and families of refresh tokens."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Barrier

import pytest
import time_machine
from django.db import connection

from tests.identity.factories import (
    AGENT,
    PASSWORD,
    a_guest,
    a_session,
    a_staff_account,
    an_account,
    an_actor,
)
from vendue.identity.engine.access_tokens import Audience
from vendue.identity.errors import TokenReused, WrongCredentials
from vendue.identity.models import Account, Device, FailedSignIn, Session
from vendue.identity.queries import accounts
from vendue.identity.services import (
    authentication,
    devices,
    endings,
    guessing,
    passwords,
    sessions,
)
from vendue.kernel import clock
from vendue.kernel.errors import NotAllowed, NotFound, RateLimited, Unauthenticated
from vendue.platform.models import AuditEntry

pytestmark = pytest.mark.django_db


def refresh(token, *, device="", agent=AGENT, audience=Audience.PUBLIC):
    return sessions.refresh(
        actor=a_guest(device=device), token=token, audience=audience, user_agent=agent
    )


def later(monkeypatch, **by):
    """Let the database's clock run ahead."""
    read = clock.database_now
    monkeypatch.setattr(clock, "database_now", lambda: read() + timedelta(**by))


def test_a_sign_in_gives_an_actor_with_the_rights_of_the_account():
    account = an_account()
    signed_in = a_session(account)

    actor = authentication.authenticate(signed_in.access_token)

    assert actor.account_id == account.id
    assert actor.session_id == signed_in.session_id
    assert {"bids:write", "lots:write"} <= actor.scopes
    assert not any(scope.startswith("staff:") for scope in actor.scopes)


@pytest.mark.parametrize("known", [True, False])
def test_a_wrong_address_and_a_wrong_password_are_refused_alike(known):
    account = an_account()
    email = account.email if known else "nobody@example.com"
    with pytest.raises(WrongCredentials) as refusal:
        sessions.sign_in(
            actor=a_guest(),
            email=email,
            password="not the right password",
            audience=Audience.PUBLIC,
            user_agent="",
        )
    assert refusal.value.detail == WrongCredentials.advice
    assert AuditEntry.objects.filter(action="session.refuse").count() == 1
    assert not Session.objects.exists()


def test_an_account_without_a_password_or_closed_is_not_entered():
    for account in (an_account(password_hash=""), an_account(is_active=False)):
        with pytest.raises(WrongCredentials):
            a_session(account)
    with pytest.raises(WrongCredentials):
        a_session(an_account(password_hash=""), password="nobody signs in with this password")


@pytest.mark.usefixtures("earnest_limits")
def test_guessing_one_account_from_many_addresses_is_slowed():
    account = an_account()

    def guess(attempt):
        sessions.sign_in(
            actor=a_guest(ip=f"198.51.100.{attempt}"),
            email=account.email,
            password="not the right password",
            audience=Audience.PUBLIC,
            user_agent="",
        )

    for attempt in range(10):
        with pytest.raises(WrongCredentials):
            guess(attempt)
    with pytest.raises(RateLimited):
        guess(11)


def try_password(account, password="not the right password", *, ip, device=""):
    return sessions.sign_in(
        actor=a_guest(ip=ip, device=device),
        email=account.email,
        password=password,
        audience=Audience.PUBLIC,
        user_agent=AGENT,
    )


@pytest.mark.usefixtures("earnest_limits")
def test_guessing_does_not_shut_out_the_holder_on_a_device_of_their_own():
    account = an_account()
    a_session(account, device="device-0001")
    for attempt in range(10):
        with suppress(WrongCredentials, RateLimited):
            try_password(account, ip=f"198.51.100.{attempt}")
    with pytest.raises(RateLimited):
        try_password(account, PASSWORD, ip="192.0.2.7", device="device-0002")
    with pytest.raises(RateLimited):
        # What a browser says of itself is known to everybody.
        try_password(account, PASSWORD, ip="192.0.2.7")
    assert try_password(account, PASSWORD, ip="192.0.2.7", device="device-0001")


@pytest.mark.parametrize("has_account", [True, False])
def test_a_day_has_so_many_wrong_passwords_for_an_address(monkeypatch, has_account):
    monkeypatch.setattr(guessing, "FAILURES_A_DAY", 3)
    account = an_account()
    a_session(account, device="device-0001")
    if not has_account:
        account.email = "nobody@example.com"
    for attempt in range(3):
        with pytest.raises(WrongCredentials):
            try_password(account, ip=f"198.51.100.{attempt}")
    with pytest.raises(RateLimited) as refusal:
        try_password(account, PASSWORD, ip="198.51.100.9")
    assert 0 < refusal.value.retry_after_seconds <= 86_400
    if has_account:
        assert try_password(account, PASSWORD, ip="192.0.2.7", device="device-0001")
        guessing.forgive(account.email)
        assert try_password(account, PASSWORD, ip="198.51.100.9")


def test_failures_of_yesterday_are_forgotten():
    yesterday = clock.now().date() - timedelta(days=1)
    FailedSignIn.objects.create(address=bytes(32), day=yesterday, count=5)
    FailedSignIn.objects.create(address=bytes(32), day=clock.now().date(), count=5)
    assert guessing.prune() == 1
    assert FailedSignIn.objects.get().day > yesterday


def test_devices_that_nobody_uses_any_more_are_removed():
    account = an_account()
    a_session(account, device="device-0001")
    a_session(account, device="device-0002")
    long_ago = clock.now() - timedelta(days=400)
    unused = Device.objects.create(account=account, fingerprint=bytes(32), last_seen_at=long_ago)
    Device.objects.update(last_seen_at=long_ago)
    assert devices.prune() == 1
    assert not Device.objects.filter(id=unused.id).exists()
    assert Device.objects.count() == 2


def test_a_refresh_token_is_exchanged_for_its_successor():
    first = a_session(an_account())
    second = refresh(first.refresh_token)
    third = refresh(second.refresh_token)
    assert len({first.refresh_token, second.refresh_token, third.refresh_token}) == 3
    assert first.session_id == third.session_id
    assert authentication.authenticate(third.access_token).session_id == first.session_id


def test_two_tabs_that_race_get_the_same_successor():
    first = a_session(an_account(), device="device-0001")
    one = refresh(first.refresh_token, device="device-0001")
    other = refresh(first.refresh_token, device="device-0001")
    assert one.refresh_token == other.refresh_token
    assert refresh(one.refresh_token, device="device-0001")


def test_a_token_that_comes_back_later_ends_the_whole_family(monkeypatch):
    account = an_account()
    stolen = a_session(account)
    current = refresh(stolen.refresh_token)
    later(monkeypatch, seconds=11)

    with pytest.raises(TokenReused):
        refresh(stolen.refresh_token)

    with pytest.raises(Unauthenticated):
        refresh(current.refresh_token)
    authentication.forget(account.id)
    with pytest.raises(Unauthenticated):
        authentication.authenticate(current.access_token)
    session = Session.objects.get()
    assert session.end_reason == "token_reused"
    assert AuditEntry.objects.filter(action="session.end_after_reuse").count() == 1


def test_within_the_ten_seconds_another_device_is_a_thief():
    first = a_session(an_account(), device="device-0001")
    refresh(first.refresh_token, device="device-0001")
    with pytest.raises(TokenReused):
        refresh(first.refresh_token, device="device-0002")
    assert Session.objects.get().ended_at is not None


def test_a_token_two_turns_old_is_a_copy_even_at_once():
    first = a_session(an_account())
    refresh(refresh(first.refresh_token).refresh_token)
    with pytest.raises(TokenReused):
        refresh(first.refresh_token)


@pytest.mark.parametrize(
    "damage",
    [
        lambda token: token[:-2] + ("AA" if token[-2:] != "AA" else "BB"),
        lambda token: token[:25] + ("A" if token[25] != "A" else "B") + token[26:],
        lambda token: token.removeprefix("vr_"),
        lambda token: token + "=",
        lambda _: "vr_",
        lambda _: "vr_" + "A" * 200,
        lambda _: "\x00",
    ],
)
def test_a_token_that_was_never_given_out_ends_nothing(damage):
    first = a_session(an_account())
    with pytest.raises(Unauthenticated) as refusal:
        refresh(damage(first.refresh_token))
    assert not isinstance(refusal.value, TokenReused)
    assert refresh(first.refresh_token)


def test_a_public_token_does_not_refresh_a_staff_session_nor_the_other_way():
    account = a_staff_account()
    public, staff = a_session(account), a_session(account, audience=Audience.STAFF)
    with pytest.raises(Unauthenticated):
        refresh(public.refresh_token, audience=Audience.STAFF)
    with pytest.raises(Unauthenticated):
        refresh(staff.refresh_token)


def test_sessions_end_by_age_and_by_idleness(monkeypatch):
    first = a_session(an_account())
    later(monkeypatch, days=15)
    with pytest.raises(Unauthenticated):
        refresh(first.refresh_token)


def test_a_session_kept_in_use_ends_after_thirty_days():
    with time_machine.travel(clock.now() - timedelta(days=31), tick=True):
        first = a_session(an_account())
    Session.objects.update(rotated_at=clock.now())
    with pytest.raises(Unauthenticated):
        refresh(first.refresh_token)


def test_signing_out_ends_this_session_and_no_other():
    account = an_account()
    here, there = a_session(account), a_session(account)
    endings.sign_out(actor=authentication.authenticate(here.access_token))
    authentication.forget(account.id)

    with pytest.raises(Unauthenticated):
        authentication.authenticate(here.access_token)
    with pytest.raises(Unauthenticated):
        refresh(here.refresh_token)
    assert authentication.authenticate(there.access_token)


def test_signing_out_everywhere_ends_staff_sessions_too():
    account = a_staff_account()
    a_session(account)
    a_session(account, audience=Audience.STAFF)
    endings.sign_out_everywhere(actor=an_actor(account))
    assert not Session.objects.filter(ended_at=None).exists()


def test_one_ends_ones_own_sessions_only():
    owner, stranger = an_account(), an_account()
    session = a_session(owner)
    with pytest.raises(NotFound):
        endings.end(actor=an_actor(stranger), session_id=session.session_id)
    assert Session.objects.get().ended_at is None
    endings.end(actor=an_actor(owner), session_id=session.session_id)
    assert Session.objects.get().end_reason == "ended_by_owner"


def test_an_api_key_has_no_session_to_sign_out_of():
    with pytest.raises(NotAllowed):
        endings.sign_out(actor=an_actor(an_account()))


def test_the_list_of_sessions_pages_newest_first_and_marks_the_current():
    account = an_account()
    made = [a_session(account) for _ in range(3)]
    page = accounts.live_sessions(account.id, made[1].session_id, cursor=None, limit=2)
    rest = accounts.live_sessions(account.id, None, cursor=page.next_cursor, limit=2)
    listed = [row.session_id for row in (*page.items, *rest.items)]
    assert listed == [signed_in.session_id for signed_in in reversed(made)]
    assert [row.is_current for row in page.items] == [False, True]
    assert page.items[0].device == AGENT


def test_the_oldest_sessions_give_way(monkeypatch):
    monkeypatch.setattr(endings, "MAXIMUM_SESSIONS", 2)
    account = an_account()
    first, *_ = [a_session(account) for _ in range(3)]
    assert Session.objects.get(end_reason="too_many").id == first.session_id


def test_a_password_replaced_while_it_is_compared_begins_no_session(monkeypatch):
    account = an_account()
    compare = passwords.matches

    def matches_before_the_reset(kept, password):
        is_right = compare(kept, password)
        Account.objects.update(password_hash=passwords.keep("another walk by the river"))
        return is_right

    monkeypatch.setattr(passwords, "matches", matches_before_the_reset)
    with pytest.raises(WrongCredentials):
        a_session(account)
    assert not Session.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_sixteen_refreshes_at_the_same_moment_turn_the_family_once():
    account = an_account()
    first = a_session(account)
    together = Barrier(16)

    def race(_):
        try:
            together.wait(timeout=10)
            return refresh(first.refresh_token).refresh_token
        finally:
            connection.close()

    with ThreadPoolExecutor(16) as pool:
        successors = set(pool.map(race, range(16)))

    assert len(successors) == 1
    session = Session.objects.get()
    assert session.counter == 1
    assert session.ended_at is None
    assert refresh(successors.pop())


@pytest.mark.django_db(transaction=True)
def test_a_reused_token_stays_refused_after_the_refusal_is_committed(monkeypatch):
    first = a_session(an_account())
    refresh(first.refresh_token)
    later(monkeypatch, minutes=1)
    for _ in range(2):
        with pytest.raises(Unauthenticated if Session.objects.get().ended_at else TokenReused):
            refresh(first.refresh_token)
    assert Session.objects.get().end_reason == "token_reused"
