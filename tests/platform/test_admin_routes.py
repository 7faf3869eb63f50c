"""What staff see of the platform over HTTP, router by router."""

from typing import Any

import pytest
from ninja import Router
from ninja.testing import TestClient

from tests.platform.factories import BellRung, a_bell_rung, a_member_of_staff
from vendue.kernel.actor import Actor, ActorKind
from vendue.kernel.errors import (
    InvalidRequest,
    NotAllowed,
    NotFound,
    PreconditionRequired,
    Stale,
    Unauthenticated,
)
from vendue.kernel.ids import new_id
from vendue.platform.admin_routes import audit, flags, reactions, settings
from vendue.platform.models import AuditEntry, FailedReaction
from vendue.platform.services import outbox, relaying, sealing
from vendue.platform.services.relaying import Reaction

# The same in every process that collects these tests: it is part of their names.
NOBODY = "01a20000-0000-7000-8000-000000000000"
PATHS = [
    (flags.router, "get", ""),
    (flags.router, "get", "/kyc"),
    (flags.router, "patch", "/kyc"),
    (settings.router, "get", ""),
    (settings.router, "get", "/minimum_age"),
    (settings.router, "patch", "/minimum_age"),
    (settings.router, "get", "/minimum_age/versions"),
    (audit.router, "get", "/entries"),
    (audit.router, "get", "/head"),
    (audit.router, "get", "/verification"),
    (reactions.router, "get", "/failed"),
    (reactions.router, "post", f"/failed/{NOBODY}/retry"),
]


def ask(router: Router, method: str, path: str, *, actor: Actor | None = None, **sent: Any) -> Any:
    caller = actor or a_member_of_staff()
    client = TestClient(router)
    return getattr(client, method)(path, actor=lambda: caller, **sent).json()


@pytest.mark.django_db
@pytest.mark.parametrize(("router", "method", "path"), PATHS)
@pytest.mark.parametrize(
    ("actor", "refusal"),
    [
        (Actor(kind=ActorKind.GUEST), Unauthenticated),
        (Actor(kind=ActorKind.ACCOUNT, account_id=new_id()), Unauthenticated),
        (a_member_of_staff("staff:lots"), NotAllowed),
    ],
)
def test_only_staff_with_the_permission_get_in(router, method, path, actor, refusal):
    with pytest.raises(refusal):
        ask(router, method, path, actor=actor, json={"enabled": True, "reason": "because"})


@pytest.mark.django_db
def test_flags_are_listed_read_and_decided():
    listed = ask(flags.router, "get", "")["items"]
    assert [flag["name"] for flag in listed][:2] == ["sandbox", "seller_verification"]
    decided = ask(
        flags.router,
        "patch",
        "/kyc",
        json={"enabled": True, "reason": "from today"},
        headers={"If-Match": '"1-abc"'},
    )
    assert decided == ask(flags.router, "get", "/kyc")
    assert (decided["enabled"], decided["kind"], decided["version"]) == (True, "product", 2)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("headers", "refusal"), [({}, PreconditionRequired), ({"If-Match": '"9"'}, Stale)]
)
@pytest.mark.parametrize(
    ("router", "path", "body"),
    [
        (flags.router, "/kyc", {"enabled": True, "reason": "from today"}),
        (settings.router, "/minimum_age", {"value": 21, "reason": "from today"}),
    ],
)
def test_a_change_names_the_version_it_changes(router, path, body, headers, refusal):
    with pytest.raises(refusal):
        ask(router, "patch", path, json=body, headers=headers)
    assert not AuditEntry.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("router", [flags.router, settings.router])
def test_an_unknown_name_is_not_there(router):
    with pytest.raises(NotFound):
        ask(router, "get", "/unheard_of")


@pytest.mark.django_db
def test_an_unknown_setting_has_no_versions():
    with pytest.raises(NotFound):
        ask(settings.router, "get", "/unheard_of/versions")


@pytest.mark.django_db
def test_settings_are_listed_with_bounds_changed_and_remembered():
    listed = {item["name"]: item for item in ask(settings.router, "get", "")["items"]}
    assert listed["minimum_age"]["maximum"] == 25
    changed = ask(
        settings.router,
        "patch",
        "/minimum_age",
        json={"value": 21, "reason": "the law changed"},
        headers={"If-Match": '"1"'},
    )
    assert changed == ask(settings.router, "get", "/minimum_age")
    versions = ask(settings.router, "get", "/minimum_age/versions")
    assert [(item["value"], item["reason"]) for item in versions["items"]] == [
        (21, "the law changed")
    ]


@pytest.mark.django_db
def test_the_trail_is_paged_and_filtered():
    staff = a_member_of_staff()
    for version, enabled in enumerate((True, False, True), start=1):
        ask(
            flags.router,
            "patch",
            "/kyc",
            actor=staff,
            json={"enabled": enabled, "reason": f"decision {version}"},
            headers={"If-Match": f'"{version}"'},
        )
    sealing.seal_waiting()
    first = ask(audit.router, "get", "/entries?limit=2")
    assert [item["reason"] for item in first["items"]] == ["decision 3", "decision 2"]
    assert [item["number"] for item in first["items"]] == [3, 2]
    assert first["items"][0]["personal"]["ip"] == "192.0.2.7"
    rest = ask(audit.router, "get", f"/entries?limit=2&cursor={first['next_cursor']}")
    assert [item["reason"] for item in rest["items"]] == ["decision 1"]
    assert rest["next_cursor"] is None

    at = first["items"][1]["at"].replace("+", "%2B")
    for query, count in (
        (f"actor_id={staff.account_id}", 3),
        (f"actor_id={NOBODY}", 0),
        ("subject=flag:kyc&action=flag.decide", 3),
        ("action=flag", 0),
        (f"after={at}", 2),
        (f"before={at}", 1),
    ):
        assert len(ask(audit.router, "get", f"/entries?{query}")["items"]) == count, query


@pytest.mark.django_db
@pytest.mark.parametrize("cursor", ["AAAA", "WzEsMl0", "WyJ4IiwieSJd"])
def test_a_cursor_of_another_list_is_refused(cursor):
    with pytest.raises(InvalidRequest):
        ask(audit.router, "get", f"/entries?cursor={cursor}")


@pytest.mark.django_db
def test_the_chain_is_verified_and_its_head_told():
    assert ask(audit.router, "get", "/head") == {"number": 0, "hash": "00" * 32}
    ask(
        flags.router,
        "patch",
        "/kyc",
        json={"enabled": True, "reason": "from today"},
        headers={"If-Match": '"1"'},
    )
    sealing.seal_waiting()
    head = ask(audit.router, "get", "/head")
    assert head["number"] == 1
    verdict = ask(audit.router, "get", "/verification")
    assert verdict == {"checked": 1, "head": head, "fault": None}


@pytest.mark.django_db
def test_failed_reactions_are_listed_and_tried_again():
    def fail(_: object) -> None:
        raise RuntimeError("out of order")

    event = a_bell_rung()
    outbox.publish(event)
    reaction = Reaction("ring_back", {BellRung.name: BellRung}, fail, takes_many=False)
    relaying.relay_batch({BellRung.name: [reaction]})
    FailedReaction.objects.update(next_attempt_at=None)

    (failed,) = ask(reactions.router, "get", "/failed")["items"]
    assert failed["event_id"] == str(event.id)
    assert (failed["reaction"], failed["error"]) == ("ring_back", "RuntimeError: out of order")
    again = ask(reactions.router, "post", f"/failed/{failed['failed_reaction_id']}/retry")
    assert again["next_attempt_at"] is not None
    with pytest.raises(NotFound):
        ask(reactions.router, "post", f"/failed/{new_id()}/retry")
