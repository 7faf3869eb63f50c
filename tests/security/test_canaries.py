"""Leaders' maxima, unmet reserves and identities are planted, and nothing that left tells them."""

import json
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from django.core.management import call_command
from pytest_django import DjangoDbBlocker

from tests.flushing import past_the_guards
from tests.security.access_public import PUBLIC
from tests.security.canaries import market, spelling
from tests.security.canaries.play import Play, address_of
from tests.security.canaries.recording import Recording, Way, note_letters, note_logs
from vendue.auctions import events as auctions
from vendue.comms import events as comms
from vendue.kernel.events import Event

# The plays are over before their first test; the mark is for the database's being set up.
pytestmark = pytest.mark.django_db

Performance = Callable[[Callable[[Play], None], str], Recording]

AMOUNT = 7_391_826_450_173
ACCOUNT = UUID("01a204ab-cbe1-7145-8792-7d150df349d1")
SALT = sha256(b"a salt").digest()
CANARIES = [
    spelling.amount("amount", ["leader"], AMOUNT),
    spelling.identifier("account", ["leader"], ACCOUNT),
    spelling.words("name", ["leader"], "Zvirgzdupe"),
    spelling.words("name", ["leader"], "Ķērsta"),
    spelling.secret("salt", ["leader"], SALT),
]
LEAKS = {
    "in minor units": b'{"maximum_minor":7391826450173}',
    "as a float": b'{"maximum":7391826450173.0}',
    "in major units": b"73918264501.73 EUR",
    "with commas": b"73,918,264,501.73",
    "with points": b"73.918.264.501,73",
    "with thin spaces": "73\u202f918\u202f264\u202f501,73".encode(),
    "with spaces that HTML spells": b"73&nbsp;918&nbsp;264&nbsp;501",
    "with apostrophes": b"73'918'264'501",
    "in hexadecimal": f"0x{AMOUNT:X}".encode(),
    "packed": AMOUNT.to_bytes(8, "big").hex().encode(),
    "packed the other way": AMOUNT.to_bytes(8, "little").hex().encode(),
    "in a token": b"eyJ" + b64encode(json.dumps({"v": 1, "m": AMOUNT}).encode()),
    "digested": sha256(str(AMOUNT).encode()).hexdigest().encode(),
    "an account": str(ACCOUNT).upper().encode(),
    "an account without dashes": ACCOUNT.hex.encode(),
    "an account in a cursor": b64encode(b"2026|" + str(ACCOUNT).encode()),
    "an account's bytes": b64encode(b"ab" + ACCOUNT.bytes),
    "a name in an address": b"?q=%C4%B6%C4%93rsta",
    "a name in JSON": json.dumps("Ķērsta").encode(),
    "a name in capitals": b"ZVIRGZDUPE",
    "a salt": SALT.hex().encode(),
    "a salt in base64": b64encode(SALT),
}


@pytest.fixture(scope="module")
def perform(
    django_db_setup: None,  # noqa: ARG001 - it comes first
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Performance:
    def play(act: Callable[[Play], None], application: str) -> Recording:
        with django_db_blocker.unblock():
            try:
                return _record(tmp_path_factory.mktemp("market"), act, application)
            finally:
                with past_the_guards():
                    call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)

    return play


@pytest.fixture(scope="module")
def recording(perform: Performance) -> Recording:
    return perform(Play.run, "vendue.config.wsgi:application")


@pytest.fixture(scope="module")
def of_a_leak(perform: Performance) -> Recording:
    return perform(Play.bid_once, "tests.security.canaries.leaking:application")


def _record(folder: Path, act: Callable[[Play], None], application: str) -> Recording:
    recording = Recording()
    everybody = market.people()
    with market.processes(folder, application) as doors:
        act(Play(recording, doors, everybody, market.lots(everybody["seller"].account)))
    names = {person.email: name for name, person in everybody.items()}
    note_letters(recording, doors.letters, names)
    note_logs(recording, doors.logs)
    recording.canaries += [
        *market.amounts(),
        *market.identities(everybody),
        *market.salts(everybody),
    ]
    return recording


@pytest.mark.parametrize("way", Way)
def test_nothing_that_left_tells_a_secret(recording, way):
    assert recording.leaks(way) == []


def test_every_operation_was_asked_and_none_failed(recording):
    asked = {one.what for one in recording.of(Way.ANSWER)}
    assert {one for one in asked if "(5" in one} == set()
    for row in PUBLIC:
        assert any(address_of(row).fullmatch(what) for what in asked), row.operation


def test_every_event_and_every_kind_of_letter_was_heard(recording):
    frames = {one.what for one in recording.of(Way.FRAME)}
    # Before an auction is scheduled there is no channel of it to listen to.
    assert (told_by(auctions) - {"auction.scheduled"}) | told_by(comms) <= frames
    subjects = {one.what.partition(":")[0] for one in recording.of(Way.LETTER)}
    assert {
        "You were outbid", "You won", "You did not win", "Not sold", "Your bid was voided",
        "New lots for “Clocks”", "Choose a new password",
    } <= subjects  # fmt: skip
    assert {"api", "worker"} <= {one.what for one in recording.of(Way.LOG)}
    assert recording.of(Way.STREAM)
    assert any(b"<html" in one.content for one in recording.of(Way.PAGE))


@pytest.mark.parametrize("way", [Way.FRAME, Way.STREAM, Way.LOG])
def test_a_leak_of_the_market_is_found(of_a_leak, way):
    assert any("the maximum on the lot 'raised'" in leak for leak in of_a_leak.leaks(way))


@pytest.mark.parametrize("content", LEAKS.values(), ids=LEAKS)
def test_a_leak_is_found_in_any_spelling(content):
    recording = Recording(canaries=CANARIES)
    recording.add(Way.FRAME, "rival", "a frame", b'{"type":"lot.prices","x":"' + content + b'"}')
    (leak,) = recording.leaks(Way.FRAME)
    assert leak.endswith("reached rival in a frame")


@pytest.mark.parametrize("content", LEAKS.values(), ids=LEAKS)
def test_what_is_ones_own_or_ones_own_words_is_no_leak(content):
    recording = Recording(canaries=CANARIES)
    recording.add(Way.ANSWER, "leader", "an answer", content)
    recording.add(Way.ANSWER, "rival", "an echo", content, asked=content)
    recording.add(Way.ANSWER, "rival", "an answer", b'{"price_minor":7391826,"leader":"bidder 2"}')
    assert recording.leaks(Way.ANSWER) == []


def told_by(module):
    """The names of the events that a module tells clients of."""
    kinds = [kind for kind in vars(module).values() if isinstance(kind, type)]
    events = [kind for kind in kinds if issubclass(kind, Event) and "name" in vars(kind)]
    return {event.name for event in events if event.channel}
