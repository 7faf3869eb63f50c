"""Addresses, parameters, headers and cursors that no client of ours would send."""

import json
from base64 import urlsafe_b64encode
from urllib.parse import quote

import orjson
import pytest

from tests.security.asking import a_problem, raw
from vendue.auctions.models import LotFact
from vendue.identity.models import Organisation
from vendue.kernel.ids import new_id

pytestmark = pytest.mark.django_db

NOT_FOUND = (404, "not_found")
BAD_CURSOR = [("cursor", "invalid_cursor")]


def a_cursor(*position):
    return urlsafe_b64encode(json.dumps(position).encode()).rstrip(b"=").decode()


# Ids


@pytest.mark.parametrize(
    "spelling",
    ["{{{}}}", "urn:uuid:{}", "{} ", " {}", "{}%00", "{}%0a", "-{}", "{}-", "%EF%BC%90{}"],
)
def test_an_id_has_one_spelling(asker, spelling):
    lot_id = asker.market.ids["lot_id"][-2]
    path = "/v1/lots/" + quote(spelling.format(lot_id), safe="%")
    assert asker.invalid("GET", path) == [("lot_id", "uuid_parsing")]
    assert asker.invalid("GET", f"/v1/lots/{lot_id.replace('-', '')}")


def test_capitals_in_an_id_are_the_same_id(asker):
    lot_id = asker.market.ids["lot_id"][-2]
    answer = asker.send("GET", f"/v1/lots/{lot_id.upper()}/state")
    assert answer.json()["lot_id"] == lot_id


@pytest.mark.parametrize("value", ["0", "-1", "1", "null", "undefined", "%2e%2e", "a'--", "%F0%9F"])
def test_what_is_no_id_is_invalid(asker, value):
    assert asker.invalid("GET", f"/v1/lots/{value}") == [("lot_id", "uuid_parsing")]


@pytest.mark.parametrize(
    "path",
    [
        "/v1/lots/../../admin/v1/accounts",
        "/v1/lots/..%2f..%2fadmin/v1/accounts",
        "/v1//lots",
        "/v1/lots/",
        "/v1/lots/%2f",
        "/v1/LOTS",
        "/v2/lots",
        "/v1/lots;jsessionid=1",
        "/",
    ],
)
def test_an_address_that_is_none_is_not_found(asker, path):
    assert asker.refused("GET", path, caller="staff") == NOT_FOUND


def test_a_slug_that_is_none_is_invalid(asker):
    for slug in ("%00", "Clocks", "clocks'--", "x" * 81, "%EF%BD%83locks"):
        assert asker.invalid("GET", f"/v1/categories/{slug}")


# Parameters


@pytest.mark.parametrize("path", ["/v1/lots", "/v1/meta", "/v1/auctions", "/v1/categories"])
def test_an_unknown_parameter_is_named(asker, path):
    assert asker.invalid("GET", f"{path}?colour=red") == [("colour", "unknown_parameter")]


def test_a_parameter_that_repeats_is_not_chosen_from(asker):
    for query in ("limit=1&limit=2", "limit=1&limit=1", "words=a&words=b"):
        ((_, cause),) = asker.invalid("GET", f"/v1/lots?{query}")
        assert cause == "repeated_parameter"


def test_a_list_may_repeat(asker):
    assert asker.send("GET", "/v1/lots?condition=good&condition=fair").status_code == 200


def test_parameters_have_an_end(asker):
    many = "&".join(f"limit={number}" for number in range(5_000))
    assert asker.invalid("GET", f"/v1/lots?{many}") == [("query", "too_many_parameters")]
    longest = asker.invalid("GET", f"/v1/lots?{'x' * 50_000}=1")
    assert [len(name) <= 80 for name, _ in longest] == [True]


@pytest.mark.parametrize(
    "limit",
    [
        "0",
        "-1",
        "101",
        "1e2",
        "1.0",
        "NaN",
        "\uff19",
        "9" * 400,
        "",
        "true",
        "0x10",
        "1_0",
        "%00",
        "+1 ",
    ],
)
def test_a_limit_is_a_number_in_bounds(asker, limit):
    ((name, _),) = asker.invalid("GET", f"/v1/lots?limit={quote(limit, safe='%')}")
    assert name == "limit"


@pytest.mark.parametrize(
    "when",
    [
        "0",
        "1e9",
        "1767225600",
        "2026-01-01",
        "2026-01-01T00:00:00",
        "2026-01-01T00:00:00+20:00",
        "2026-01-01T00:00:00%2B23:59",
        "0001-01-01T00:00:00%2B10:00",
        "9999-12-31T23:59:59-10:00",
        "99999-01-01T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "2026-01-01T25:00:00Z",
        "\u0662\u0660\u0662\u0666-01-01T00:00:00Z",
        "now",
        "infinity",
        "%00",
    ],
)
def test_a_time_is_a_time(asker, when):
    ((name, _),) = asker.invalid("GET", f"/v1/lots?ends_before={quote(when, safe='%')}")
    assert name == "ends_before"


@pytest.mark.parametrize("words", ["%00", "a%00b", "%E2%80%AEkcolc", "clo%E2%80%8Bck", "x" * 101])
def test_words_that_nobody_can_see_are_not_looked_for(asker, words):
    ((name, _),) = asker.invalid("GET", f"/v1/lots?words={words}")
    assert name == "words"


@pytest.mark.parametrize(
    "words",
    [
        "'",
        '"',
        "\\",
        "%",
        "a & | ! ( ) : *",
        "'; DROP TABLE",
        "<->",
        ":*",
        "%F0%9F%95%B0",
        "%ff",
        "-",
    ],
)
def test_words_are_words_whatever_they_look_like(asker, words):
    answer = asker.send("GET", f"/v1/lots?words={quote(words, safe='%')}")
    assert answer.status_code == 200
    assert asker.send("GET", f"/v1/lots/counts?words={quote(words, safe='%')}").status_code == 200


# Cursors

LISTS = [
    ("/v1/lots", "guest"),
    ("/v1/lots?sort=price_low", "guest"),
    ("/v1/lots?sort=most_bids", "guest"),
    ("/v1/lots?sort=relevance&words=clock", "guest"),
    ("/v1/auctions", "guest"),
    ("/v1/rule-sets", "guest"),
    ("/v1/me/bids", "seller"),
    ("/v1/me/lots", "seller"),
    ("/v1/me/auctions", "seller"),
    ("/v1/me/sessions", "seller"),
    ("/v1/me/watched-lots", "seller"),
    ("/v1/organisations/{organisation_id}/members", "seller"),
    ("/v1/organisations/{organisation_id}/api-keys", "seller"),
    ("/v1/lots/{lot_id:bid}/history", "guest"),
    ("/v1/auctions/{auction_id}/lots", "seller"),
    ("/admin/v1/accounts", "staff"),
    ("/admin/v1/audit/entries", "staff"),
    ("/admin/v1/increment-tables", "staff"),
    ("/admin/v1/lots/submitted", "staff"),
    ("/admin/v1/reactions/failed", "staff"),
    ("/admin/v1/rule-sets", "staff"),
    ("/admin/v1/settings/bid_limit/versions", "staff"),
    ("/admin/v1/suspensions", "staff"),
]
ID = str(new_id())
LONG_AGO, FAR = "0001-01-01T00:00:00+23:59", "99999-01-01T00:00:00+00:00"
POSITIONS = [
    (),
    (None,),
    (True,),
    (1.5,),
    (-1,),
    (2**31,),
    (2**63,),
    (1e308,),
    ("\x00",),
    ("nonsense",),
    ([],),
    (ID, ID, ID),
    (FAR, ID),
    (LONG_AGO, ID),
    ("9999-12-31T23:59:59-23:59", ID),
    ("2026-01-01T00:00:00", ID),
    ("2026-01-01", ID),
    ("2026-01-01T00:00:00+00:00", "0"),
    ("e", FAR, ID),
    ("e", LONG_AGO, ID),
    ("l", "EUR", 2**63, ID),
    ("l", "EUR", -1, ID),
    ("l", "\x00\x00\x00", 1, ID),
    ("l", {"a": 1}, 1, ID),
    ("b", 1e300, ID),
    ("r", 2**70, FAR, ID),
]


@pytest.mark.parametrize(("path", "caller"), LISTS)
def test_a_cursor_is_one_that_the_list_gave_out(asker, path, caller):
    for name, values in asker.market.ids.items():
        path = path.replace(f"{{{name}}}", values[0])
    joint = "&" if "?" in path else "?"
    for position in POSITIONS:
        answer = asker.send("GET", f"{path}{joint}cursor={a_cursor(*position)}", caller=caller)
        problem = a_problem(answer)
        found = [(error["pointer"], error["code"]) for error in problem["errors"]]
        assert found == BAD_CURSOR, (position, problem)
    for text in ("e30", "bnVsbA", "Mg", "_", "a" * 512, a_cursor(*range(100))):
        answer = asker.send("GET", f"{path}{joint}cursor={text}", caller=caller)
        assert a_problem(answer)["code"] == "invalid_request", text
    for text in ("", "a" * 513, "a+b", "%00", "é"):
        assert asker.invalid("GET", f"{path}{joint}cursor={quote(text, safe='%')}", caller=caller)


def test_a_cursor_of_one_list_is_none_of_another(asker):
    first = asker.send("GET", "/v1/me/bids?limit=1", caller="buyer").json()
    assert first["next_cursor"] is None
    lots = asker.send("GET", "/v1/me/lots?limit=1").json()["next_cursor"]
    assert asker.invalid("GET", f"/v1/lots?cursor={lots}") == BAD_CURSOR


# Headers


@pytest.mark.parametrize(
    "key",
    [
        "",
        " ",
        "x" * 256,
        "a b",
        "a\tb",
        "\u043a\u043b\u044e\u0447",
        "\x7f",
        "caf\xe9",
        "x" * 10_000,
    ],
)
def test_a_key_is_visible_ascii(asker, key):
    path = f"/v1/lots/{asker.market.ids['lot_id:bid'][1]}/bids"
    cause = asker.invalid("POST", path, {"maximum_minor": 90_000}, Idempotency_Key=key)
    assert cause == [("Idempotency-Key", "invalid_key")]
    body = {"name": "Old Things", "country": "LV", "is_trader": False}
    cause = asker.invalid("POST", "/v1/organisations", body, Idempotency_Key=key)
    assert cause == [("Idempotency-Key", "invalid_key")]


def test_a_bid_needs_a_key(asker):
    path = f"/v1/lots/{asker.market.ids['lot_id:bid'][1]}/bids"
    refusal = asker.refused("POST", path, {"maximum_minor": 90_000})
    assert refusal == (400, "idempotency_key_required")


@pytest.mark.parametrize(
    "tag",
    [
        "junk",
        '"junk"',
        "*",
        '"0"',
        '"-1"',
        '"1e3"',
        '"\u0663"',
        '"99999999999999999999"',
        '"1", "2"',
        '"2"',
        "x" * 5_000,
        "\x01",
    ],
)
def test_a_version_that_is_not_the_one_is_stale(asker, tag):
    refusal = asker.refused("PATCH", "/v1/me", {"display_name": "Eve"}, If_Match=tag)
    assert refusal == (412, "stale")


def test_a_change_names_its_version(asker):
    for headers in ({}, {"If_Match": ""}, {"If_Match": "  "}, {"If_None_Match": '"1"'}):
        refusal = asker.refused("PATCH", "/v1/me", {"display_name": "Eve"}, **headers)
        assert refusal == (428, "precondition_required")


@pytest.mark.parametrize("method", ["DELETE", "PATCH", "PUT"])
def test_a_method_is_the_one_of_the_request(asker, method):
    before = asker.send("GET", "/v1/me").json()
    for header in ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"):
        answer = asker.send("GET", "/v1/me", **{header: method})
        assert (answer.status_code, answer.json()) == (200, before)
    organisation = {"name": "Old Things", "country": "LV", "is_trader": False, "_method": method}
    assert asker.invalid("POST", "/v1/organisations", organisation)


@pytest.mark.parametrize("method", ["PUT", "TRACE", "OPTIONS", "CONNECT", "PROPFIND", "X"])
@pytest.mark.usefixtures("asker")
def test_an_unknown_method_is_told_the_known_ones(method):
    status, headers, content = raw(method, "/api/v1/me", {})
    assert (status, orjson.loads(content)["code"]) == (405, "method_not_allowed")
    assert {"GET", "PATCH"} <= set(headers["Allow"].split(", "))


@pytest.mark.parametrize("extent", ["bytes=0-0", "bytes=-1", "bytes=0-,0-,0-", "items=0-5", "junk"])
def test_a_range_of_an_answer_is_the_whole(asker, extent):
    answer = asker.send("GET", "/v1/meta", Range=extent)
    assert answer.status_code == 200
    assert "receipt_key" in answer.json()


@pytest.mark.parametrize(
    "host",
    ["", "a b", "evil.example\r\n", "[::1", "x" * 5_000, "a/b", "\xff", "a@b", "127.0.0.1:x"],
)
@pytest.mark.usefixtures("asker")
def test_the_host_is_not_believed(host):
    status, headers, content = raw("GET", "/api/v1/meta", {"HTTP_HOST": host})
    assert status == 200
    assert not host or host.encode() not in content
    status, headers, _ = raw(
        "GET", "/api/v1/nowhere", {"HTTP_HOST": host, "HTTP_X_FORWARDED_HOST": "evil.example"}
    )
    assert status == 404
    assert "Location" not in headers


@pytest.mark.parametrize(
    "given",
    [
        "",
        "short",
        "x" * 65,
        "a b c d e f",
        "<script>alert(1)",
        "id\r\nX-Evil: 1",
        "\u043a\u043b\u044e\u0447\u043a\u043b\u044e\u0447",
    ],
)
@pytest.mark.usefixtures("asker")
def test_a_request_id_that_is_none_is_replaced(given):
    _, headers, _ = raw("GET", "/api/v1/meta", {"HTTP_X_REQUEST_ID": given})
    assert headers["X-Request-Id"] != given
    assert len(headers["X-Request-Id"]) == 36


def test_a_sound_request_id_is_kept(asker):
    assert (
        asker.send("GET", "/v1/meta", X_Request_Id="checkout-42")["X-Request-Id"] == "checkout-42"
    )


@pytest.mark.parametrize("tag", ["junk", "*", 'W/"', ",,,,", '"' * 300, "\xff\xfe", "\x01"])
def test_a_condition_that_does_not_hold_spares_nothing(asker, tag):
    assert asker.send("GET", "/v1/categories", If_None_Match=tag).status_code == 200


def test_a_condition_has_an_end(asker):
    cause = asker.invalid("GET", "/v1/categories", If_None_Match="x" * 401)
    assert cause == [("If-None-Match", "string_too_long")]


@pytest.mark.usefixtures("asker")
def test_the_tables_that_bad_requests_must_not_change_are_not_empty():
    assert LotFact.objects.exists()
    assert Organisation.objects.exists()
