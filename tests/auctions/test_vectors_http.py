"""Every vector of the auction rules (rule 8), bid by bid through the API."""

import json
from typing import Any
from uuid import UUID

import pytest

from tests.auctions.door import Door
from tests.auctions.engine.vectors import START_MINOR, VECTORS, Step, Vector
from tests.factories import a_live_lot, a_staff_actor, an_actor
from vendue.auctions.models import LotFact
from vendue.auctions.services.verification import checking
from vendue.identity.engine.permissions import StaffPermission
from vendue.kernel.actor import Actor
from vendue.kernel.ids import new_id

pytestmark = pytest.mark.django_db(transaction=True)


class Sale:
    """One lot over HTTP, and the people of a vector by their letters."""

    def __init__(self, door: Door, lot_id: UUID) -> None:
        self.door = door
        self.lot_id = lot_id
        self.people: dict[str, Actor] = {}
        self.bids: list[int] = []
        self.pseudonyms: dict[str | None, str] = {None: "nobody"}

    def ask(self, method: str, path: str, actor: Actor | None = None, **given: Any) -> Any:
        answer = self.door.ask(method, path.format(self.lot_id), actor, **given)
        return answer.status_code, json.loads(answer.content)

    def bid(self, step: Step) -> None:
        actor = self.people.setdefault(step.bidder, an_actor())
        status, told = self.ask(
            "POST",
            "/v1/lots/{}/bids",
            actor,
            body={"maximum_minor": step.maximum_minor},
            **{"Idempotency-Key": new_id().hex},
        )
        if step.refused is not None:
            assert (status, told["code"]) == (409, step.refused)
            assert told.get("minimum_bid_minor") == step.minimum_bid_minor
            return
        assert status == 201
        self.bids.append(told["bid"]["sequence"])
        _, own = self.ask("GET", "/v1/me/bids/{}", actor)
        self.pseudonyms[own["bidder"]] = step.bidder

    def stands(self) -> tuple[str, int]:
        _, state = self.ask("GET", "/v1/lots/{}/state")
        return self.pseudonyms[state["leader"]], state["price_minor"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"vector {vector.number}")
def test_the_api_gives_what_the_rules_say(vector: Vector, monkeypatch: pytest.MonkeyPatch):
    lot = a_live_lot(start_price_minor=START_MINOR, reserve_minor=vector.reserve_minor)
    sale = Sale(Door(monkeypatch), lot.lot_id)
    for step in vector.steps:
        facts = LotFact.objects.count()
        sale.bid(step)
        assert (LotFact.objects.count() == facts) == (step.refused is not None)

    if vector.void is not None:
        assert sale.stands() == vector.before_void
        status, _ = sale.ask(
            "POST",
            "/admin/v1/lots/{}/voids",
            a_staff_actor(*StaffPermission),
            body={"sequences": [sale.bids[vector.void]], "reason": "a mistake"},
        )
        assert status == 200
    _, state = sale.ask("GET", "/v1/lots/{}/state")
    assert sale.stands() == (vector.leader, vector.price_minor)
    assert state["reserve"] == vector.reserve
    assert state["epoch"] == (0 if vector.void is None else 1)
    assert checking.check().examples == {}


def test_an_accepted_bid_and_a_purchase_say_where_they_can_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    door, actor = Door(monkeypatch), an_actor()
    bid_on, bought = a_live_lot(), a_live_lot(buy_now_minor=9_000)
    for lot, path, body in (
        (bid_on, "bids", {"maximum_minor": 5_000}),
        (bought, "purchase", None),
    ):
        key = {"Idempotency-Key": new_id().hex}
        first, again = (
            door.ask("POST", f"/v1/lots/{lot.lot_id}/{path}", actor, body, **key) for _ in range(2)
        )
        assert (first.status_code, again.status_code) == (201, 201)
        assert first["Location"] == again["Location"]
        read = door.ask("GET", first["Location"].removeprefix("/api"), actor)
        assert read.status_code == 200
