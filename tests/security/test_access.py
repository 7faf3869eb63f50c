"""Every operation, every caller: who gets past the door, and what the others learn there."""

import re
from datetime import timedelta

import orjson
import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from tests.catalogue.factories import a_picture
from tests.security.access import NOBODY, OPEN, PERSON, Row
from tests.security.access_public import PUBLIC
from tests.security.access_staff import STAFF
from tests.security.asking import Asker, a_problem
from vendue.api.export import CONTRACTS
from vendue.kernel import clock
from vendue.kernel.ids import new_id

pytestmark = pytest.mark.django_db

EVERY = [*PUBLIC, *STAFF]
BY_NAME = pytest.mark.parametrize("row", EVERY, ids=lambda row: row.operation)
UNAUTHENTICATED = (401, "unauthenticated")
NOT_ALLOWED = (403, "not_allowed")
#: Refusals that come before anything is looked for.
AT_THE_DOOR = {"unauthenticated", "token_expired", "not_allowed"}
#: These judge a credential of their own, and the one that the table sends is none.
REFRESHING = {"refresh_session", "refresh_staff_session"}


def ask(asker: Asker, row: Row, caller: str, ids: dict[str, str] | None = None):
    """Call the operation as somebody, with things that exist unless others are named."""
    known = {name: values[-1] for name, values in asker.market.ids.items()}
    path = row.path.format(**{**known, **(ids or {})}) + row.query
    headers = {"Idempotency_Key": new_id().hex} if row.method == "POST" else {}
    if row.method == "PATCH":
        headers["If_Match"] = '"1"'
    if row.operation == "add_photograph":
        body, content_type = a_form()
        return asker.send(
            row.method, path, body, caller=caller, content_type=content_type, **headers
        )
    return asker.send(row.method, path, row.body, caller=caller, **headers)


def a_form():
    request = RequestFactory().post("/", {"file": SimpleUploadedFile("clock.jpg", a_picture())})
    return request.body, request.META["CONTENT_TYPE"]


def refusal(answer):
    problem = a_problem(answer)
    return problem["status"], problem["code"]


def gets_in(answer):
    """Past the door; what the operation then says is not asked here."""
    assert answer.status_code < 500, answer.content
    return answer.status_code < 400 or orjson.loads(answer.content)["code"] not in AT_THE_DOOR


def is_staff(row):
    return row in STAFF


def test_every_operation_has_its_row():
    for name, rows in (("openapi.json", PUBLIC), ("admin.json", STAFF)):
        paths = CONTRACTS[name].get_openapi_schema()["paths"]
        contract = {
            (operation["operationId"], method.upper(), re.sub(r"\{\w+\}", "{}", path))
            for path, methods in paths.items()
            for method, operation in methods.items()
        }
        table = {(r.operation, r.method, "/api" + re.sub(r"\{\w+\}", "{}", r.path)) for r in rows}
        assert table == contract
        assert len(rows) == len(table)


@BY_NAME
def test_a_guest_gets_into_what_is_open(asker, row):
    answer = ask(asker, row, "guest")
    if row.needs == OPEN and row.operation not in REFRESHING:
        assert gets_in(answer)
    else:
        assert refusal(answer) == UNAUTHENTICATED
        assert answer["WWW-Authenticate"].startswith("Bearer")


@BY_NAME
def test_somebody_without_the_scope_does_not_get_in(asker, row):
    key = "key" if row.needs != "profile:read" else "key without"
    for caller in ("helper",) if is_staff(row) else ("bare", key):
        answer = ask(asker, row, caller)
        if row.operation in REFRESHING:
            assert refusal(answer) == UNAUTHENTICATED
        elif row.needs == OPEN or (row.needs == PERSON and caller != key):
            assert gets_in(answer), caller
        else:
            assert refusal(answer) == NOT_ALLOWED, caller


@BY_NAME
def test_somebody_with_the_scope_gets_in(asker, row):
    answer = ask(asker, row, "staff" if is_staff(row) else "seller")
    assert gets_in(answer) or row.operation in REFRESHING


@BY_NAME
def test_a_key_with_one_scope_gets_into_what_needs_it_alone(asker, row):
    if is_staff(row):
        assert refusal(ask(asker, row, "key")) == UNAUTHENTICATED
        return
    answer = ask(asker, row, "key")
    if row.needs == "profile:read":
        assert gets_in(answer)
    elif row.needs != OPEN:
        assert refusal(answer) == NOT_ALLOWED


@BY_NAME
def test_a_token_of_the_other_api_is_none(asker, row):
    for caller in ("seller", "key") if is_staff(row) else ("staff", "clerk"):
        assert refusal(ask(asker, row, caller)) == UNAUTHENTICATED


@BY_NAME
def test_an_expired_token_is_told_so_everywhere(asker, row):
    with time_machine.travel(clock.now() + timedelta(minutes=11)):
        answer = ask(asker, row, "staff" if is_staff(row) else "seller")
    assert refusal(answer) == (401, "token_expired")


@BY_NAME
def test_a_credential_that_is_none_is_refused_even_where_guests_get_in(asker, row):
    asker.market.tokens["nonsense"] = "nonsense"
    assert refusal(ask(asker, row, "nonsense")) == UNAUTHENTICATED


@pytest.mark.parametrize("row", PUBLIC, ids=lambda row: row.operation)
def test_a_suspension_keeps_from_bidding_and_from_nothing_else(asker, row):
    ids = {"lot_id": asker.market.ids["lot_id:bid"][1]}
    answer = ask(asker, row, "suspended", ids)
    if row.suspended is not None:
        assert refusal(answer) == (403, row.suspended)
    elif answer.status_code >= 400:
        assert refusal(answer)[1] != "account_suspended"


@pytest.mark.parametrize(
    "row", [row for row in EVERY if "_id}" in row.path], ids=lambda row: row.operation
)
def test_what_does_not_exist_is_not_found(asker, row):
    ids = dict.fromkeys(re.findall(r"\{(\w+_id)\}", row.path), NOBODY)
    answer = ask(asker, row, "staff" if is_staff(row) else "seller", ids)
    if row.operation == "unwatch_lot":
        assert answer.status_code == 204, "what is not watched is not watched"
    else:
        assert refusal(answer) == (404, "not_found")


@pytest.mark.parametrize(
    "row", [row for row in PUBLIC if row.foreign], ids=lambda row: row.operation
)
def test_another_tenants_thing_answers_like_none(asker, row):
    names = re.findall(r"\{(\w+_id)\}", row.path)
    theirs = {
        name: asker.market.ids[place][0] for name, place in zip(names, row.foreign, strict=True)
    }
    for caller in ("seller", "key"):
        foreign = ask(asker, row, caller, theirs)
        missing = ask(asker, row, caller, dict.fromkeys(names, NOBODY))
        assert _alike(foreign, theirs) == _alike(missing, dict.fromkeys(names, NOBODY))


def _alike(answer, ids):
    """An answer without what names the question."""
    text = answer.content.decode()
    for value in ids.values():
        text = text.replace(value, "…")
    text = text.replace(answer["X-Request-Id"], "…")
    headers = {
        name: value
        for name, value in answer.headers.items()
        if name not in {"X-Request-Id", "Content-Length"} and "RateLimit" not in name
    }
    return answer.status_code, text, headers
