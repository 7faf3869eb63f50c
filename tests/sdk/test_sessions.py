"""Signing in and carrying the session on, by many threads and over lost answers."""

import asyncio
import stat
from datetime import timedelta

import pytest

from tests.identity.factories import PASSWORD, an_account
from tests.live import at_the_same_time
from vendue.identity.models import Session
from vendue_sdk import AsyncVendue, AuthenticationFailed, FileTokenStore, MemoryTokenStore, Vendue
from vendue_sdk.credentials import Tokens
from vendue_sdk.problems import WrongCredentials


def signed_in(base_url, account, **options):
    return Vendue(email=account.email, password=PASSWORD, base_url=base_url, **options)


def aged(store):
    """Make a store's access token look as if its time were over."""
    tokens = store.load()
    store.save(
        Tokens(
            access_token=tokens.access_token,
            access_expires_at=tokens.access_expires_at - timedelta(minutes=30),
            refresh_token=tokens.refresh_token,
            device_id=tokens.device_id,
        )
    )
    return store


def a_tired_store(base_url, account):
    store = MemoryTokenStore()
    with signed_in(base_url, account, tokens=store) as vendue:
        vendue.me.get()
    return aged(store)


def test_a_session_begins_with_the_first_call(base_url):
    account = an_account()
    with signed_in(base_url, account) as vendue:
        assert not Session.objects.exists()
        assert vendue.me.get().account_id == account.id
        assert vendue.me.get().email == account.email
    assert Session.objects.count() == 1


def test_a_wrong_password_is_said_so(base_url):
    account = an_account()
    with (
        Vendue(email=account.email, password="not the password", base_url=base_url) as vendue,
        pytest.raises(WrongCredentials),
    ):
        vendue.me.get()


def test_many_threads_refresh_once(base_url):
    account = an_account()
    store = a_tired_store(base_url, account)
    with Vendue(tokens=store, base_url=base_url) as vendue:
        people = at_the_same_time(16, lambda _: vendue.me.get())
    assert {person.account_id for person in people} == {account.id}
    assert Session.objects.get().counter == 1


def test_many_tasks_refresh_once(base_url):
    account = an_account()
    store = a_tired_store(base_url, account)

    async def ask():
        async with AsyncVendue(tokens=store, base_url=base_url) as vendue:
            return await asyncio.gather(*(vendue.me.get() for _ in range(16)))

    assert {person.account_id for person in asyncio.run(ask())} == {account.id}
    assert Session.objects.get().counter == 1


def test_a_lost_answer_to_a_refresh_does_not_end_the_session(base_url, proxy):
    account = an_account()
    store = a_tired_store(base_url, account)
    proxy.lose_answers(1)
    with Vendue(tokens=store, base_url=proxy.url) as vendue:
        assert vendue.me.get().account_id == account.id
    assert Session.objects.get().ended_at is None


def test_a_second_process_takes_up_the_tokens_of_the_first(base_url, tmp_path):
    account = an_account()
    store = FileTokenStore(tmp_path / "session.json")
    with signed_in(base_url, account, tokens=store) as vendue:
        vendue.me.get()
    aged(store)
    first, second = (Vendue(tokens=FileTokenStore(store.path), base_url=base_url) for _ in "12")
    with first, second:
        assert first.me.get().account_id == second.me.get().account_id
    assert Session.objects.get().counter == 1


def test_a_session_ended_elsewhere_is_begun_again_with_the_password(base_url):
    account = an_account()
    store = a_tired_store(base_url, account)
    Session.objects.update(ended_at=Session.objects.get().created_at, end_reason="signed_out")
    with signed_in(base_url, account, tokens=store) as vendue:
        assert vendue.me.get().account_id == account.id
    assert Session.objects.count() == 2


def test_a_session_ended_elsewhere_is_over_without_the_password(base_url):
    store = a_tired_store(base_url, an_account())
    Session.objects.update(ended_at=Session.objects.get().created_at, end_reason="signed_out")
    with Vendue(tokens=store, base_url=base_url) as vendue, pytest.raises(AuthenticationFailed):
        vendue.me.get()


def test_stored_tokens_are_for_their_owner_alone(base_url, tmp_path):
    store = FileTokenStore(tmp_path / "kept" / "session.json")
    with signed_in(base_url, an_account(), tokens=store) as vendue:
        vendue.me.get()
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    assert [path.name for path in store.path.parent.iterdir()] == ["session.json"]


@pytest.mark.parametrize(
    "given",
    [{"email": "anna@example.com"}, {"api_key": "vk_1", "tokens": MemoryTokenStore()}],
    ids=["no password", "two identities"],
)
def test_half_an_identity_is_refused(given):
    with pytest.raises(ValueError, match="Give"):
        Vendue(**given)
