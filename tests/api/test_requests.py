"""What happens to every request once: outages, kept answers, conditions, deeply nested bodies."""

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client, RequestFactory

from tests.auctions.door import Door
from tests.factories import an_actor
from vendue.api import guard, health, middleware
from vendue.api.parser import MAXIMUM_DEPTH, StrictParser
from vendue.identity.models import Organisation
from vendue.identity.routes import organisations
from vendue.kernel.actor import Actor
from vendue.kernel.errors import Unavailable
from vendue.kernel.ids import new_id
from vendue.platform.models import IdempotencyKey

pytestmark = pytest.mark.django_db

BUSINESS = {"name": "Clocks", "country": "LV", "is_trader": False}
KEY = {"Idempotency-Key": "once"}


def _a_founder() -> Actor:
    return an_actor(scopes=frozenset({"organisations:write"}))


def _is_away(*_: object, **__: object) -> None:
    raise OperationalError("the database is away")


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_database_that_is_away_is_said_to_be_whoever_asks_it(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object) -> None:
        raise error("gone")

    monkeypatch.setattr(middleware.authentication, "authenticate", fail)
    answer = Client().get("/api/v1/me", headers={"Authorization": "Bearer token"})
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    assert answer["Retry-After"]


def test_a_key_that_cannot_be_looked_up_is_an_outage_too(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(guard.idempotency, "begin", _is_away)
    answer = Door(monkeypatch).ask("POST", "/v1/organisations", _a_founder(), BUSINESS, **KEY)
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")


def test_what_leaves_no_answer_leaves_no_effect(monkeypatch: pytest.MonkeyPatch):
    def found_and_fail(**_: object) -> None:
        Organisation.objects.create(name="Half done", country="LV", is_trader=False)
        raise Unavailable

    monkeypatch.setattr(organisations.organisations, "create", found_and_fail)
    answer = Door(monkeypatch).ask("POST", "/v1/organisations", _a_founder(), BUSINESS, **KEY)
    assert answer.status_code == 503
    assert not Organisation.objects.exists()
    assert not IdempotencyKey.objects.exists()


def test_a_market_without_its_database_says_that_it_is_not_ready(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(health, "_database_answers", lambda: False)
    answer = Client().get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (503, "not_ready")


def test_what_a_caller_reads_is_kept_for_nobody_else(monkeypatch: pytest.MonkeyPatch):
    door, reader = Door(monkeypatch), an_actor()
    read = door.ask("GET", "/v1/me/bids", reader)
    same = door.ask("GET", "/v1/me/bids", reader, **{"If-None-Match": read["ETag"]})
    gone = door.ask("GET", f"/v1/me/bids/{new_id()}", reader)
    assert [a.status_code for a in (read, same, gone)] == [200, 304, 404]
    assert {a["Cache-Control"] for a in (read, same, gone)} == {"private, no-cache"}
    assert not Client().get("/api/v1/categories").has_header("Cache-Control")


def test_an_answer_without_a_body_claims_no_length():
    read = Client().get("/api/v1/categories")
    again = Client().get("/api/v1/categories", headers={"If-None-Match": read["ETag"]})
    assert again.status_code == 304
    assert not again.has_header("Content-Length")
    assert read["Content-Length"] == str(len(read.content))


def _parsed(body: str) -> object:
    request = RequestFactory().post("/", body, content_type="application/json")
    return StrictParser().parse_body(request)


@pytest.mark.parametrize("before", ["", '"]]]]", ' * 40, '"\\"]]]]", ' * 40])
def test_texts_do_not_hide_how_deep_a_body_is(before: str):
    assert _parsed(f"[{before}{'[' * 63}{']' * 63}]")
    with pytest.raises(ValueError, match="deeply"):
        _parsed(f"[{before}{'[' * MAXIMUM_DEPTH}{']' * MAXIMUM_DEPTH}]")


def test_brackets_in_a_text_are_no_depth():
    assert _parsed('["' + "[{" * 200 + '"]') == ["[{" * 200]
