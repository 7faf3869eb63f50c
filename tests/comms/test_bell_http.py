"""The bell and its preferences over HTTP."""

import pytest

from tests.auctions.door import Door
from tests.comms.bell import bids, entry, relayed, told
from tests.factories import a_live_lot, an_actor
from vendue.comms.models import Notification, NotificationPreference
from vendue.comms.queries import notifications as queries
from vendue.kernel.ids import new_id
from vendue.platform.models import AuditEntry

pytestmark = pytest.mark.django_db

BELL = "/v1/me/notifications"
WISHES = "/v1/me/notification-preferences"


@pytest.fixture
def door(monkeypatch) -> Door:
    return Door(monkeypatch)


def rung(times: int = 1):
    """Somebody who was outbid on so many lots, the last of them first."""
    actor, rival = an_actor(), an_actor()
    lots = [a_live_lot(title=f"Clock {number}") for number in range(times)]
    for lot in lots:
        bids(lot, (actor, 5_000))
        relayed()
        bids(lot, (rival, 6_000))
        relayed()
    return actor, lots[::-1]


def test_the_bell_lists_the_latest_first_in_pages(door):
    actor, lots = rung(3)
    first = door.ask("GET", f"{BELL}?limit=2", actor).json()
    rest = door.ask("GET", f"{BELL}?limit=2&cursor={first['next_cursor']}", actor).json()

    items = [*first["items"], *rest["items"]]
    assert [item["lot_id"] for item in items] == [str(lot.lot_id) for lot in lots]
    assert rest["next_cursor"] is None
    newest = items[0]
    assert (newest["kind"], newest["lot_title"], newest["read_at"]) == ("outbid", "Clock 2", None)
    assert newest["data"] == {
        "price_minor": 5_100,
        "minimum_bid_minor": 5_200,
        "currency": "USD",
        "ends_at": newest["data"]["ends_at"],
        "is_leading": None,
        "result": None,
        "saved_search_name": None,
        "lot_count": None,
    }


def test_reading_one_is_seen_on_every_device(door):
    actor, (lot, _) = rung(2)
    notification_id = entry(actor, lot.lot_id).id
    before = len(told(actor))

    answers = [door.ask("POST", f"{BELL}/{notification_id}/reading", actor) for _ in range(2)]

    read = answers[0].json()
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[1].json() == read
    (pushed,) = told(actor)[before:]
    assert (pushed["type"], pushed["notification"]) == ("me.notification", read)
    assert door.ask("GET", f"{BELL}/count", actor).json() == {"count": 1, "is_capped": False}
    unread = door.ask("GET", f"{BELL}?is_read=false", actor).json()["items"]
    assert str(notification_id) not in [item["notification_id"] for item in unread]
    seen = door.ask("GET", f"{BELL}?is_read=true", actor).json()["items"]
    assert [item["notification_id"] for item in seen] == [str(notification_id)]


def test_reading_all_leaves_nothing_unread(door):
    actor, _ = rung(2)
    other, _ = rung()
    answer = door.ask("POST", f"{BELL}/reading", actor)
    assert (answer.status_code, set(answer.json())) == (200, {"read_at"})
    assert told(actor)[-1]["type"] == "me.notifications_read"
    assert door.ask("GET", f"{BELL}/count", actor).json()["count"] == 0
    assert door.ask("GET", f"{BELL}/count", other).json()["count"] == 1
    count = len(told(actor))
    door.ask("POST", f"{BELL}/reading", actor)
    assert len(told(actor)) == count


def test_the_count_stops_where_nobody_counts_on(door, monkeypatch):
    monkeypatch.setattr(queries, "COUNTED", 1)
    actor, _ = rung(2)
    assert door.ask("GET", f"{BELL}/count", actor).json() == {"count": 1, "is_capped": True}


def test_anothers_entry_is_as_none(door):
    actor, (lot,) = rung()
    theirs = entry(actor, lot.lot_id).id
    for notification_id in (theirs, new_id()):
        answer = door.ask("POST", f"{BELL}/{notification_id}/reading", an_actor())
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert entry(actor, lot.lot_id).read_at is None


def test_a_hidden_entry_is_neither_listed_nor_counted_nor_read(door):
    actor, (lot,) = rung()
    Notification.objects.update(is_shown=False)
    assert door.ask("GET", BELL, actor).json()["items"] == []
    assert door.ask("GET", f"{BELL}/count", actor).json()["count"] == 0
    path = f"{BELL}/{entry(actor, lot.lot_id).id}/reading"
    assert door.ask("POST", path, actor).status_code == 404


@pytest.mark.parametrize("query", ["is_read=1", "is_read=yes", "is_read=", "kind=won", "limit=0"])
def test_what_the_list_does_not_know_is_refused(door, query):
    assert door.ask("GET", f"{BELL}?{query}", an_actor()).status_code == 422


def test_preferences_change_what_is_named_and_nothing_else(door):
    actor = an_actor()
    first = door.ask("GET", WISHES, actor)
    before = first.json()
    assert (before["ending_notice"], before["version"]) == ("quarter_hour", 1)

    changed = door.ask(
        "PATCH",
        WISHES,
        actor,
        {"channels": [{"kind": "outbid", "email": False}], "ending_notice": "hour"},
        **{"If-Match": first["ETag"]},
    )

    after = changed.json()
    assert (changed.status_code, after["ending_notice"], after["version"]) == (200, "hour", 2)
    wishes = {one["kind"]: one for one in after["channels"]}
    assert wishes.pop("outbid") == {"kind": "outbid", "in_app": True, "email": False}
    assert list(wishes.values()) == [c for c in before["channels"] if c["kind"] != "outbid"]
    assert door.ask("GET", WISHES, actor).json() == after
    assert AuditEntry.objects.get().action == "notification_preferences.update"


@pytest.mark.parametrize(
    ("body", "etag", "status"),
    [
        ({"ending_notice": "hour"}, None, 428),
        ({"ending_notice": "hour"}, '"7"', 412),
        ({"ending_notice": "day"}, '"1"', 422),
        ({"ending_notice": None}, '"1"', 422),
        ({"channels": [{"kind": "won", "email": 1}]}, '"1"', 422),
        ({"channels": [{"kind": "won"}, {"kind": "won"}]}, '"1"', 422),
        ({"channels": [{"kind": "weather", "email": True}]}, '"1"', 422),
        ({"channels": [{"kind": "won", "sms": True}]}, '"1"', 422),
    ],
)
def test_a_refused_change_of_preferences_changes_nothing(door, body, etag, status):
    actor = an_actor()
    headers = {} if etag is None else {"If-Match": etag}
    assert door.ask("PATCH", WISHES, actor, body, **headers).status_code == status
    assert not NotificationPreference.objects.filter(version__gt=1).exists()
    assert door.ask("GET", WISHES, actor).json()["version"] == 1
