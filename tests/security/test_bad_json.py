"""Bodies that are not the JSON they should be: each refused clearly, none understood by half."""

import io

import orjson
import pytest

from tests.security.asking import a_problem, raw
from vendue.api.middleware import MAXIMUM_BODY, MAXIMUM_UPLOAD

pytestmark = pytest.mark.django_db

UNREADABLE = (400, "unreadable_body")
TOO_LARGE = (413, "body_too_large")
WRONG_TYPE = (415, "unsupported_media_type")
ADDRESS = b'{"email":"anna@example.com"}'


class Untouchable(io.BytesIO):
    """A body that nobody may read."""

    def read(self, *_: object) -> bytes:
        raise AssertionError("the body was read")


def a_letter(asker, body, **sent):
    return asker.refused("POST", "/v1/accounts/confirmation/letter", body, **sent)


@pytest.mark.parametrize(
    "body",
    [
        b" ",
        b"{",
        b"nonsense",
        b'{"email":"anna@example.com",}',
        b'{"email":"anna@example.com"} {}',
        b'{"email":NaN}',
        b'{"email":Infinity}',
        b'{"email":-Infinity}',
        b"\xff\xfe{}",
        b"\xef\xbb\xbf" + ADDRESS,  # a byte order mark
        ADDRESS.decode().encode("utf-16"),
        b'{"email":"\xe9"}',  # Latin-1
        b'{"email":"\xed\xa0\x80"}',  # a surrogate, encoded
        b"\x00" + ADDRESS,
        b'{"n":1' + b"0" * 5_000 + b"}",
    ],
)
def test_what_is_not_json_is_not_read(asker, body):
    assert a_letter(asker, body) == UNREADABLE


@pytest.mark.parametrize(
    "body",
    [
        b'{"email":"anna@example.com","email":"eve@example.com"}',
        b'{"email":"anna@example.com","\\u0065mail":"eve@example.com"}',
    ],
)
def test_a_key_that_comes_twice_is_not_chosen_from(asker, body):
    assert a_letter(asker, body) == UNREADABLE


@pytest.mark.parametrize("depth", [65, 10_000])
def test_nesting_has_an_end(asker, depth):
    assert a_letter(asker, b'{"email":' + b"[" * depth + b"]" * depth + b"}") == UNREADABLE
    assert a_letter(asker, b'{"a":' * depth + b"1" + b"}" * depth) == UNREADABLE


def test_half_a_character_is_no_text(asker):
    for text in (rb"\ud800", rb"\udfff", rb"\ud800\u0041"):
        assert a_letter(asker, b'{"email":"%s@example.com"}' % text) == UNREADABLE
        assert a_letter(asker, b'{"email":"anna@example.com","%s":1}' % text) == UNREADABLE


def test_a_whole_character_written_as_two_halves_is_text(asker):
    body = rb'{"display_name":"\ud83d\udd70 Anna"}'
    answer = asker.send("PATCH", "/v1/me", body, If_Match='"1"')
    assert answer.json()["display_name"] == "🕰 Anna"


@pytest.mark.parametrize("body", [b"[]", b'"text"', b"1", b"true", b"null"])
def test_a_body_is_an_object(asker, body):
    ((_, cause),) = asker.invalid("POST", "/v1/accounts/confirmation/letter", body)
    assert cause in {"model_attributes_type", "missing", "model_type"}


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain",
        "text/json",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json-patch+json",
        "application/jsonp",
        "",
    ],
)
def test_another_type_is_not_taken_for_json(asker, content_type):
    assert a_letter(asker, ADDRESS, content_type=content_type) == WRONG_TYPE


@pytest.mark.parametrize("charset", ["latin-1", "utf-16", "utf-7", "rot13", "idna", "nonsense"])
def test_json_has_one_charset(asker, charset):
    assert (
        a_letter(asker, ADDRESS, content_type=f"application/json; charset={charset}") == WRONG_TYPE
    )


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf-8"'])
def test_naming_that_charset_is_well(asker, charset):
    answer = asker.send(
        "POST",
        "/v1/accounts/confirmation/letter",
        ADDRESS,
        content_type=f"application/json; charset={charset}",
    )
    assert answer.status_code == 202


@pytest.mark.parametrize("charset", ["rot13", "hex", "utf-16", "undefined"])
def test_a_charset_does_not_change_how_the_address_is_read(asker, charset):
    answer = asker.send(
        "GET", "/v1/lots?words=clock", b"", content_type=f"text/plain; charset={charset}"
    )
    assert answer.status_code == 200


@pytest.mark.parametrize("length", [str(MAXIMUM_BODY + 1), str(100 * 1024 * 1024), "9" * 400])
@pytest.mark.usefixtures("asker")
def test_too_large_a_body_is_refused_before_it_is_read(length):
    environ = {
        "CONTENT_LENGTH": length,
        "CONTENT_TYPE": "application/json",
        "wsgi.input": Untouchable(),
    }
    status, headers, content = raw("POST", "/api/v1/accounts", environ)
    assert (status, orjson.loads(content)["code"]) == TOO_LARGE
    assert headers["Content-Type"] == "application/problem+json"


def test_an_upload_has_a_limit_of_its_own(asker):
    path = "/api/v1/lots/{}/photographs".format(asker.market.ids["lot_id"][0])
    environ = {
        "CONTENT_LENGTH": str(MAXIMUM_UPLOAD + 1),
        "CONTENT_TYPE": "multipart/form-data; boundary=x",
        "wsgi.input": Untouchable(),
    }
    status, _, content = raw("POST", path, environ)
    assert (status, orjson.loads(content)["code"]) == TOO_LARGE


@pytest.mark.parametrize("length", ["-1", "1e3", "0x10", "\u00b2", "\u0663", "5,5", "nonsense"])
@pytest.mark.usefixtures("asker")
def test_a_length_is_a_number(length):
    environ = {"CONTENT_LENGTH": length, "CONTENT_TYPE": "application/json"}
    status, _, content = raw("POST", "/api/v1/accounts", environ, io.BytesIO(ADDRESS))
    assert (status, orjson.loads(content)["code"]) == UNREADABLE


@pytest.mark.usefixtures("asker")
def test_a_body_without_a_length_is_not_taken_for_another():
    environ = {"HTTP_TRANSFER_ENCODING": "chunked", "CONTENT_TYPE": "application/json"}
    status, _, content = raw(
        "POST", "/api/v1/accounts/confirmation/letter", environ, io.BytesIO(ADDRESS)
    )
    assert (status, orjson.loads(content)["code"]) == UNREADABLE


def test_a_refusal_repeats_no_more_than_it_must(asker):
    body = {"email": "x" * 900_000, "y" * 100_000: 1}
    answer = asker.send("POST", "/v1/accounts/confirmation/letter", body)
    assert a_problem(answer)["code"] == "invalid_request"
    assert len(answer.content) < 2_000
    many = {f"key_{number}": number for number in range(20_000)}
    answer = asker.send("POST", "/v1/accounts/confirmation/letter", many)
    assert a_problem(answer)["code"] == "invalid_request"
    assert len(answer.content) < 20_000
