"""Money and text that no field takes, wherever money and text are written."""

from urllib.parse import quote

import pytest

from tests.security.market import later
from vendue.identity.models import Profile
from vendue.kernel.money import MAXIMUM_MINOR

pytestmark = pytest.mark.django_db

NO_AMOUNT = [
    -1,
    0,
    1.0,
    12.5,
    1e308,
    -0.0,
    True,
    None,
    "12500",
    "12.50",
    "\uff11\uff12\uff15\uff10\uff10",
    "1e3",
    "NaN",
    [12500],
    {"amount_minor": 12500},
    2**53 + 1,
    2**63,
    2**64 - 1,
    MAXIMUM_MINOR + 1,
]
NO_TEXT = {
    "a null byte": "a\x00b",
    "a control": "a\x1bb",
    "a line break": "a\nb",
    "right to left": "a\u202eb",
    "an isolate": "a\u2066b\u2069",
    "a letter mark": "a\u061cb",
    "of no width": "a\u200bb",
    "a joiner": "a\u200db",
    "a byte order mark": "\ufeffab",
    "a megabyte": "x" * 1_000_000,
    "a number": 5,
    "a list": ["x"],
    "a switch": True,
    "an object": {"text": "x"},
}
LOT = {
    "category": "clocks",
    "title": "A mantel clock",
    "language": "en",
    "condition": "good",
    "country": "LV",
    "currency": "EUR",
    "start_price_minor": 1_000,
}
RULES = {"currency": "EUR", "start_price_minor": 1_000, "steps": []}


def pointers(found):
    return {pointer.split("/")[1] for pointer, _ in found}


@pytest.mark.parametrize("amount", NO_AMOUNT, ids=repr)
def test_a_bid_is_a_whole_number_of_minor_units(asker, amount):
    path = f"/v1/lots/{asker.market.ids['lot_id:bid'][1]}/bids"
    found = asker.invalid("POST", path, {"maximum_minor": amount}, Idempotency_Key="bid-1")
    assert pointers(found) == {"maximum_minor"}
    assert asker.invalid("POST", f"{path}/preview", {"maximum_minor": amount}) == found


@pytest.mark.parametrize("literal", ["1E3", "1e400", "0.1e4", "1000000000000000000000", "12500.0"])
def test_a_bid_is_written_in_digits(asker, literal):
    path = f"/v1/lots/{asker.market.ids['lot_id:bid'][1]}/bids"
    body = b'{"maximum_minor": %s}' % literal.encode()
    assert asker.invalid("POST", path, body, Idempotency_Key="bid-2")


@pytest.mark.parametrize("field", ["start_price_minor", "reserve_minor", "buy_now_minor"])
@pytest.mark.parametrize("amount", NO_AMOUNT, ids=repr)
def test_the_terms_of_a_lot_are_whole_numbers(asker, field, amount):
    if amount is None and field != "start_price_minor":
        pytest.skip("null says that there is none")
    assert pointers(asker.invalid("POST", "/v1/lots", {**LOT, field: amount})) == {field}
    path = f"/v1/lots/{asker.market.ids['lot_id:draft'][0]}"
    assert pointers(asker.invalid("PATCH", path, {field: amount}, If_Match='"1"')) == {field}


@pytest.mark.parametrize("amount", NO_AMOUNT, ids=repr)
def test_rules_are_tried_with_whole_numbers(asker, amount):
    path = f"/admin/v1/rule-sets/{asker.market.ids['rule_set_id'][0]}/trials"
    body = {**RULES, "start_price_minor": amount}
    assert pointers(asker.invalid("POST", path, body, caller="staff")) == {"start_price_minor"}
    step = {"kind": "bid", "bidder": "A", "maximum_minor": amount}
    body = {**RULES, "steps": [step]}
    assert pointers(asker.invalid("POST", path, body, caller="staff")) == {"steps"}


@pytest.mark.parametrize("amount", NO_AMOUNT, ids=repr)
def test_increments_are_whole_numbers(asker, amount):
    body = {
        "name": "odd",
        "currency": "EUR",
        "bands": [{"from_minor": 0, "steps_minor": [amount]}],
    }
    found = asker.invalid("POST", "/admin/v1/increment-tables", body, caller="staff")
    assert pointers(found) == {"bands"}


@pytest.mark.parametrize(
    "amount", ["-1", "1.5", "1e3", "NaN", "\uff11\uff10\uff10", "9007199254740993", ""]
)
def test_a_search_is_bounded_by_whole_numbers(asker, amount):
    for name in ("price_from_minor", "price_to_minor"):
        found = asker.invalid("GET", f"/v1/lots?currency=EUR&{name}={quote(amount)}")
        assert [pointer for pointer, _ in found] == [name]


@pytest.mark.parametrize(
    "code", ["eur", "XXX", "EURO", "", "E", "€", "BTC", "\uff25\uff35\uff32", "EUR\n", 978]
)
def test_a_currency_is_one_of_the_market(asker, code):
    assert pointers(asker.invalid("POST", "/v1/lots", {**LOT, "currency": code})) == {"currency"}
    found = asker.invalid("PATCH", "/v1/me", {"currency": code}, If_Match='"1"')
    assert pointers(found) == {"currency"}


def test_a_lot_of_another_currency_does_not_enter_a_sale(asker):
    body = {
        "currency": "JPY",
        "ends_at": later(),
        "lots": [{"lot_id": asker.market.ids["lot_id:free"][0]}],
    }
    status, code = asker.refused("POST", "/v1/auctions", body)
    assert (status, code) in {(422, "invalid_request"), (409, "lot_not_approved")}


@pytest.mark.parametrize("text", NO_TEXT.values(), ids=NO_TEXT)
@pytest.mark.parametrize(
    ("method", "path", "body", "field", "caller"),
    [
        ("POST", "/v1/lots", LOT, "title", "seller"),
        ("POST", "/v1/lots", LOT, "city", "seller"),
        ("PATCH", "/v1/me", {}, "display_name", "seller"),
        (
            "POST",
            "/v1/organisations",
            {"name": "x", "country": "LV", "is_trader": False},
            "name",
            "seller",
        ),
        (
            "POST",
            "/v1/organisations/{organisation_id}/api-keys",
            {"scopes": ["profile:read"]},
            "name",
            "seller",
        ),
        ("POST", "/v1/auctions", {"ends_at": later(), "lots": []}, "title", "seller"),
    ],
)
def test_a_line_is_a_line_of_visible_text(asker, method, path, body, field, caller, text):
    path = path.format(
        **{name: ids[0] for name, ids in asker.market.ids.items() if ":" not in name}
    )
    found = asker.invalid(
        method,
        path,
        {**body, field: text},
        caller=caller,
        **({"If_Match": '"1"'} if method == "PATCH" else {}),
    )
    assert field in pointers(found)


@pytest.mark.parametrize("text", NO_TEXT.values(), ids=NO_TEXT)
def test_prose_is_visible_text(asker, text):
    if text == "a\nb":
        pytest.skip("prose has lines")
    for field in ("description", "terms"):
        assert pointers(asker.invalid("POST", "/v1/lots", {**LOT, field: text})) == {field}
    path = f"/admin/v1/lots/{asker.market.ids['lot_id'][1]}/return"
    assert pointers(asker.invalid("POST", path, {"reason": text}, caller="staff")) == {"reason"}


@pytest.mark.parametrize(
    "text", ["a\x00b", "a\u202eb", "a\u200bb", "x" * 201, 1.5, 10**10, None, []]
)
def test_an_attribute_is_a_visible_text_or_a_whole_number(asker, text):
    found = asker.invalid("POST", "/v1/lots", {**LOT, "attributes": {"maker": text}})
    assert pointers(found) == {"attributes"}


@pytest.mark.parametrize("name", ["Maker", "a b", "__proto__", "x" * 41, "", "mäker", "a\x00"])
def test_an_attribute_has_a_plain_name(asker, name):
    found = asker.invalid("POST", "/v1/lots", {**LOT, "attributes": {name: "x"}})
    assert pointers(found) == {"attributes"}


@pytest.mark.parametrize(
    "address",
    [
        "anna",
        "@example.com",
        "anna@",
        "anna@localhost",
        "anna@example.com\n",
        "anna@example.com\r\nBcc: eve@example.com",
        "anna@exam\x00ple.com",
        "anna@example.com,eve@example.com",
        "Anna <anna@example.com>",
        '"anna"@example.com',
        "anna@[127.0.0.1]",
        "änna@example.com",
        "anna@ex\u0430mple.com",
        "a" * 250 + "@example.com",
        "anna@-example.com",
        "anna@example..com",
        "",
        None,
        5,
    ],
)
def test_an_address_is_one_plain_address(asker, address):
    for path in ("confirmation/letter", "password-reset/letter"):
        assert pointers(asker.invalid("POST", f"/v1/accounts/{path}", {"email": address})) == {
            "email"
        }


def test_what_is_not_known_is_refused_at_every_depth(asker):
    for body, pointer in (
        ({**LOT, "stage": "live"}, "/stage"),
        ({**LOT, "seller_id": "x"}, "/seller_id"),
        (
            {**LOT, "shipping": [{"method": "post", "area": "eu", "price_minor": 1, "free": True}]},
            "/shipping/0/free",
        ),
    ):
        assert (pointer, "extra_forbidden") in asker.invalid("POST", "/v1/lots", body)
    found = asker.invalid("PATCH", "/v1/me", {"roles": ["staff"], "version": 5}, If_Match='"1"')
    assert found == [("/roles", "extra_forbidden"), ("/version", "extra_forbidden")]


@pytest.mark.parametrize("value", [0, 1, "true", "yes", "", None, [], {}])
def test_a_switch_is_true_or_false(asker, value):
    body = {"name": "Old Things", "country": "LV", "is_trader": value}
    assert pointers(asker.invalid("POST", "/v1/organisations", body)) == {"is_trader"}


@pytest.mark.parametrize(
    "when",
    [
        0,
        1767225600,
        1e9,
        "1767225600",
        "2099-01-01",
        "2099-01-01T00:00:00",
        "2099-01-01T00:00:00+23:59",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "99999-01-01T00:00:00Z",
        "2099-13-01T00:00:00Z",
        "tomorrow",
        True,
        [],
    ],
)
def test_a_sale_ends_at_a_time(asker, when):
    body = {"ends_at": when, "lots": [{"lot_id": asker.market.ids["lot_id:free"][0]}]}
    assert pointers(asker.invalid("POST", "/v1/auctions", body)) == {"ends_at"}


def test_text_that_looks_dangerous_is_only_text(asker):
    for name in (
        "<script>alert(1)</script>",
        "Robert'); DROP TABLE lots;--",
        "{{7*7}}",
        "=1+1",
        "🕰",
    ):
        profile = Profile.objects.get(account=asker.market.accounts["seller"])
        answer = asker.send(
            "PATCH",
            "/v1/me",
            {"display_name": name},
            If_Match=f'"{asker.send("GET", "/v1/me").json()["version"]}"',
        )
        assert answer.json()["display_name"] == name
        assert answer["Content-Type"].startswith("application/json")
        profile.refresh_from_db()
        assert profile.display_name == name
