"""The catalogue through HTTP: shapes, conditions, tenants, bad input."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.auctions.door import Door
from tests.catalogue.factories import (
    a_category,
    a_listed_lot,
    a_lot,
    a_picture,
    a_seller_of,
)
from tests.factories import a_staff_actor, an_actor
from vendue.catalogue.models import Lot, Photograph
from vendue.catalogue.services import photographs
from vendue.kernel import clock
from vendue.platform.models import OutboxEvent

pytestmark = pytest.mark.django_db


@pytest.fixture
def door(monkeypatch):
    return Door(monkeypatch)


def a_draft(category, **fields):
    defaults = {
        "category": category.slug,
        "title": "Kamīna pulkstenis",
        "language": "lv",
        "condition": "good",
        "country": "LV",
        "currency": "EUR",
        "start_price_minor": 1_000,
    }
    return {**defaults, **fields}


def pointers(answer):
    return {error["pointer"] for error in answer.json()["errors"]}


def test_a_draft_is_created_read_changed_and_submitted(door):
    actor = an_actor()
    body = a_draft(a_category(), reserve_minor=2_000, attributes={"material": "oak"})
    created = door.ask("POST", "/v1/lots", actor, body)
    assert created.status_code == 201, created.content
    lot_id = created.json()["lot_id"]
    assert created["Location"] == f"/api/v1/me/lots/{lot_id}"

    mine = door.ask("GET", f"/v1/me/lots/{lot_id}", actor)
    assert (mine.json()["reserve_minor"], mine.json()["stage"]) == (2_000, "draft")
    assert mine.json()["state"] is None

    change = {
        "description": "Iet labi.",
        "shipping": [{"method": "parcel", "area": "worldwide", "price_minor": None}],
        "reserve_minor": None,
    }
    path = f"/v1/lots/{lot_id}"
    assert door.ask("PATCH", path, actor, change).status_code == 428
    changed = door.ask("PATCH", path, actor, change, **{"If-Match": mine["ETag"]})
    assert changed.status_code == 200, changed.content
    assert changed.json()["reserve_minor"] is None
    stale = door.ask("PATCH", path, actor, change, **{"If-Match": mine["ETag"]})
    assert (stale.status_code, stale.json()["code"]) == (412, "stale")

    submitted = door.ask("POST", f"{path}/submission", actor, {})
    assert submitted.status_code == 200, submitted.content
    assert submitted.json()["stage"] in {"submitted", "approved"}
    assert len(door.ask("GET", "/v1/me/lots", actor).json()["items"]) == 1


def test_everybody_reads_a_published_lot_and_nobody_its_reserve(door):
    lot = a_listed_lot(reserve_minor=7_654)
    read = door.ask("GET", f"/v1/lots/{lot.id}")
    assert read.status_code == 200, read.content
    assert read.json()["state"]["lot_id"] == str(lot.id)
    assert "7654" not in read.content.decode()
    unchanged = door.ask("GET", f"/v1/lots/{lot.id}", **{"If-None-Match": read["ETag"]})
    assert unchanged.status_code == 304


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/lots/{}"),
        ("GET", "/v1/me/lots/{}"),
        ("PATCH", "/v1/lots/{}"),
        ("POST", "/v1/lots/{}/submission"),
        ("POST", "/v1/lots/{}/relisting"),
        ("POST", "/v1/lots/{}/watch"),
        ("POST", "/v1/lots/{}/withdrawal"),
    ],
)
def test_anothers_draft_answers_like_a_missing_one(door, method, path):
    lot, stranger = a_lot(), an_actor()
    missing = "01900000-0000-7000-8000-000000000000"
    body = {} if method in {"PATCH", "POST"} else None
    answers = []
    for lot_id in (str(lot.id), missing):
        answer = door.ask(method, path.format(lot_id), stranger, body, **{"If-Match": '"1"'})
        kept = {k: v for k, v in answer.json().items() if k not in {"instance", "request_id"}}
        answers.append((answer.status_code, kept))
    assert answers[0] == answers[1]
    assert answers[0][0] == 404


def test_the_seller_reads_the_draft_as_everybody_will(door):
    lot = a_lot()
    assert door.ask("GET", f"/v1/lots/{lot.id}", a_seller_of(lot)).status_code == 200
    assert door.ask("GET", f"/v1/lots/{lot.id}").status_code == 404


def test_writing_needs_an_account_and_the_scope(door):
    body = a_draft(a_category())
    assert door.ask("POST", "/v1/lots", None, body).status_code == 401
    reader = an_actor(scopes=frozenset({"profile:read"}))
    assert door.ask("POST", "/v1/lots", reader, body).status_code == 403
    assert not Lot.objects.exists()


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"start_price_minor": 0}, "start_price_minor"),
        ({"start_price_minor": -1}, "start_price_minor"),
        ({"start_price_minor": 2**53 + 1}, "start_price_minor"),
        ({"start_price_minor": 10.5}, "start_price_minor"),
        ({"start_price_minor": "1000"}, "start_price_minor"),
        ({"currency": "XXX"}, "currency"),
        ({"country": "lv"}, "country"),
        ({"title": "a\u0000bc"}, "title"),
        ({"title": "\u202eevil title"}, "title"),
        ({"title": "in\u200bvisible"}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"description": "x" * 10_001}, "description"),
        ({"attributes": {"material": None}}, "material"),
        ({"attributes": {"material": 1.5}}, "material"),
        ({"attributes": {f"a{n}": 1 for n in range(31)}}, "attributes"),
        ({"shipping": [{"method": "owl", "area": "worldwide", "price_minor": 1}]}, "method"),
        ({"shipping": [{}] * 11}, "shipping"),
        ({"unknown": 1}, "unknown"),
    ],
)
def test_a_bad_field_is_named_and_nothing_is_written(door, fields, pointer):
    answer = door.ask("POST", "/v1/lots", an_actor(), a_draft(a_category(), **fields))
    assert answer.status_code == 422, answer.content
    assert any(pointer in found for found in pointers(answer))
    assert not Lot.objects.exists()


def test_a_search_gives_summaries_and_counts(door):
    category = a_category("clocks")
    lot = a_listed_lot(category=category, title="Zīda pulkstenis")
    query = "words=zida&category=clocks&attribute=material:oak&condition=good&condition=fair"
    found = door.ask("GET", f"/v1/lots?{query}&ending_within=2h&sort=relevance").json()
    assert [item["lot_id"] for item in found["items"]] == [str(lot.id)]
    assert (found["next_cursor"], found["is_similar"]) == (None, False)
    assert found["items"][0]["seller"]["kind"] == "private"
    counted = door.ask("GET", f"/v1/lots/counts?{query}").json()
    assert counted["total"] == {"count": 1, "is_capped": False}
    material = next(facet for facet in counted["facets"] if facet["name"] == "material")
    assert material["values"] == [{"value": "oak", "count": 1, "is_capped": False}]


@pytest.mark.parametrize(
    "query",
    [
        "cursor=nonsense",
        "limit=0",
        "limit=101",
        "category=no-such",
        "price_to_minor=5",
        "price_to_minor=9e99&currency=EUR",
        "attribute=material",
        "attribute=@condition:good",
        "condition=perfect",
        "ending_within=forever",
        "ends_before=tomorrow",
        "sort=random",
        "status=draft",
        "words=%00",
        "surprise=1",
    ],
)
@pytest.mark.parametrize("path", ["/v1/lots", "/v1/lots/counts"])
def test_a_bad_search_is_refused(door, path, query):
    answer = door.ask("GET", f"{path}?{query}")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


def upload(door, actor, lot, data, **fields):
    file = SimpleUploadedFile("../../picture.svg", data, content_type="image/svg+xml")
    door._actors["seller"] = actor
    return Client().post(
        f"/api/v1/lots/{lot.id}/photographs",
        {"file": file, **fields},
        headers={"Authorization": "Bearer seller"},
    )


def test_a_photograph_is_uploaded_shown_and_removed(door):
    lot = a_lot()
    actor = a_seller_of(lot)
    added = upload(door, actor, lot, a_picture(), alt_text="Ciparnīca")
    assert added.status_code == 201, added.content
    photographs.make_renditions(Photograph.objects.get().id)
    shown = door.ask("GET", f"/v1/me/lots/{lot.id}", actor).json()["photographs"][0]
    assert (shown["status"], shown["alt_text"]) == ("ready", "Ciparnīca")
    size = shown["sizes"][0]
    assert size["webp_url"].endswith(".webp")
    assert size["avif_url"].endswith(".avif")

    path = f"/v1/lots/{lot.id}/photographs/{shown['photograph_id']}"
    moved = door.ask("PATCH", path, actor, {"alt_text": "Mugura"}, **{"If-Match": '"1"'})
    assert moved.json()["alt_text"] == "Mugura"
    assert door.ask("DELETE", path, actor).status_code == 204
    assert door.ask("DELETE", path, actor).status_code == 404


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"<svg onload='alert(1)'/>", 422, "photograph_unreadable"),
        (b"", 422, "photograph_unreadable"),
        (b"\xff\xd8\xff" + b"\0" * (20 * 1024 * 1024), 413, "photograph_too_large"),
    ],
)
def test_a_bad_upload_is_refused_with_its_cause(door, data, status, code):
    lot = a_lot()
    answer = upload(door, a_seller_of(lot), lot, data)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not Photograph.objects.exists()


def test_a_watch_list_is_kept(door):
    lot, actor = a_listed_lot(), an_actor()
    watched = door.ask("POST", f"/v1/lots/{lot.id}/watch", actor, {})
    assert watched.status_code == 201, watched.content
    listed = door.ask("GET", "/v1/me/watched-lots", actor).json()
    assert [item["lot_id"] for item in listed["items"]] == [str(lot.id)]
    assert door.ask("DELETE", f"/v1/lots/{lot.id}/watch", actor).status_code == 204
    assert door.ask("GET", "/v1/me/watched-lots", actor).json()["items"] == []


def test_staff_review_what_waits_longest_first(door):
    staff = a_staff_actor("staff:lots")
    first, second = (a_lot(stage="submitted", submitted_at=clock.now()) for _ in range(2))
    page = door.ask("GET", "/admin/v1/lots/submitted?limit=1", staff).json()
    assert [item["lot_id"] for item in page["items"]] == [str(first.id)]
    rest = door.ask("GET", f"/admin/v1/lots/submitted?cursor={page['next_cursor']}", staff).json()
    assert [item["lot_id"] for item in rest["items"]] == [str(second.id)]
    reason = {"reason": "All in order"}
    approved = door.ask("POST", f"/admin/v1/lots/{first.id}/approval", staff, reason)
    assert approved.json()["stage"] == "approved"
    returned = door.ask("POST", f"/admin/v1/lots/{second.id}/return", staff, reason)
    assert returned.json()["review_note"] == "All in order"


def test_a_review_may_name_the_version_it_is_of(door):
    staff, reason = a_staff_actor("staff:lots"), {"reason": "All in order"}
    lot = a_lot(stage="submitted", submitted_at=clock.now(), version=2)
    path = f"/admin/v1/lots/{lot.id}"
    stale = door.ask("POST", f"{path}/approval", staff, reason, **{"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["code"]) == (412, "stale")
    read = door.ask("GET", path, staff)
    tag = {"If-Match": read["ETag"]}
    assert door.ask("POST", f"{path}/approval", staff, reason, **tag).status_code == 200


def test_only_staff_with_the_permission_review(door):
    lot = a_lot(stage="submitted", submitted_at=clock.now())
    path, body = f"/admin/v1/lots/{lot.id}/approval", {"reason": "All in order"}
    for actor, status in (
        (None, 401),
        (a_seller_of(lot), 401),
        (a_staff_actor("staff:flags"), 403),
    ):
        assert door.ask("POST", path, actor, body).status_code == status
    assert not OutboxEvent.objects.exists()


def test_staff_grow_the_tree_and_everybody_reads_it(door):
    staff = a_staff_actor("staff:categories")
    names = {"name_lv": "Pulksteņi", "name_en": "Clocks", "name_ru": "Часы"}
    body = {"slug": "clocks", **names, "reason": "A new kind of thing"}
    created = door.ask("POST", "/admin/v1/categories", staff, body)
    assert created.status_code == 201, created.content
    category_id = created.json()["category_id"]
    renamed = door.ask(
        "PATCH",
        f"/admin/v1/categories/{category_id}",
        staff,
        {"name_en": "Timepieces", "reason": "Named better"},
        **{"If-Match": '"1"'},
    )
    assert renamed.status_code == 200, renamed.content
    read = door.ask("GET", "/v1/categories/clocks").json()
    assert (read["name_en"], read["version"], read["facets"]) == ("Timepieces", 2, [])
    tree = door.ask("GET", "/v1/categories").json()
    assert [node["slug"] for node in tree["items"]] == ["clocks"]
