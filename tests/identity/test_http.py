"""Identity through HTTP: cookies, conditions, scopes, bad input, tenants."""

from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client

from tests.identity.factories import (
    PASSWORD,
    a_member,
    a_session,
    a_staff_account,
    an_account,
    an_organisation,
)
from vendue.identity.engine.access_tokens import Audience
from vendue.identity.engine.permissions import MemberRole, StaffPermission
from vendue.identity.models import Account, ApiKey, Letter, Session
from vendue.identity.services import letters
from vendue.platform.models import IdempotencyKey, OutboxEvent

pytestmark = pytest.mark.django_db

REGISTRATION = {
    "email": "anna@example.com",
    "password": PASSWORD,
    "display_name": "Anna",
    "terms_version": "2026-11-01",
    "age_confirmed": True,
}


def post(path, body, *, client=None, **headers):
    return (client or Client()).post(
        f"/api{path}", body, content_type="application/json", headers=headers
    )


def bearer(token):
    return {"Authorization": f"Bearer {token}"}


def as_owner_of(account):
    return bearer(a_session(account).access_token)


def as_staff(*permissions):
    account = a_staff_account(*permissions)
    return bearer(a_session(account, audience=Audience.STAFF).access_token)


def test_from_registration_to_signing_out(django_capture_on_commit_callbacks):
    assert post("/v1/accounts", REGISTRATION).status_code == 202
    refused = post("/v1/sessions", {"email": "anna@example.com", "password": PASSWORD})
    assert (refused.status_code, refused.json()["code"]) == (409, "email_unconfirmed")

    letters.send(Letter.objects.get().id)
    token = mail.outbox[0].body.split("#token=")[1].split()[0]
    assert post("/v1/accounts/confirmation", {"token": token}).status_code == 204

    signed_in = post("/v1/sessions", {"email": "Anna@example.com", "password": PASSWORD})
    assert signed_in.status_code == 201
    assert signed_in["Cache-Control"] == "no-store"
    assert not signed_in.cookies, "programs get no cookies"
    session = signed_in.json()

    refreshed = post("/v1/sessions/refresh", {"refresh_token": session["refresh_token"]})
    assert refreshed.status_code == 200
    headers = bearer(refreshed.json()["access_token"])
    me = Client().get("/api/v1/me", headers=headers)
    assert me.json()["email"] == "anna@example.com"

    with django_capture_on_commit_callbacks(execute=True):
        assert Client().delete("/api/v1/sessions/current", headers=headers).status_code == 204
    assert Client().get("/api/v1/me", headers=headers).json()["code"] == "unauthenticated"


def test_strangers_learn_nothing_from_an_answer():
    an_account(email="known@example.com")
    for path, body in (
        ("/v1/accounts", {**REGISTRATION}),
        ("/v1/accounts/confirmation/letter", {}),
        ("/v1/accounts/password-reset/letter", {}),
    ):
        answers = [
            post(path, {**body, "email": email})
            for email in ("known@example.com", "new@example.com")
        ]
        assert [a.status_code for a in answers] == [202, 202]
        bodies = [a.content.replace(b"known", b"new") for a in answers]
        assert bodies[0] == bodies[1]
        assert len({frozenset(a.headers) for a in answers}) == 1


def test_a_browser_keeps_its_refresh_token_in_a_cookie_that_pages_cannot_read():
    client, account = Client(), an_account()
    answer = post(
        "/v1/sessions",
        {"email": account.email, "password": PASSWORD, "transport": "cookie"},
        client=client,
    )
    assert answer.json()["refresh_token"] is None
    cookie = answer.cookies["vendue_refresh"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == "/api/v1/sessions"
    csrf = answer.cookies["vendue_csrf"]
    assert not csrf["httponly"]

    missing = post("/v1/sessions/refresh", {}, client=client)
    assert (missing.status_code, missing.json()["code"]) == (403, "not_allowed")
    wrong = post("/v1/sessions/refresh", {}, client=client, **{"X-CSRF-Token": "x" + csrf.value})
    assert wrong.status_code == 403
    assert Session.objects.get().counter == 0

    right = post("/v1/sessions/refresh", {}, client=client, **{"X-CSRF-Token": csrf.value})
    assert right.status_code == 200
    assert right.json()["refresh_token"] is None
    assert right.cookies["vendue_refresh"].value != cookie.value

    headers = bearer(right.json()["access_token"])
    out = client.delete("/api/v1/sessions/current", headers=headers)
    assert out.cookies["vendue_refresh"].value == ""


def test_the_csrf_token_of_one_session_does_not_serve_another():
    mine, theirs = Client(), Client()
    for client in (mine, theirs):
        post(
            "/v1/sessions",
            {"email": an_account().email, "password": PASSWORD, "transport": "cookie"},
            client=client,
        )
    foreign = mine.cookies["vendue_csrf"].value
    answer = post("/v1/sessions/refresh", {}, client=theirs, **{"X-CSRF-Token": foreign})
    assert answer.status_code == 403


def test_without_a_token_there_is_nothing_to_refresh():
    answer = post("/v1/sessions/refresh", {})
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")


def test_no_password_and_no_key_is_kept_for_a_repetition():
    account = an_account()
    key = {"Idempotency-Key": "the-same-key"}
    for path, body in (
        ("/v1/accounts", REGISTRATION),
        ("/v1/sessions", {"email": account.email, "password": PASSWORD}),
    ):
        post(path, body, **key)
    assert not IdempotencyKey.objects.exists()


def test_a_profile_changes_under_its_version():
    headers = as_owner_of(an_account())
    client = Client()
    me = client.get("/api/v1/me", headers=headers)

    def patch(body, tag):
        condition = {"If-Match": tag} if tag else {}
        return client.patch(
            "/api/v1/me", body, content_type="application/json", headers=headers | condition
        )

    assert patch({"language": "ru"}, None).status_code == 428
    changed = patch({"language": "ru", "time_zone": "Europe/London"}, me["ETag"])
    assert (changed.status_code, changed.json()["language"]) == (200, "ru")
    assert changed.json()["display_name"] == "Anna"
    assert patch({"language": "lv"}, me["ETag"]).json()["code"] == "stale"


@pytest.mark.parametrize(
    "change",
    [
        {"display_name": None},
        {"display_name": ""},
        {"display_name": "   "},
        {"display_name": "a\u0000b"},
        {"display_name": "evil \u202e name"},
        {"display_name": "zero\u200bwidth"},
        {"display_name": "x" * 81},
        {"language": "de"},
        {"language": None},
        {"time_zone": "Mars/Olympus"},
        {"time_zone": "../etc/passwd"},
        {"currency": "XXX"},
        {"email": "other@example.com"},
        {"roles": ["staff"]},
        {"version": 9},
    ],
)
def test_a_profile_refuses_what_it_does_not_know(change):
    account = an_account()
    headers = as_owner_of(account)
    answer = Client().patch(
        "/api/v1/me",
        change,
        content_type="application/json",
        headers={**headers, "If-Match": '"1"'},
    )
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/" + next(iter(change))
    assert Client().get("/api/v1/me", headers=headers).json()["version"] == 1


@pytest.mark.parametrize(
    "change",
    [
        {"email": "not an address"},
        {"email": "a@b"},
        {"email": "anna@example.com\nBcc: everybody@example.com"},
        {"email": "anna@example.com\u0000"},
        {"email": "\u202eanna@example.com"},
        {"email": "a" * 300 + "@example.com"},
        {"password": "short"},
        {"password": "p" * 201},
        {"display_name": "\u202egnp.exe"},
        {"terms_version": "x" * 41},
        {"age_confirmed": False},
        {"age_confirmed": "true"},
        {"age_confirmed": 1},
        {"roles": ["seller"]},
    ],
)
def test_a_registration_with_bad_fields_leaves_nothing(change):
    answer = post("/v1/accounts", {**REGISTRATION, **change})
    assert answer.status_code == 422
    assert answer.json()["code"] == "invalid_request"
    assert not Account.objects.exists()
    assert not OutboxEvent.objects.exists()


def test_a_name_of_a_megabyte_is_refused_before_it_is_read():
    assert post("/v1/accounts", {**REGISTRATION, "display_name": "x" * 2**20}).status_code == 413
    assert post("/v1/accounts", {**REGISTRATION, "display_name": "x" * 900_000}).status_code == 422


def test_organisations_and_their_keys():
    headers = as_owner_of(an_account())
    body = {"name": "Old Things Ltd", "country": "LV", "is_trader": True}
    created = post("/v1/organisations", body, **headers)
    assert created.status_code == 201
    assert created.json()["vat_no"] is None
    address = created["Location"]
    assert Client().get(address, headers=headers).json() == created.json()

    key = post(
        address.removeprefix("/api") + "/api-keys",
        {"name": "stock", "scopes": ["lots:write", "profile:read"]},
        **headers,
    )
    assert key.status_code == 201
    secret = key.json()["key"]
    assert Client().get(address, headers=bearer(secret)).status_code == 200
    listed = Client().get(f"{address}/api-keys", headers=headers)
    assert secret not in listed.text
    assert listed.json()["items"] == [key.json()["api_key"] | {"last_used_at": None}] or (
        listed.json()["items"][0]["last_used_at"] is not None
    )

    refused = Client().get(f"{address}/api-keys", headers=bearer(secret))
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")
    key_id = key.json()["api_key"]["api_key_id"]
    assert Client().delete(f"{address}/api-keys/{key_id}", headers=headers).status_code == 204
    assert ApiKey.objects.get().revoked_at is not None


def test_another_tenants_organisation_answers_exactly_like_a_missing_one():
    stranger = as_owner_of(an_account())
    owner, member = an_account(), an_account()
    organisation = an_organisation(owner)
    a_member(organisation, member, MemberRole.LISTER)
    body = {"name": "Mine now"}
    for method, tail, sent in (
        ("get", "", None),
        ("patch", "", body),
        ("get", "/members", None),
        ("post", "/members", {"account_id": str(uuid4()), "role": "lister"}),
        ("patch", f"/members/{member.id}", {"role": "analyst"}),
        ("delete", f"/members/{member.id}", None),
        ("get", "/api-keys", None),
        ("post", "/api-keys", {"name": "x", "scopes": ["lots:write"]}),
        ("delete", f"/api-keys/{uuid4()}", None),
    ):
        answers = []
        for organisation_id in (organisation.id, uuid4()):
            answer = getattr(Client(), method)(
                f"/api/v1/organisations/{organisation_id}{tail}",
                sent,
                content_type="application/json",
                headers={**stranger, "If-Match": '"1"'},
            )
            problem = answer.json()
            del problem["instance"], problem["request_id"]
            answers.append((answer.status_code, problem))
        assert answers[0] == answers[1]
        assert answers[0][0] == 404


def test_staff_sign_in_is_closed_to_everybody_else():
    account = an_account()
    answer = post("/admin/v1/sessions", {"email": account.email, "password": PASSWORD})
    assert (answer.status_code, answer.json()["code"]) == (401, "wrong_credentials")
    public = as_owner_of(a_staff_account())
    assert Client().get("/api/admin/v1/accounts", headers=public).status_code == 401
    assert Client().get("/api/v1/me", headers=as_staff()).status_code == 401


def test_staff_look_accounts_up():
    headers = as_staff(StaffPermission.ACCOUNTS)
    an_account(email="bertha@example.com")
    found = Client().get("/api/admin/v1/accounts?email=Bertha", headers=headers).json()
    assert [item["email"] for item in found["items"]] == ["bertha@example.com"]
    one = Client().get(f"/api/admin/v1/accounts/{found['items'][0]['account_id']}", headers=headers)
    assert one.status_code == 200
    without = as_staff(StaffPermission.FLAGS)
    assert Client().get("/api/admin/v1/accounts", headers=without).status_code == 403


def test_a_staff_session_has_its_own_cookie_and_ends():
    client, account = Client(), a_staff_account()
    body = {"email": account.email, "password": PASSWORD, "transport": "cookie"}
    begun = post("/admin/v1/sessions", body, client=client)
    assert begun.cookies["vendue_staff_refresh"]["path"] == "/api/admin/v1/sessions"
    csrf = begun.cookies["vendue_staff_csrf"].value
    again = post("/admin/v1/sessions/refresh", {}, client=client, **{"X-CSRF-Token": csrf})
    headers = bearer(again.json()["access_token"])
    ended = client.delete("/api/admin/v1/sessions/current", headers=headers)
    assert ended.status_code == 204
    assert Session.objects.get().end_reason == "signed_out"


def test_staff_make_test_bidders():
    answer = post(
        "/admin/v1/sandbox/bidders",
        {"count": 3, "prefix": "replay", "scopes": ["bids:write", "profile:read"]},
        **as_staff(StaffPermission.SANDBOX),
    )
    assert answer.status_code == 201
    bidders = answer.json()["bidders"]
    assert [b["display_name"] for b in bidders] == ["replay 1", "replay 2", "replay 3"]
    me = Client().get("/api/v1/me", headers=bearer(bidders[2]["api_key"])).json()
    assert me["account_id"] == bidders[2]["account_id"]
    assert me["email_confirmed_at"] is not None
