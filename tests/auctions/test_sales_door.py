"""Sellers and staff through HTTP: who gets in, what is refused, what the answers hold."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.auctions.door import Door
from tests.auctions.selling import a_draft, a_sale, a_seller, a_stranger, lots_of, the_default_rules
from tests.factories import a_staff_actor, an_actor
from vendue.auctions.models import Auction, LotState, RuleSet
from vendue.kernel import clock
from vendue.kernel.ids import new_id
from vendue.platform.models import AuditEntry

pytestmark = pytest.mark.django_db

ID = UUID(int=7)
REASON = {"reason": "A good reason."}
BANDS = [{"from_minor": 1, "steps_minor": [50]}]
SELLING = [
    ("POST", "/v1/auctions", {"ends_at": "2099-01-01T00:00:00Z", "lots": [{"lot_id": str(ID)}]}),
    ("PATCH", f"/v1/auctions/{ID}", {"title": "Other"}),
    ("POST", f"/v1/auctions/{ID}/schedule", None),
    ("POST", f"/v1/auctions/{ID}/cancellation", None),
    ("GET", "/v1/me/auctions", None),
    ("POST", f"/v1/lots/{ID}/withdrawal", None),
    ("POST", f"/v1/lots/{ID}/reserve-reduction", {"reserve_minor": 1}),
]
STAFF = [
    ("GET", "/admin/v1/rule-sets", None),
    ("POST", "/admin/v1/rule-sets", {"name": "x", "increment_table_ids": [str(ID)]}),
    ("GET", f"/admin/v1/rule-sets/{ID}", None),
    ("PATCH", f"/admin/v1/rule-sets/{ID}", {}),
    ("POST", f"/admin/v1/rule-sets/{ID}/publication", REASON),
    (
        "POST",
        f"/admin/v1/rule-sets/{ID}/trials",
        {"currency": "USD", "start_price_minor": 1, "steps": []},
    ),
    ("GET", "/admin/v1/increment-tables", None),
    ("POST", "/admin/v1/increment-tables", {"name": "x", "currency": "EUR", "bands": BANDS}),
    ("GET", f"/admin/v1/increment-tables/{ID}", None),
    ("PATCH", f"/admin/v1/increment-tables/{ID}", {"bands": BANDS}),
    ("POST", f"/admin/v1/increment-tables/{ID}/publication", REASON),
    ("PATCH", f"/admin/v1/auctions/{ID}/overrides", {"overrides": {}, **REASON}),
    ("POST", f"/admin/v1/auctions/{ID}/cancellation", REASON),
    ("POST", f"/admin/v1/lots/{ID}/voids", {"sequences": [1], **REASON}),
    ("POST", f"/admin/v1/lots/{ID}/voids/preview", {"sequences": [1], **REASON}),
    ("POST", f"/admin/v1/lots/{ID}/cancellation", REASON),
]


@pytest.fixture
def door(monkeypatch):
    return Door(monkeypatch)


def code(answer) -> tuple[int, str]:
    assert answer["Content-Type"] == "application/problem+json"
    return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize(("method", "path", "body"), [*SELLING, *STAFF])
def test_nobody_gets_in_without_the_right(door, method, path, body):
    assert code(door.ask(method, path, body=body)) == (401, "unauthenticated")
    without = an_actor(scopes=frozenset())
    wrong = a_staff_actor("staff:audit") if path.startswith("/admin") else a_staff_actor()
    if path.startswith("/admin"):
        assert code(door.ask(method, path, without, body)) == (401, "unauthenticated")
        assert code(door.ask(method, path, wrong, body)) == (403, "not_allowed")
    else:
        assert code(door.ask(method, path, without, body)) == (403, "not_allowed")
        assert code(door.ask(method, path, wrong, body)) == (401, "unauthenticated")


@pytest.mark.parametrize(
    ("method", "path", "body"), [case for case in [*SELLING, *STAFF] if str(ID) in case[1]]
)
def test_what_does_not_exist_is_not_found(door, method, path, body):
    actor = (
        a_staff_actor("staff:rules", "staff:auctions") if path.startswith("/admin") else an_actor()
    )
    headers = {"If-Match": '"1"'} if method == "PATCH" else {}
    assert code(door.ask(method, path, actor, body, **headers)) == (404, "not_found")


def test_from_a_plan_to_a_sale(door):
    seller = a_seller()
    lots = lots_of(seller, 2)
    hard_close = the_default_rules()["hard-close"]
    body = {
        "title": "Two clocks",
        "ends_at": (clock.now() + timedelta(hours=1)).isoformat(),
        "interval_seconds": 20,
        "rule_set_id": str(hard_close.id),
        "lots": [{"lot_id": str(lot.id)} for lot in lots],
    }
    answer = door.ask("POST", "/v1/auctions", seller, body)
    assert answer.status_code == 201
    path = answer["Location"].removeprefix("/api")
    read = door.ask("GET", path, seller)
    assert read.json() == answer.json()
    changed = door.ask(
        "PATCH", path, seller, {"description": "Both strike."}, **{"If-Match": read["ETag"]}
    )
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    stale = door.ask("PATCH", path, seller, {"title": "Late"}, **{"If-Match": read["ETag"]})
    assert code(stale) == (412, "stale")
    assert code(door.ask("PATCH", path, seller, {"title": "Late"})) == (
        428,
        "precondition_required",
    )
    scheduled = door.ask("POST", f"{path}/schedule", seller)
    assert (scheduled.status_code, scheduled.json()["status"]) == (200, "live")
    guest = door.ask("GET", f"{path}/lots").json()
    assert [lot["position"] for lot in guest["items"]] == [1, 2]
    assert guest["items"][0]["state"]["minimum_bid_minor"] == 1_000
    listed = door.ask("GET", "/v1/auctions").json()["items"]
    assert [auction["title"] for auction in listed] == ["Two clocks"]
    assert code(door.ask("POST", f"{path}/schedule", seller)) == (409, "auction_not_draft")
    mine = door.ask("GET", "/v1/me/auctions?status=live", seller).json()["items"]
    assert [auction["rule_set"]["name"] for auction in mine] == ["hard-close"]


def test_anothers_draft_answers_like_one_that_does_not_exist(door):
    seller = a_seller()
    draft = a_draft(seller, *lots_of(seller))
    for actor in (None, a_stranger()):
        for path in (f"/v1/auctions/{draft.auction_id}", f"/v1/auctions/{draft.auction_id}/lots"):
            missing = door.ask("GET", path.replace(str(draft.auction_id), str(ID)), actor).json()
            hidden = door.ask("GET", path, actor).json()
            for answer in (missing, hidden):
                del answer["instance"], answer["request_id"]
            assert hidden == missing


@pytest.mark.parametrize(
    "change",
    [
        {"overrides": {"anti_sniping": {"trigger_seconds": 0}}},
        {"interval_seconds": -1},
        {"interval_seconds": 1.5},
        {"ends_at": "tomorrow"},
        {"ends_at": "2026-01-01T00:00:00"},
        {"ends_at": 1},
        {"title": "A\u202eB"},
        {"title": ""},
        {"currency": "XXX"},
        {"lots": []},
        {"lots": [{"lot_id": str(ID)}] * 1_001},
        {"rule_set_id": "standard"},
    ],
)
def test_bad_plans_are_invalid_and_leave_nothing(door, change):
    seller = a_seller()
    body = {
        "title": "Clocks",
        "ends_at": (clock.now() + timedelta(hours=1)).isoformat(),
        "lots": [{"lot_id": str(lot.id)} for lot in lots_of(seller)],
    }
    answer = door.ask("POST", "/v1/auctions", seller, {**body, **change})
    assert code(answer) == (422, "invalid_request")
    assert not Auction.objects.exists()


def test_staff_write_try_and_publish_rules(door):
    staff = a_staff_actor("staff:rules")
    table = door.ask(
        "POST",
        "/admin/v1/increment-tables",
        staff,
        {
            "name": "house",
            "currency": "EUR",
            "bands": [
                {"from_minor": 1, "steps_minor": [20, 30]},
                {"from_minor": 10_000, "basis_points": 500, "floor_minor": 500},
            ],
        },
    )
    assert table.status_code == 201
    path = table["Location"].removeprefix("/api")
    published = door.ask("POST", f"{path}/publication", staff, REASON)
    assert (published.status_code, published.json()["edition"]) == (200, "published")
    made = door.ask(
        "POST",
        "/admin/v1/rule-sets",
        staff,
        {
            "name": "house",
            "rules": {"anti_sniping": {"mode": "add"}, "below_reserve": "full_maximum"},
            "increment_table_ids": [table.json()["increment_table_id"]],
            "category_overrides": [
                {
                    "category_path": "clocks/watches",
                    "override": {"anti_sniping": {"trigger_seconds": 5, "max_extensions": None}},
                }
            ],
        },
    )
    assert made.status_code == 201
    rule_set = made.json()
    assert rule_set["rules"]["anti_sniping"]["trigger_seconds"] == 30
    assert rule_set["category_overrides"][0]["override"] == {
        "anti_sniping": {"trigger_seconds": 5, "max_extensions": None}
    }
    path = made["Location"].removeprefix("/api")
    public = path.replace("/admin", "")
    assert code(door.ask("GET", public)) == (404, "not_found")
    changed = door.ask(
        "PATCH",
        path,
        staff,
        {"rules": {"anti_sniping": {"extend_seconds": 45}}},
        **{"If-Match": made.headers.get("ETag", '"1"')},
    )
    sniping = changed.json()["rules"]["anti_sniping"]
    assert (sniping["mode"], sniping["extend_seconds"]) == ("add", 45)
    trial = door.ask(
        "POST",
        f"{path}/trials",
        staff,
        {
            "currency": "EUR",
            "start_price_minor": 1_000,
            "category_path": "clocks/watches",
            "steps": [
                {"kind": "bid", "bidder": "A", "maximum_minor": 5_000},
                {"kind": "bid", "bidder": "B", "maximum_minor": 3_000, "at_seconds": 3_597},
                {"kind": "void", "bid_steps": [1]},
                {"kind": "reserve_reduction", "reserve_minor": 1},
                {"kind": "purchase", "bidder": "B"},
            ],
        },
    )
    assert trial.status_code == 200
    steps = trial.json()["steps"]
    assert [step["refusal"] and step["refusal"]["code"] for step in steps] == [
        None,
        None,
        None,
        "reserve_too_late",
        "buy_now_gone",
        None,
    ]
    assert steps[1]["state"]["extension_count"] == 1
    assert steps[1]["hidden"]["leader_maximum_minor"] == 5_000
    assert trial.json()["rules"]["anti_sniping"]["trigger_seconds"] == 5
    assert door.ask("POST", f"{path}/publication", staff, REASON).status_code == 200
    assert door.ask("GET", public).json()["increments"][0]["bands"][1]["basis_points"] == 500
    assert RuleSet.objects.get(name="house").edition == "published"


def test_staff_set_the_rules_of_one_auction(door):
    seller, staff = a_seller(), a_staff_actor("staff:auctions")
    draft = a_draft(seller, *lots_of(seller))
    path = f"/admin/v1/auctions/{draft.auction_id}/overrides"
    body = {"overrides": {"anti_sniping": {"trigger_seconds": 0, "mode": None}}, **REASON}
    answer = door.ask("PATCH", path, staff, body, **{"If-Match": '"1"'})
    assert answer.json()["overrides"] == {"anti_sniping": {"trigger_seconds": 0}}
    assert AuditEntry.objects.get(action="auction.override_rules").reason == REASON["reason"]


def test_a_seller_withdraws_and_lowers_over_http(door):
    seller = a_seller()
    first, second = lots_of(seller, 2, reserve_minor=9_000)
    a_sale(seller, first, second)
    lowered = door.ask(
        "POST", f"/v1/lots/{first.id}/reserve-reduction", seller, {"reserve_minor": 5_000}
    )
    assert (lowered.status_code, lowered.json()["reserve_minor"]) == (200, 5_000)
    taken = door.ask("POST", f"/v1/lots/{second.id}/withdrawal", seller)
    assert taken.json()["state"]["result"] == "cancelled"
    assert LotState.objects.get(lot=second).result == "cancelled"
    stranger = a_stranger()
    assert code(door.ask("POST", f"/v1/lots/{first.id}/withdrawal", stranger)) == (
        404,
        "not_found",
    )


def test_an_answer_is_kept_for_its_key(door):
    seller = a_seller()
    (lot,) = lots_of(seller)
    body = {
        "ends_at": (clock.now() + timedelta(hours=1)).isoformat(),
        "lots": [{"lot_id": str(lot.id)}],
    }
    key = {"Idempotency-Key": new_id().hex}
    first = door.ask("POST", "/v1/auctions", seller, body, **key)
    again = door.ask("POST", "/v1/auctions", seller, body, **key)
    assert (first.content, first["Location"]) == (again.content, again["Location"])
    assert Auction.objects.count() == 1
