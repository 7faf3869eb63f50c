"""Publishing an auction: terms, rules, times and what everybody may then see."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from tests.auctions.selling import (
    a_draft,
    a_plan,
    a_sale,
    a_seller,
    a_stranger,
    a_table,
    lots_of,
    the_default_rules,
)
from tests.factories import a_staff_actor
from vendue.auctions.engine.history import content_hash, reserve_commitment
from vendue.auctions.engine.rule_documents import check_rule_set
from vendue.auctions.errors import AuctionNotDraft, AuctionTooShort, InvalidTerms
from vendue.auctions.models import Auction, IncrementTable, LotState, RuleSet
from vendue.auctions.services import rules, sales, scheduling
from vendue.auctions.services.plans import LotPlace
from vendue.auctions.services.rules import RuleSetPlan
from vendue.catalogue.errors import LotNotApproved
from vendue.catalogue.models import Lot, LotListing
from vendue.kernel import clock
from vendue.kernel.errors import NotFound
from vendue.kernel.money import CURRENCIES
from vendue.platform.models import AuditEntry, OutboxEvent

pytestmark = pytest.mark.django_db


def test_scheduling_opens_the_lots_at_once_where_the_start_has_come():
    seller = a_seller()
    (lot,) = lots_of(seller)
    auction = a_sale(seller, lot)
    assert auction.status == "live"
    state = LotState.objects.get(lot=lot)
    assert (state.status, state.price_minor, state.sequence) == ("live", 1_000, 0)
    assert state.head_hash == state.terms_hash == content_hash(state.terms)
    assert Lot.objects.get(id=lot.id).stage == "live"
    assert LotListing.objects.get(lot=lot).auction_id == auction.auction_id
    names = list(OutboxEvent.objects.order_by("position").values_list("name", flat=True))
    assert names == ["auction.scheduled", "auction.opened"]
    assert AuditEntry.objects.filter(action="auction.schedule").count() == 1


def test_scheduling_for_later_leaves_the_lots_scheduled():
    seller = a_seller()
    (lot,) = lots_of(seller)
    auction = a_sale(seller, lot, starts_at=clock.now() + timedelta(hours=2))
    assert auction.status == LotState.objects.get(lot=lot).status == "scheduled"
    assert list(OutboxEvent.objects.values_list("name", flat=True)) == ["auction.scheduled"]


def test_lots_end_staggered_in_their_order():
    seller = a_seller()
    lots = lots_of(seller, 3)
    auction = a_sale(seller, lots[2], lots[0], lots[1], interval_seconds=30)
    ends = dict(LotState.objects.values_list("lot_id", "ends_at"))
    assert [ends[lots[at].id] - auction.ends_at for at in (2, 0, 1)] == [
        timedelta(seconds=0),
        timedelta(seconds=30),
        timedelta(seconds=60),
    ]


def test_a_reserve_is_published_as_a_commitment_alone():
    seller = a_seller()
    (lot,) = lots_of(seller, reserve_minor=4_000)
    a_sale(seller, lot)
    state = LotState.objects.get(lot=lot)
    committed = reserve_commitment(bytes(state.reserve_salt), 4_000)
    assert state.terms["reserve_commitment"] == committed
    assert state.reserve_minor == state.published_reserve_minor == 4_000
    public = [str(state.terms), *OutboxEvent.objects.values_list("payload", flat=True)]
    public.append(str(LotListing.objects.get(lot=lot).state))
    assert not any("4000" in text for text in public)


def test_a_lot_may_have_a_hard_end_of_its_own():
    seller = a_seller()
    (lot,) = lots_of(seller)
    end = clock.now() + timedelta(hours=2)
    a_sale(seller, lot, ends_at=end, lots=[LotPlace(lot.id, hard_end=end + timedelta(minutes=5))])
    assert LotState.objects.get(lot=lot).hard_end == end + timedelta(minutes=5)


@pytest.mark.parametrize(
    ("category", "auction", "expected"),
    [
        ({}, {}, 30),
        ({"clocks": 60}, {}, 60),
        ({"clocks": 60, "clocks/watches": 90}, {}, 90),
        ({"clocks": 60, "clocks/watches": 90, "clocks/watches/pocket": 10}, {}, 90),
        ({"clock": 60, "clocks/watch": 90}, {}, 30),
        ({"clocks": 60}, {"anti_sniping": {"trigger_seconds": 120}}, 120),
        ({}, {"anti_sniping": {"trigger_seconds": 0}}, 0),
    ],
)
def test_an_auctions_rules_go_before_its_categorys_and_those_before_the_rule_sets(
    category, auction, expected
):
    row = the_default_rules()["standard"]
    row.category_overrides = {
        path: {"anti_sniping": {"trigger_seconds": seconds}} for path, seconds in category.items()
    }
    resolved = rules.resolved_rules(
        row,
        rules.document_of(row),
        currency="EUR",
        category_path="clocks/watches",
        overrides=auction,
    )
    assert resolved.anti_sniping.trigger_seconds == expected
    assert resolved.anti_sniping.extend_seconds == 30


def test_the_rules_of_an_auction_are_pinned_in_its_lots_terms():
    seller, staff = a_seller(), a_staff_actor("staff:auctions")
    (lot,) = lots_of(seller)
    draft = a_draft(seller, lot)
    sales.override_rules(
        actor=staff,
        auction_id=draft.auction_id,
        version=1,
        overrides={"anti_sniping": {"trigger_seconds": 7}},
        reason="A short sale.",
    )
    scheduling.schedule_auction(actor=seller, auction_id=draft.auction_id)
    assert LotState.objects.get(lot=lot).terms["rules"]["anti_sniping"] == {
        "trigger_seconds": 7,
        "extend_seconds": 30,
        "mode": "reset",
        "max_extensions": None,
    }


def test_a_new_version_of_a_rule_set_changes_nothing_that_runs():
    seller, staff = a_seller(), a_staff_actor("staff:rules")
    first, second = lots_of(seller, 2)
    a_sale(seller, first)
    before = LotState.objects.get(lot=first).terms
    planned = a_draft(seller, second)
    table = a_table("USD", [{"from_minor": 1, "steps_minor": [1]}], name="cents")
    plan = RuleSetPlan({"below_reserve": "full_maximum"}, [table.id], {})
    new = rules.create_rule_set(actor=staff, name="standard", plan=plan)
    rules.publish_rule_set(actor=staff, rule_set_id=new.rule_set_id, reason="Finer steps.")
    scheduling.schedule_auction(actor=seller, auction_id=planned.auction_id)
    assert LotState.objects.get(lot=first).terms == before
    # What was planned keeps the version it was planned under; a new plan takes the new one.
    assert LotState.objects.get(lot=second).terms["rules"] == before["rules"]
    (third,) = lots_of(seller)
    assert a_draft(seller, third).rule_set.number == 2


def test_every_lot_must_be_approved():
    seller = a_seller()
    good, waiting = lots_of(seller, 2)
    Lot.objects.filter(id=waiting.id).update(stage="submitted")
    draft = a_draft(seller, good, waiting)
    with pytest.raises(LotNotApproved):
        scheduling.schedule_auction(actor=seller, auction_id=draft.auction_id)
    assert not LotState.objects.exists()
    assert not OutboxEvent.objects.exists()
    assert Auction.objects.get(id=draft.auction_id).status == "draft"
    assert Lot.objects.get(id=good.id).stage == "approved"


def test_bidding_lasts_at_least_a_minute_and_in_a_sandbox_a_second(monkeypatch):
    seller = a_seller()
    (lot,) = lots_of(seller)
    monkeypatch.setattr(scheduling.flags, "enabled", lambda *_: False)
    draft = a_draft(seller, lot, ends_at=clock.now() + timedelta(seconds=20))
    with pytest.raises(AuctionTooShort) as refusal:
        scheduling.schedule_auction(actor=seller, auction_id=draft.auction_id)
    assert refusal.value.data == {"minimum_seconds": 60}
    assert not LotState.objects.exists()
    monkeypatch.setattr(scheduling.flags, "enabled", lambda *_: True)
    scheduling.schedule_auction(actor=seller, auction_id=draft.auction_id)
    assert LotState.objects.count() == 1


def test_an_auction_is_scheduled_once():
    seller = a_seller()
    (lot,) = lots_of(seller)
    auction = a_sale(seller, lot)
    with pytest.raises(AuctionNotDraft):
        scheduling.schedule_auction(actor=seller, auction_id=auction.auction_id)


def test_nobody_schedules_anothers_auction():
    seller = a_seller()
    (lot,) = lots_of(seller)
    draft = a_draft(seller, lot)
    with pytest.raises(NotFound):
        scheduling.schedule_auction(actor=a_stranger(), auction_id=draft.auction_id)
    assert not LotState.objects.exists()


def test_terms_that_contradict_each_other_are_refused_whole():
    seller = a_seller()
    good, bad = lots_of(seller, 2)
    draft = a_draft(seller, good, bad)
    Auction.objects.filter(id=draft.auction_id).update(ends_at=clock.now() + timedelta(days=2))
    sales.AuctionLot.objects.filter(lot=bad).update(hard_end=clock.now() + timedelta(days=1))
    with pytest.raises(InvalidTerms):
        scheduling.schedule_auction(actor=seller, auction_id=draft.auction_id)
    assert not LotState.objects.exists()


def test_a_market_begins_with_two_published_rule_sets():
    RuleSet.objects.all().delete()
    IncrementTable.objects.all().delete()
    beginning = import_module("vendue.auctions.migrations.0002_default_rules")
    for _ in range(2):
        beginning.publish_default_rules(apps, connection.schema_editor())
    found = {row.name: row for row in RuleSet.objects.filter(edition="published")}
    assert {
        name: row.document["anti_sniping"]["trigger_seconds"] for name, row in found.items()
    } == {
        "standard": 30,
        "hard-close": 0,
    }
    assert IncrementTable.objects.filter(edition="published").count() == len(CURRENCIES)
    for row in found.values():
        document = rules.document_of(row)
        check_rule_set(document)
        assert set(document["increments"]) == set(CURRENCIES)


def test_the_plan_of_a_published_auction_is_fixed():
    seller = a_seller()
    (lot,) = lots_of(seller)
    auction = a_sale(seller, lot)
    with pytest.raises(AuctionNotDraft):
        sales.update_auction(
            actor=seller, auction_id=auction.auction_id, version=2, changes={"title": "Other"}
        )
    assert a_plan(lot).title == Auction.objects.get(id=auction.auction_id).title
