"""Price rules over HTTP: staff write, try and publish them, everybody reads what is published."""

import threading

import pytest
from django.db import connection

from tests.auctions.door import Door
from tests.factories import a_staff_actor
from vendue.kernel.ids import new_id
from vendue.payments.models import PriceRule
from vendue.payments.services import prices

pytestmark = pytest.mark.django_db

STAFF = "/admin/v1/price-rules"
EUROS = {"currency": "EUR", "bands": [{"from_minor": 0, "basis_points": 2_000}]}
WRITTEN = {"name": "house", "premiums": [EUROS]}


class Desk:
    """A member of staff at the staff API."""

    def __init__(self, door: Door) -> None:
        self.door = door
        self.actor = a_staff_actor("staff:rules")

    def ask(self, method, path, body=None, **headers):
        return self.door.ask(method, f"{STAFF}{path}", self.actor, body, **headers)

    def refusal(self, *asked, **headers):
        answer = self.ask(*asked, **headers)
        return answer.status_code, answer.json()["code"]


@pytest.fixture
def door(monkeypatch):
    return Door(monkeypatch)


@pytest.fixture
def desk(door):
    return Desk(door)


def test_a_draft_is_written_changed_tried_and_published(desk, door):
    made = desk.ask("POST", "", WRITTEN)
    assert made.status_code == 201
    draft = made.json()
    path = f"/{draft['price_rule_id']}"
    assert made["Location"] == f"/api{STAFF}{path}"
    assert draft["premiums"] == [{**EUROS, "minimum_minor": None}]
    assert (draft["name"], draft["number"], draft["edition"]) == ("house", 1, "draft")
    assert door.ask("GET", f"/v1/price-rules{path}").status_code == 404

    dearer = {**EUROS, "minimum_minor": 500}
    changed = desk.ask("PATCH", path, {"premiums": [dearer]}, If_Match='"1"')
    assert (changed.status_code, changed.json()["premiums"]) == (200, [dearer])
    assert desk.refusal("PATCH", path, {"premiums": [dearer]}) == (428, "precondition_required")
    assert desk.refusal("PATCH", path, {}, If_Match='"1"') == (412, "stale")

    tried = desk.ask(
        "POST",
        f"{path}/trials",
        {
            "currency": "EUR",
            "country": "LV",
            "vat_scheme": "standard",
            "ends_at": "2026-11-22T23:59:59-05:00",
            "shipping_minor": 690,
            "hammers_minor": [1_000, 10_000],
        },
    )
    assert tried.status_code == 200
    found = [
        (cost["premium_minor"], cost["premium_vat_minor"], cost["total_minor"])
        for cost in tried.json()["items"]
    ]
    assert found == [(500, 105, 2_505), (2_000, 420, 15_210)]

    published = desk.ask("POST", f"{path}/publication", {"reason": "From today on."})
    assert (published.status_code, published.json()["edition"]) == (200, "published")
    assert desk.refusal("PATCH", path, {"is_one_stop_shop": True}, If_Match='"3"') == (
        409,
        "prices_published",
    )
    assert door.ask("GET", f"/v1/price-rules{path}").json() == published.json()
    assert door.ask("GET", "/v1/price-rules?name=house").json()["items"] == [published.json()]


def test_a_trial_needs_prices_for_its_currency(desk):
    path = f"/{desk.ask('POST', '', WRITTEN).json()['price_rule_id']}/trials"
    trial = {"country": "LV", "ends_at": "2026-11-22T20:00:00Z", "hammers_minor": [1]}
    assert desk.refusal("POST", path, {"currency": "USD", **trial}) == (409, "prices_not_published")
    nowhere = f"/{new_id()}/trials"
    assert desk.refusal("POST", nowhere, {"currency": "EUR", **trial}) == (404, "not_found")


@pytest.mark.parametrize(
    ("premiums", "code"),
    [
        ([], "invalid_request"),
        ([EUROS, EUROS], "invalid_request"),
        ([{**EUROS, "currency": "XTS"}], "invalid_request"),
        ([{**EUROS, "bands": [{"from_minor": 0, "basis_points": 15.5}]}], "invalid_request"),
        ([{**EUROS, "bands": [{"from_minor": 0, "basis_points": 10_001}]}], "invalid_request"),
        ([{**EUROS, "bands": [{"from_minor": 5, "basis_points": 1_500}]}], "invalid_prices"),
        ([{**EUROS, "minimum_minor": 0}], "invalid_request"),
    ],
)
def test_what_is_no_price_is_refused(desk, premiums, code):
    before = PriceRule.objects.count()
    assert desk.refusal("POST", "", {"name": "odd", "premiums": premiums}) == (422, code)
    assert PriceRule.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_drafts_written_at_once_get_numbers_of_their_own():
    staff = a_staff_actor("staff:rules")
    document = {"EUR": {"bands": [{"from_minor": 0, "basis_points": 1}], "minimum_minor": None}}
    numbers: list[int] = []

    def write() -> None:
        try:
            made = prices.create_price_rule(
                actor=staff, name="house", premiums=document, is_one_stop_shop=False
            )
            numbers.append(made.number)
        finally:
            connection.close()

    writers = [threading.Thread(target=write) for _ in range(6)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(numbers) == [1, 2, 3, 4, 5, 6]
