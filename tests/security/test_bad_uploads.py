"""Uploads that are no photograph, or no upload: the parts of a form, before any picture is read."""

import pytest

from tests.catalogue.factories import a_picture
from tests.security.asking import a_problem
from vendue.catalogue.models import Photograph

pytestmark = pytest.mark.django_db

UNREADABLE = (400, "unreadable_body")
BOUNDARY = "frontier"
FORM = f"multipart/form-data; boundary={BOUNDARY}"


def part(name, data, *, filename=None, content_type=None):
    """One part of a form."""
    head = f'Content-Disposition: form-data; name="{name}"'
    if filename is not None:
        head += f'; filename="{filename}"'
    if content_type is not None:
        head += f"\r\nContent-Type: {content_type}"
    return f"--{BOUNDARY}\r\n{head}\r\n\r\n".encode() + data + b"\r\n"


def form(*parts):
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


def upload(asker, body, content_type=FORM):
    lot_id = asker.market.ids["lot_id:draft"][0]
    return asker.send("POST", f"/v1/lots/{lot_id}/photographs", body, content_type=content_type)


def refused(asker, body, content_type=FORM):
    """The refusal of an upload, which leaves no photograph."""
    before = Photograph.objects.count()
    problem = a_problem(upload(asker, body, content_type))
    assert Photograph.objects.count() == before
    return problem["status"], problem["code"]


def a_photograph(**fields):
    defaults = {"filename": "clock.jpg", "content_type": "image/jpeg"}
    return part("file", a_picture(), **{**defaults, **fields})


def test_the_form_of_these_tests_is_taken(asker):
    answer = upload(asker, form(a_photograph(), part("alt_text", b"A clock")))
    assert (answer.status_code, answer.json()["alt_text"]) == (201, "A clock")


def test_an_upload_that_is_repeated_is_taken_once(asker):
    path = f"/v1/lots/{asker.market.ids['lot_id:draft'][0]}/photographs"
    body = form(a_photograph())
    answers = [
        asker.send("POST", path, body, content_type=FORM, Idempotency_Key="upload-1")
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].content == answers[1].content


@pytest.mark.parametrize(
    "content_type",
    [
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\u00e9",
        "multipart/form-data; boundary=" + "x" * 500,
        "multipart/form-data; boundary=another",
    ],
)
def test_a_form_names_the_boundary_that_it_has(asker, content_type):
    status, code = refused(asker, form(a_photograph()), content_type)
    assert (status, code) in {UNREADABLE, (422, "invalid_request")}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"nonsense",
        b"--frontier--\r\n",
        form(part("alt_text", b"No file")),
        form(part("photo", a_picture(), filename="clock.jpg")),
        form(part("file", a_picture())),
        form(a_photograph(filename="")),
        b"\x00" * 1_000,
    ],
    ids=range(8),
)
def test_an_upload_has_a_file(asker, body):
    assert refused(asker, body) in {
        UNREADABLE,
        (422, "invalid_request"),
        (415, "unsupported_media_type"),
    }


def test_a_form_has_one_file_and_one_text(asker):
    assert refused(asker, form(a_photograph(), a_photograph())) == (422, "invalid_request")
    texts = [part("alt_text", b"one"), part("alt_text", b"two")]
    assert refused(asker, form(a_photograph(), *texts)) == (422, "invalid_request")


def test_a_form_has_an_end(asker):
    parts = [part(f"field_{number}", b"x") for number in range(300)]
    assert refused(asker, form(a_photograph(), *parts)) == UNREADABLE
    files = [part(f"file_{number}", b"x", filename="a") for number in range(300)]
    assert refused(asker, form(a_photograph(), *files)) == UNREADABLE


def test_what_a_form_does_not_know_is_refused(asker):
    found = a_problem(upload(asker, form(a_photograph(), part("position", b"1"))))
    assert found["errors"][0]["pointer"] == "/position"
    found = a_problem(
        upload(asker, form(a_photograph(), part("second", a_picture(), filename="b.jpg")))
    )
    assert found["errors"][0]["pointer"] == "/second"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a\x00.jpg", "x" * 500, "clock.svg", "clock.php", "\u202egpj.exe"]
)
def test_the_name_of_a_file_means_nothing(asker, name):
    answer = upload(asker, form(a_photograph(filename=name)))
    assert answer.status_code == 201
    key = Photograph.objects.get(id=answer.json()["photograph_id"]).original_key
    assert name not in key
    assert ".." not in key


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b"<!doctype html><script>alert(1)</script>",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        b"%PDF-1.7\n",
        b"PK\x03\x04" + b"\x00" * 100,
        b"\xff\xd8\xff\xe0",
        b"MZ" + b"\x00" * 500,
    ],
    ids=["nothing", "svg", "html", "gif", "pdf", "zip", "half a jpeg", "program"],
)
def test_a_file_that_calls_itself_a_photograph_is_looked_at(asker, data):
    status, code = refused(
        asker, form(part("file", data, filename="clock.jpg", content_type="image/jpeg"))
    )
    assert code in {"photograph_unreadable", "invalid_request"}, (status, code)


@pytest.mark.parametrize("text", [b"a\x00b", b"\xe2\x80\xaeb", b"x" * 301, b"a\nb"])
def test_an_alternative_text_is_a_visible_line(asker, text):
    assert refused(asker, form(a_photograph(), part("alt_text", text))) == (422, "invalid_request")
