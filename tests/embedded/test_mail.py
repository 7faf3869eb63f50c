"""The mail catcher keeps what it is sent and shows it safely."""

import contextlib
import http.client
import json
import os
import smtplib
import subprocess
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from embedded import mailbox as mailbox_module
from embedded import ports
from embedded.mailbox import Mailbox
from embedded.state import State
from tests.embedded.waiting import wait_until


@pytest.fixture(scope="module")
def catcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, int]]:
    """A running mail catcher: its SMTP port and its inbox's."""
    folder = tmp_path_factory.mktemp("mail")
    state = State.open(folder / "state")
    smtp, inbox = (ports.settled(state, name) for name in ("smtp", "inbox"))
    command = [sys.executable, "-m", "embedded.mail", "--folder", str(folder / "letters")]
    numbers = ["--smtp-port", str(smtp), "--inbox-port", str(inbox)]
    env = {**os.environ, "PYTHONPATH": ":".join(sys.path)}
    with subprocess.Popen([*command, *numbers], env=env) as process:
        wait_until(lambda: not ports.is_free(inbox) and not ports.is_free(smtp))
        yield smtp, inbox
        process.terminate()
        assert process.wait(5) == 0


def send(
    port: int, *, to: str, subject: str = "Hello", text: str = "Hello", html: str = ""
) -> None:
    message = EmailMessage()
    message["From"] = "Vendue <no-reply@vendue.example>"
    message["To"] = to
    message["Subject"] = subject
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    with smtplib.SMTP("127.0.0.1", port, timeout=5) as client:
        client.send_message(message)


def get(port: int, path: str, host: str = "") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    with contextlib.closing(connection):
        connection.request("GET", path, headers={"Host": host} if host else {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def test_a_letter_can_be_found_by_its_recipient_with_its_links(catcher: tuple[int, int]):
    smtp, inbox = catcher
    link = "http://127.0.0.1:8000/confirm?token=a_b-c"
    send(smtp, to="ilze@example.com", subject="Apstipriniet ē-pastu", text=f"Open {link}.\n")
    send(smtp, to="other@example.com")

    items = json.loads(get(inbox, "/api/messages?to=Ilze@example.com")[1])["items"]

    assert [item["subject"] for item in items] == ["Apstipriniet ē-pastu"]
    assert items[0]["links"] == [link]
    assert items[0]["to"] == ["ilze@example.com"]
    status, page = get(inbox, f"/messages/{items[0]['id']}")
    assert status == 200
    assert f'<a href="{link}"' in page


def test_the_newest_letter_comes_first(catcher: tuple[int, int]):
    smtp, inbox = catcher
    for subject in ("first", "second"):
        send(smtp, to="order@example.com", subject=subject)

    items = json.loads(get(inbox, "/api/messages?to=order@example.com&limit=5")[1])["items"]

    assert [item["subject"] for item in items] == ["second", "first"]


def test_what_a_letter_holds_cannot_act_in_the_page(catcher: tuple[int, int]):
    smtp, inbox = catcher
    attack = '<script>alert(1)</script>"><img src=x>'
    send(smtp, to="evil@example.com", subject=attack, text=attack, html=attack)

    (item,) = json.loads(get(inbox, "/api/messages?to=evil@example.com")[1])["items"]
    for path in ("/", f"/messages/{item['id']}", "/?to=%22%3E%3Cscript%3E"):
        page = get(inbox, path)[1]
        assert "<script" not in page
        assert "<img" not in page
    assert "&lt;script&gt;" in get(inbox, "/")[1]


@pytest.mark.parametrize("path", ["/messages/1", "/messages/..%2fx", "/messages/", "/nowhere"])
def test_what_is_not_there_is_not_found(catcher: tuple[int, int], path: str):
    assert get(catcher[1], path)[0] == 404


def test_a_foreign_name_for_this_machine_reads_nothing(catcher: tuple[int, int]):
    assert get(catcher[1], "/api/messages", host="evil.example:80")[0] == 403


def test_the_oldest_letters_give_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(mailbox_module, "KEPT", 3)
    box = Mailbox(tmp_path)
    for number in range(5):
        box.keep(f"Subject: {number}\r\n\r\nHello".encode(), ["a@example.com"])

    assert [letter.subject for letter in box.letters()] == ["4", "3", "2"]


def test_a_letter_in_an_unknown_alphabet_is_still_shown(tmp_path: Path):
    box = Mailbox(tmp_path)
    content = b"Subject: x\r\nContent-Type: text/plain; charset=klingon\r\n\r\nqapla\xff"
    box.keep(content, ["a@example.com"])

    assert "qapla" in box.letters()[0].text
