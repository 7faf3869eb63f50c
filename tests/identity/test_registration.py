"""Opening an account, and the letters that go with it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core import mail
from django.db import connection
from django.test import override_settings

from tests.identity.factories import (
    a_guest,
    a_registered_account,
    a_session,
    an_account,
    an_application,
)
from vendue.identity.engine.letters import LetterKind
from vendue.identity.errors import EmailUnconfirmed, LinkInvalid, TermsOutdated, WrongCredentials
from vendue.identity.models import Account, Letter, Profile
from vendue.identity.services import letters, recovery, registration
from vendue.kernel import clock
from vendue.kernel.actor import system
from vendue.kernel.errors import InvalidRequest, RateLimited
from vendue.kernel.letters import Language
from vendue.platform.models import AuditEntry, AuditPersonal, OutboxEvent
from vendue.platform.services import flags

pytestmark = pytest.mark.django_db

TERMS = "2026-11-01"


def register(application, *, terms_version=TERMS, is_of_age=True, actor=None):
    registration.register(
        actor=actor or a_guest(),
        application=application,
        terms_version=terms_version,
        is_of_age=is_of_age,
    )


def the_token(message):
    return message.body.split("#token=")[1].split()[0]


def send_letters():
    for letter in Letter.objects.filter(settled_at=None).order_by("id"):
        letters.send(letter.id)
    return mail.outbox


def test_a_new_account_buys_and_sells_and_waits_for_its_address():
    register(an_application(email="Anna@Example.com", language=Language.LATVIAN))

    account = Account.objects.get(email="anna@example.com")
    assert account.roles == ["buyer", "seller"]
    assert account.email_confirmed_at is None
    assert account.terms_version == TERMS
    assert account.password_hash.startswith("$argon2id$")
    assert Profile.objects.get(account=account).language == "lv"
    with pytest.raises(EmailUnconfirmed):
        a_session(account)


def test_registering_is_audited_without_the_address_in_the_chain():
    register(an_application(email="anna@example.com"))

    entry = AuditEntry.objects.get(action="account.register")
    assert "anna" not in str([entry.before, entry.after, entry.subject])
    assert AuditPersonal.objects.get(entry=entry).values["email"] == "anna@example.com"


def test_with_seller_verification_on_a_new_account_only_buys():
    state = next(s for s in flags.states() if s.name is flags.Flag.SELLER_VERIFICATION)
    flags.decide(
        actor=system("tests"),
        name="seller_verification",
        enabled=True,
        reason="needed in a test",
        version=state.version,
    )

    register(an_application(email="anna@example.com"))

    assert Account.objects.get(email="anna@example.com").roles == ["buyer"]


def test_the_letter_confirms_the_address_once():
    account = a_registered_account(email="anna@example.com")
    (message,) = send_letters()
    assert message.to == ["anna@example.com"]
    token = the_token(message)
    assert token in message.alternatives[0].content

    registration.confirm_email(actor=a_guest(), token=token)

    account.refresh_from_db()
    assert account.email_confirmed_at is not None
    assert a_session(account).access_token
    with pytest.raises(LinkInvalid):
        registration.confirm_email(actor=a_guest(), token=token)


def test_no_secret_of_a_letter_waits_in_the_outbox_or_in_a_row():
    a_registered_account()
    (message,) = send_letters()
    token = the_token(message)
    (event,) = OutboxEvent.objects.filter(name="identity.letter_requested")
    assert token not in event.payload
    row = Letter.objects.values().get()
    assert token not in str(row)


def test_a_letter_is_sent_once_however_often_the_worker_is_told():
    a_registered_account()
    letter = Letter.objects.get()
    letters.send(letter.id)
    letters.send(letter.id)
    assert len(mail.outbox) == 1


def test_a_letter_that_the_mail_server_refuses_is_tried_again():
    a_registered_account()
    letter = Letter.objects.get()
    with (
        override_settings(EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend"),
        pytest.raises(OSError, match="refused"),
    ):
        letters.send(letter.id)
    letter.refresh_from_db()
    assert letter.settled_at is None


def test_a_taken_address_is_told_to_its_owner_and_to_nobody_else():
    owner = an_account(email="anna@example.com")

    register(an_application(email="anna@example.com", password="another long password, hers"))

    owner.refresh_from_db()
    assert a_session(owner), "the old password still opens the account"
    assert Account.objects.filter(email="anna@example.com").count() == 1
    (message,) = send_letters()
    assert message.subject == "You already have an account"


def test_whoever_reads_the_mail_gets_the_account_that_a_stranger_began():
    begun = a_registered_account(email="anna@example.com", password="the stranger's password")
    register(an_application(email="anna@example.com"))
    message = send_letters()[-1]

    recovery.reset_password(
        actor=a_guest(), token=the_token(message), password="the real owner's password"
    )

    begun.refresh_from_db()
    assert begun.email_confirmed_at is not None
    assert a_session(begun, password="the real owner's password")
    with pytest.raises(WrongCredentials):
        a_session(begun, password="the stranger's password")


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("fourteen chars", "password_too_short"),
        ("anna@example.com", "password_is_your_name"),
        ("Anna Anna Anna 2026", "password_is_your_name"),
        ("correct horse battery staple", "password_too_common"),
        ("CorrectHorseBatteryStaple!", "password_too_common"),
        ("aaaaaaaaaaaaaaaaaaaa", "password_too_common"),
        ("abcabcabcabcabcabc", "password_too_common"),
        ("qwertyuiopasdfghjkl", "password_too_common"),
        ("01234567890123456789", "password_too_common"),
        ("x" * 201, "password_too_long"),
    ],
)
def test_a_weak_password_is_refused_and_nothing_is_kept(password, code):
    with pytest.raises(InvalidRequest) as refusal:
        register(an_application(email="anna@example.com", password=password))
    assert [e.code for e in refusal.value.data["errors"]] == [code]
    assert not Account.objects.exists()
    assert not Letter.objects.exists()


def test_the_same_password_in_another_unicode_form_opens_the_account():
    account = a_registered_account(password="ﬁfteen ångström")
    Account.objects.update(email_confirmed_at=account.created_at)
    from_other_keyboard = "fifteen a\u030angstro\u0308m"
    assert a_session(account, password=from_other_keyboard)


def test_old_terms_and_missing_age_are_refused():
    with pytest.raises(TermsOutdated) as refusal:
        register(an_application(), terms_version="2020-01-01")
    assert refusal.value.data == {"terms_version": TERMS}
    with pytest.raises(InvalidRequest):
        register(an_application(), is_of_age=False)
    with pytest.raises(InvalidRequest):
        register(an_application(time_zone="Europe/Atlantis"))
    assert not Account.objects.exists()


@pytest.mark.usefixtures("earnest_limits")
def test_strangers_cannot_flood_a_mailbox():
    def ask(attempt):
        letters.ask(
            actor=a_guest(ip=f"198.51.100.{attempt}"),
            kind=LetterKind.RESET_PASSWORD,
            email="anna@example.com",
        )

    for attempt in range(10):
        ask(attempt)
    with pytest.raises(RateLimited):
        ask(11)
    assert Letter.objects.count() == 10


def test_an_address_is_sent_so_many_letters_in_a_day():
    def ask():
        letters.ask(actor=a_guest(), kind=LetterKind.RESET_PASSWORD, email="anna@example.com")

    for _ in range(letters.LETTERS_A_DAY):
        ask()
    with pytest.raises(RateLimited):
        ask()
    Letter.objects.update(created_at=clock.now() - timedelta(days=2))
    ask()


def test_the_markets_own_processes_open_confirmed_accounts_once():
    application = an_application(email="demo@example.com")
    first = registration.create_confirmed_account(actor=system("seed"), application=application)
    again = registration.create_confirmed_account(actor=system("seed"), application=application)
    assert first == again
    assert a_session(Account.objects.get(id=first))


def test_a_letter_voided_before_it_was_sent_stays_at_home():
    account = an_account()
    for _ in range(2):
        letters.request(kind=LetterKind.RESET_PASSWORD, email=account.email)
    first, second = Letter.objects.order_by("id")
    letters.send(first.id)
    recovery.reset_password(
        actor=a_guest(), token=the_token(mail.outbox[0]), password="a new walk by the river"
    )
    letters.send(second.id)
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_reset_letters_used_at_the_same_moment_one_works():
    account = an_account()
    for _ in range(2):
        letters.request(kind=LetterKind.RESET_PASSWORD, email=account.email)
    tokens = [the_token(message) for message in send_letters()]
    together = Barrier(2)

    def reset(token):
        try:
            together.wait(timeout=10)
            recovery.reset_password(
                actor=a_guest(), token=token, password="a new walk by the river"
            )
        except LinkInvalid:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        worked = list(pool.map(reset, tokens))

    assert sorted(worked) == [False, True]
    assert not Letter.objects.filter(used_at=None).exists()
