"""Letters about news: who gets one, in which words, how often, and what stops them."""

from datetime import timedelta
from smtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPDataError,
    SMTPRecipientsRefused,
    SMTPServerDisconnected,
)

import pytest
from django.core.mail.backends.locmem import EmailBackend

from tests.auctions.door import Door
from tests.comms.bell import bids, closed, entry, relayed
from tests.factories import a_live_lot, an_account, an_actor
from vendue.auctions.models import LotState
from vendue.auctions.queries import lots as queries
from vendue.comms import tasks
from vendue.comms.models import Notification, NotificationPreference
from vendue.comms.services import mails, preferences
from vendue.identity.models import Account, Profile
from vendue.kernel import clock
from vendue.kernel.actor import Actor

pytestmark = pytest.mark.django_db


def a_reader(language: str = "en", **fields: object) -> Actor:
    """Somebody who can be written to."""
    account = an_account(**fields)
    Profile.objects.create(
        account=account,
        display_name="Anna",
        language=language,
        time_zone="Europe/Riga",
        currency="EUR",
    )
    return an_actor(account)


def outbid(*readers: Actor, title: str = "A brass clock"):
    """A lot on which each of these has led and does not any more."""
    lot = a_live_lot(title=title)
    for number, reader in enumerate((*readers, an_actor())):
        bids(lot, (reader, 5_000 + 1_000 * number))
        relayed()
    return lot


@pytest.mark.parametrize(
    ("language", "subject", "words"),
    [
        ("en", "You were outbid: A brass clock", "bid at least $52.00"),
        ("lv", "Tevi pārsolīja: A brass clock", "soli vismaz 52,00\u00a0$"),
        ("ru", "Вашу ставку перебили: A brass clock", "не меньше 52,00\u00a0$"),
    ],
)
def test_who_was_outbid_reads_so_in_their_own_language(mailoutbox, language, subject, words):
    reader = a_reader(language)
    lot = outbid(reader)

    assert mails.send_due() == 1
    assert mails.send_due() == 0

    (letter,) = mailoutbox
    assert (letter.to, letter.subject) == ([_address(reader)], subject)
    html = letter.alternatives[0][0]
    for body in (letter.body, html):
        assert words in body
        assert f"http://127.0.0.1:8000/lot/{lot.lot_id}" in body
        assert "http://127.0.0.1:8000/me/account" in body
    assert f'lang="{language}"' in html
    assert letter.extra_headers["Content-Language"] == language


def test_winner_and_loser_are_written_to_and_the_leader_of_a_live_lot_is_not(mailoutbox):
    winner, loser = a_reader(), a_reader("ru")
    lot = a_live_lot(title="A brass clock")
    bids(lot, (loser, 5_000), (winner, 6_000))
    closed(lot)
    relayed()

    assert mails.send_due() == 2
    subjects = {letter.to[0]: letter.subject for letter in mailoutbox}
    assert subjects == {
        _address(winner): "You won: A brass clock",
        _address(loser): "Вы не выиграли: A brass clock",
    }
    assert "$51.00" in mailoutbox[0].body + mailoutbox[1].body


def test_losing_the_lead_often_is_one_letter_in_a_quarter_of_an_hour(mailoutbox):
    reader, rival = a_reader(), an_actor()
    lot = a_live_lot()
    for amount in (5_000, 10_000, 15_000):
        bids(lot, (reader, amount))
        relayed()
        bids(lot, (rival, amount + 2_000))
        relayed()
        mails.send_due()

    assert len(mailoutbox) == 1
    row = entry(reader, lot.lot_id)
    # The second one is put off, not dropped: it comes while they are still outbid.
    assert row.mail_due_at == row.mailed_at + timedelta(minutes=15)


def test_who_leads_again_or_has_read_it_is_not_written_to(mailoutbox):
    rebidding, reading = a_reader(), a_reader()
    lot = outbid(rebidding)
    other = outbid(reading)
    bids(lot, (rebidding, 90_000))
    relayed()
    Notification.objects.filter(id=entry(reading, other.lot_id).id).update(
        read_at=entry(reading, other.lot_id).created_at
    )

    assert mails.send_due() == 0
    assert (mailoutbox, Notification.objects.filter(mail_due_at__isnull=False).count()) == ([], 0)


def test_a_letter_that_waited_says_how_the_lot_stands_when_it_is_sent(mailoutbox):
    reader = a_reader()
    lot = outbid(reader)
    # Others bid on, and the lot is extended past the end that the news knew.
    bids(lot, (an_actor(), 20_000), (an_actor(), 30_000))
    LotState.objects.filter(lot_id=lot.lot_id).update(ends_at=lot.ends_at + timedelta(hours=1))
    Notification.objects.filter(account_id=reader.id).update(
        data={**entry(reader, lot.lot_id).data, "ends_at": lot.starts_at.isoformat()}
    )

    assert mails.send_due() == 1
    state = queries.lot_state(lot.lot_id)
    assert f"${state.minimum_bid_minor / 100:.2f}" in mailoutbox[0].body


def test_whoever_leads_again_unheard_or_whose_lot_is_over_is_not_written_to(mailoutbox):
    rebidding, waiting = a_reader(), a_reader()
    lot, over = outbid(rebidding), outbid(waiting)
    bids(lot, (rebidding, 90_000))  # no relay has told of it
    LotState.objects.filter(lot_id=over.lot_id).update(ends_at=clock.database_now())
    assert (mails.send_due(), mailoutbox) == (0, [])


@pytest.mark.parametrize(
    "failure",
    [
        SMTPAuthenticationError(535, b"wrong password"),
        SMTPConnectError(554, b"go away"),
        SMTPRecipientsRefused({"anna@example.org": (421, b"shutting down")}),
        SMTPDataError(421, b"shutting down"),
    ],
)
def test_a_mail_server_that_lets_nobody_in_is_asked_once(monkeypatch, failure):
    outbid(a_reader(), a_reader())
    asked = []

    def refuse(*_: object) -> int:
        asked.append(True)
        raise failure

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    tasks.send_letters()
    assert len(asked) == 1
    assert Notification.objects.filter(mail_due_at__isnull=False).count() == 2


def test_nobody_is_written_to_against_their_will_or_in_vain(mailoutbox):
    unwilling = a_reader()
    NotificationPreference.objects.create(
        account_id=unwilling.id, choices={"outbid": {"email": False}}
    )
    unconfirmed, closed_down = a_reader(), a_reader()
    outbid(unwilling, a_reader(email="robot@sandbox.invalid"), unconfirmed, closed_down)
    Account.objects.filter(id=unconfirmed.id).update(email_confirmed_at=None)
    Account.objects.filter(id=closed_down.id).update(is_active=False)
    assert (mails.send_due(), mailoutbox) == (0, [])


def test_a_mail_server_that_is_away_loses_no_letter(mailoutbox, monkeypatch):
    outbid(a_reader())

    def gone(*_: object) -> int:
        raise SMTPServerDisconnected("gone")

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", gone)
        tasks.send_letters()
    assert mailoutbox == []
    # It was taken for two minutes; then whoever comes next sends it.
    row = Notification.objects.get(mail_due_at__isnull=False)
    Notification.objects.update(mail_due_at=row.created_at)
    tasks.send_letters()
    assert len(mailoutbox) == 1


def test_an_address_that_is_refused_keeps_nobody_elses_letter(mailoutbox, monkeypatch):
    refused, fine = a_reader(), a_reader()
    outbid(refused, fine)
    send = EmailBackend.send_messages

    def picky(backend: EmailBackend, messages: list) -> int:
        if messages[0].to == [_address(refused)]:
            raise SMTPRecipientsRefused({})
        return send(backend, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", picky)
    assert mails.send_due() == 1
    assert mailoutbox[0].to == [_address(fine)]
    assert Notification.objects.filter(mail_due_at__isnull=False).count() == 1


def test_news_that_comes_while_a_letter_is_sent_gets_its_own(monkeypatch):
    reader = a_reader()
    lot = outbid(reader)
    later = entry(reader, lot.lot_id).created_at + timedelta(minutes=1)

    def meanwhile(_: EmailBackend, messages: list) -> int:
        Notification.objects.update(mail_due_at=later)
        return len(messages)

    monkeypatch.setattr(EmailBackend, "send_messages", meanwhile)
    taken = mails._take()
    mails._send(taken, mails.mail.server())
    assert entry(reader, lot.lot_id).mail_due_at == later


def test_a_letter_can_be_stopped_from_itself(mailoutbox, monkeypatch):
    reader = a_reader()
    outbid(reader)
    mails.send_due()
    header = mailoutbox[0].extra_headers["List-Unsubscribe"].strip("<>")
    assert mailoutbox[0].extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = header.removeprefix("http://127.0.0.1:8000/api")

    door = Door(monkeypatch)
    for _ in range(2):
        answer = door.ask("POST", path)
        assert (answer.status_code, answer.content) == (204, b"")

    wishes = preferences.of([reader.id])[reader.id]
    assert (wishes.by_kind["outbid"].email, wishes.by_kind["won"].email) == (False, True)
    assert wishes.by_kind["outbid"].in_app
    outbid(reader)
    mails.send_due()
    assert len(mailoutbox) == 1


def test_a_token_that_is_none_of_ours_stops_nothing(monkeypatch):
    token = preferences.stop_token(an_actor().id, "outbid")
    for wrong in (token[:-1] + ("A" if token[-1] != "A" else "B"), "x" * 60):
        answer = Door(monkeypatch).ask("POST", f"/v1/accounts/unsubscription?token={wrong}")
        assert (answer.status_code, answer.json()["code"]) == (409, "link_invalid")
    assert not NotificationPreference.objects.exists()


def test_what_people_wrote_cannot_become_markup(mailoutbox):
    reader = a_reader()
    outbid(reader, title="<b>Clock</b> & {price}")
    mails.send_due()
    html = mailoutbox[0].alternatives[0][0]
    assert "&lt;b&gt;Clock&lt;/b&gt; &amp; {price}" in html
    assert "<b>Clock" not in html


def _address(actor: Actor) -> str:
    return Account.objects.get(id=actor.id).email
