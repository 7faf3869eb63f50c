"""Saved searches over HTTP: kept, changed, removed, bounded, one's own."""

import pytest

from tests.auctions.door import Door
from tests.catalogue.factories import a_category
from tests.factories import an_actor
from vendue.catalogue.models import SavedSearch
from vendue.catalogue.services import saved_searches
from vendue.kernel.ids import new_id

pytestmark = pytest.mark.django_db

PATH = "/v1/me/saved-searches"


@pytest.fixture
def door(monkeypatch) -> Door:
    return Door(monkeypatch)


def kept(door: Door, actor, **fields):
    body = {"name": "Clocks", "query": {"words": "clock"}, **fields}
    return door.ask("POST", PATH, actor, body)


def test_a_search_is_kept_with_every_filter_named(door):
    actor, category = an_actor(), a_category("clocks")
    query = {
        "words": "pulkstenis",
        "category": category.slug,
        "attribute": ["material:oak"],
        "currency": "EUR",
        "price_to_minor": 50_000,
    }
    answer = kept(door, actor, query=query, alert="daily")
    search = answer.json()

    assert answer.status_code == 201
    assert answer["Location"] == f"/api{PATH}/{search['saved_search_id']}"
    assert search["query"] == {
        **dict.fromkeys(search["query"]),
        "condition": [],
        "status": "live",
        **query,
    }
    assert (search["alert"], search["last_alerted_at"], search["version"]) == ("daily", None, 1)
    assert door.ask("GET", answer["Location"].removeprefix("/api"), actor).json() == search
    assert door.ask("GET", PATH, actor).json()["items"] == [search]


def test_pages_go_from_the_newest_on(door):
    actor = an_actor()
    ids = [kept(door, actor, name=f"Search {n}").json()["saved_search_id"] for n in range(3)]
    first = door.ask("GET", f"{PATH}?limit=2", actor).json()
    rest = door.ask("GET", f"{PATH}?limit=2&cursor={first['next_cursor']}", actor).json()
    found = [item["saved_search_id"] for item in (*first["items"], *rest["items"])]
    assert found == ids[::-1]


def test_a_change_replaces_the_query_whole_and_leaves_the_rest(door):
    actor = an_actor()
    answer = kept(door, actor, query={"words": "clock", "country": "LV"}, alert="immediate")
    path = f"{PATH}/{answer.json()['saved_search_id']}"
    looked = SavedSearch.objects.get().looked_until

    changed = door.ask("PATCH", path, actor, {"query": {"words": "oak"}}, **{"If-Match": '"1"'})

    search = changed.json()
    assert (changed.status_code, search["version"], search["alert"]) == (200, 2, "immediate")
    assert (search["query"]["words"], search["query"]["country"]) == ("oak", None)
    # What is listed already is no news for the new query.
    assert SavedSearch.objects.get().looked_until > looked


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ({"category": "no-such"}, "/query/category"),
        ({"price_from_minor": 5}, "/query/currency"),
    ],
)
def test_a_query_that_no_lot_could_match_is_refused(door, query, pointer):
    answer = kept(door, an_actor(), query=query)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize(
    "body",
    [
        {"query": {"words": "clock"}},
        {"name": "", "query": {}},
        {"name": "Clocks", "query": {"price_to_minor": "5", "currency": "EUR"}},
        {"name": "Clocks", "query": {"sort": "newest"}},
        {"name": "Clocks", "query": {}, "alert": "hourly"},
        {"name": "a" * 81, "query": {}},
    ],
)
def test_what_is_not_valid_is_not_kept(door, body):
    assert door.ask("POST", PATH, an_actor(), body).status_code == 422
    assert not SavedSearch.objects.exists()


def test_an_account_keeps_so_many_and_no_more(door, monkeypatch):
    monkeypatch.setattr(saved_searches, "MAXIMUM_KEPT", 1)
    actor = an_actor()
    assert kept(door, actor).status_code == 201
    refused = kept(door, actor)
    assert (refused.status_code, refused.json()["code"]) == (409, "too_many_saved_searches")
    assert refused.json()["maximum"] == SavedSearch.objects.count() == 1


def test_anothers_search_is_as_none(door):
    theirs = kept(door, an_actor()).json()["saved_search_id"]
    stranger = an_actor()
    for search_id in (theirs, new_id()):
        path = f"{PATH}/{search_id}"
        answers = [
            door.ask("GET", path, stranger),
            door.ask("DELETE", path, stranger),
            door.ask("PATCH", path, stranger, {"name": "Mine"}, **{"If-Match": '"1"'}),
        ]
        assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert SavedSearch.objects.get().name == "Clocks"


def test_what_is_removed_is_gone(door):
    actor = an_actor()
    path = f"{PATH}/{kept(door, actor).json()['saved_search_id']}"
    assert [door.ask("DELETE", path, actor).status_code for _ in range(2)] == [204, 404]
    assert not SavedSearch.objects.exists()


def test_a_stale_change_is_refused(door):
    actor = an_actor()
    path = f"{PATH}/{kept(door, actor).json()['saved_search_id']}"
    answer = door.ask("PATCH", path, actor, {"name": "Oak"}, **{"If-Match": '"9"'})
    assert (answer.status_code, SavedSearch.objects.get().name) == (412, "Clocks")
