"""Drafts: written, changed, submitted, withdrawn, listed again."""

import pytest

from tests.catalogue.factories import (
    CLOCK_SCHEMA,
    a_category,
    a_lot,
    a_seller_of,
    an_offer,
)
from tests.factories import an_actor
from vendue.catalogue.errors import (
    CategoryNotForLots,
    LotIncomplete,
    LotNotEditable,
    LotNotRelistable,
    LotNotWithdrawable,
)
from vendue.catalogue.models import Lot, Photograph
from vendue.catalogue.services import lots
from vendue.identity.models import Membership, Organisation
from vendue.kernel import clock
from vendue.kernel.errors import InvalidRequest, NotFound, Stale
from vendue.platform.models import AuditEntry, FeatureFlag, OutboxEvent

pytestmark = pytest.mark.django_db


def an_organisation(actor, *, role="owner", is_trader=True):
    organisation = Organisation.objects.create(name="Clockhouse", country="LV", is_trader=is_trader)
    join(organisation, actor, role)
    return organisation


def join(organisation, actor, role):
    Membership.objects.create(
        organisation=organisation, account_id=actor.account_id, role=role, accepted_at=clock.now()
    )


def faults_of(refused):
    return {(f.pointer, f.code) for f in refused.value.data["errors"]}


def test_a_draft_belongs_to_its_writer():
    actor = an_actor()
    lot = lots.create_lot(actor=actor, offer=an_offer())
    assert (lot.stage, lot.version, lot.seller_account_id) == ("draft", 1, actor.account_id)
    assert (lot.seller_organisation_id, lot.seller_kind) == (None, "private")
    assert AuditEntry.objects.get().action == "lot.create"


def test_a_member_sells_for_a_trading_organisation():
    actor = an_actor()
    organisation = an_organisation(actor)
    lot = lots.create_lot(actor=actor, offer=an_offer(organisation_id=organisation.id))
    assert (lot.seller_organisation_id, lot.seller_kind) == (organisation.id, "trader")


def test_nobody_sells_for_a_strange_organisation():
    organisation = an_organisation(an_actor())
    with pytest.raises(NotFound):
        lots.create_lot(actor=an_actor(), offer=an_offer(organisation_id=organisation.id))
    assert not Lot.objects.exists()


def test_an_analyst_reads_lots_of_the_organisation_and_changes_none():
    owner, analyst = an_actor(), an_actor()
    organisation = an_organisation(owner)
    join(organisation, analyst, "analyst")
    lot = lots.create_lot(actor=owner, offer=an_offer(organisation_id=organisation.id))
    with pytest.raises(NotFound):
        lots.update_lot(actor=analyst, lot_id=lot.id, version=1, changes={"title": "Mine"})
    lot.refresh_from_db()
    assert lot.title == "Mantel clock"


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"reserve_minor": 999}, ("/reserve_minor", "reserve_below_start")),
        ({"buy_now_minor": 1_000}, ("/buy_now_minor", "buy_now_not_above_start")),
        (
            {"reserve_minor": 3_000, "buy_now_minor": 2_999},
            ("/buy_now_minor", "buy_now_below_reserve"),
        ),
        ({"attributes": {"material": "tin"}}, ("/attributes/material", "enum")),
        ({"category": "no-such"}, ("/category", "unknown_category")),
    ],
)
def test_terms_that_contradict_each_other_are_refused(fields, fault):
    with pytest.raises(InvalidRequest) as refused:
        lots.create_lot(actor=an_actor(), offer=an_offer(**fields))
    assert fault in faults_of(refused)
    assert not Lot.objects.exists()


def test_reserve_at_the_start_and_buy_now_at_the_reserve_are_fine():
    offer = an_offer(reserve_minor=1_500, buy_now_minor=1_500)
    assert lots.create_lot(actor=an_actor(), offer=offer).buy_now_minor == 1_500


def test_a_category_that_holds_categories_holds_no_lots():
    parent = a_category()
    a_category(parent=parent)
    with pytest.raises(CategoryNotForLots):
        lots.create_lot(actor=an_actor(), offer=an_offer(parent))


def test_a_change_names_the_version_it_changes():
    lot = a_lot()
    changed = lots.update_lot(
        actor=a_seller_of(lot), lot_id=lot.id, version=1, changes={"title": "Wall clock"}
    )
    assert (changed.title, changed.version) == ("Wall clock", 2)
    with pytest.raises(Stale):
        lots.update_lot(
            actor=a_seller_of(lot), lot_id=lot.id, version=1, changes={"title": "Cuckoo clock"}
        )
    lot.refresh_from_db()
    assert lot.title == "Wall clock"


def test_a_change_is_checked_against_what_stays():
    lot = a_lot(reserve_minor=2_000)
    with pytest.raises(InvalidRequest) as refused:
        lots.update_lot(
            actor=a_seller_of(lot), lot_id=lot.id, version=1, changes={"start_price_minor": 2_001}
        )
    assert faults_of(refused) == {("/reserve_minor", "reserve_below_start")}


def test_a_change_of_category_is_audited():
    lot, other = a_lot(), a_category("elsewhere")
    lots.update_lot(
        actor=a_seller_of(lot), lot_id=lot.id, version=1, changes={"category": other.slug}
    )
    entry = AuditEntry.objects.get(action="lot.update")
    assert (entry.before, entry.after) == (
        {"category": lot.category.slug},
        {"category": "elsewhere"},
    )


def test_an_organisation_that_became_a_trader_sells_as_one():
    actor = an_actor()
    organisation = an_organisation(actor, is_trader=False)
    lot = lots.create_lot(actor=actor, offer=an_offer(organisation_id=organisation.id))
    assert lot.seller_kind == "private"
    Organisation.objects.update(is_trader=True)
    assert lots.submit_lot(actor=actor, lot_id=lot.id).seller_kind == "trader"


def test_a_lot_moves_to_a_category_whose_schema_it_obeys():
    lot = a_lot()
    bare = a_category(
        attribute_schema={"type": "object", "properties": {}, "additionalProperties": False}
    )
    actor = a_seller_of(lot)
    with pytest.raises(InvalidRequest):
        lots.update_lot(actor=actor, lot_id=lot.id, version=1, changes={"category": bare.slug})
    changes = {"category": bare.slug, "attributes": {}}
    moved = lots.update_lot(actor=actor, lot_id=lot.id, version=1, changes=changes)
    assert moved.category_id == bare.id


def test_anothers_draft_is_not_there():
    lot = a_lot()
    stranger = an_actor()
    for act in (lots.submit_lot, lots.withdraw_lot, lots.relist_lot):
        with pytest.raises(NotFound):
            act(actor=stranger, lot_id=lot.id)
    lot.refresh_from_db()
    assert (lot.stage, lot.version) == ("draft", 1)


@pytest.mark.usefixtures("no_sandbox")
def test_a_submitted_lot_waits_and_cannot_be_changed():
    lot = a_lot()
    submitted = lots.submit_lot(actor=a_seller_of(lot), lot_id=lot.id)
    assert (submitted.stage, submitted.submitted_at is not None) == ("submitted", True)
    assert OutboxEvent.objects.get().name == "catalogue.lot_submitted"
    with pytest.raises(LotNotEditable) as refused:
        lots.update_lot(actor=a_seller_of(lot), lot_id=lot.id, version=2, changes={})
    assert refused.value.data == {"stage": "submitted"}


@pytest.mark.usefixtures("sandbox")
def test_in_a_sandbox_a_lot_is_approved_at_once():
    lot = a_lot()
    assert lots.submit_lot(actor=a_seller_of(lot), lot_id=lot.id).stage == "approved"
    assert OutboxEvent.objects.get().name == "catalogue.lot_approved"


def test_an_incomplete_lot_is_told_everything_that_is_missing():
    lot = a_lot(description="", shipping=[], attributes={})
    with pytest.raises(LotIncomplete) as refused:
        lots.submit_lot(actor=a_seller_of(lot), lot_id=lot.id)
    assert faults_of(refused) == {
        ("/description", "missing"),
        ("/shipping", "missing"),
        ("/attributes/material", "missing"),
    }
    lot.refresh_from_db()
    assert lot.stage == "draft"


def test_a_lot_must_obey_the_schema_of_the_day_it_is_submitted():
    lot = a_lot()
    narrower = {**CLOCK_SCHEMA["properties"]["material"], "enum": ["brass"]}
    lot.category.attribute_schema = {
        **CLOCK_SCHEMA,
        "properties": {**CLOCK_SCHEMA["properties"], "material": narrower},
    }
    lot.category.save()
    with pytest.raises(LotIncomplete):
        lots.submit_lot(actor=a_seller_of(lot), lot_id=lot.id)


@pytest.mark.parametrize("stage", ["draft", "returned", "submitted", "approved"])
def test_an_unpublished_lot_is_withdrawn(stage):
    lot = a_lot(stage=stage)
    assert lots.withdraw_lot(actor=a_seller_of(lot), lot_id=lot.id).stage == "withdrawn"


@pytest.mark.parametrize("stage", ["live", "closed", "withdrawn"])
def test_a_lot_past_that_is_not(stage):
    lot = a_lot(stage=stage)
    with pytest.raises(LotNotWithdrawable):
        lots.withdraw_lot(actor=a_seller_of(lot), lot_id=lot.id)
    lot.refresh_from_db()
    assert lot.stage == stage


@pytest.mark.parametrize("result", ["unsold", "reserve_not_met", "cancelled"])
def test_what_did_not_sell_becomes_a_new_draft_with_its_photographs(result):
    lot = a_lot(stage="closed", result=result, reserve_minor=5_000)
    Photograph.objects.create(
        lot=lot, position=0, alt_text="Front", original_key="private/originals/aa/aa.jpg"
    )
    again = lots.relist_lot(actor=a_seller_of(lot), lot_id=lot.id)
    assert (again.stage, again.relisted_from_id, again.version) == ("draft", lot.id, 1)
    assert (again.title, again.reserve_minor, again.result) == (lot.title, 5_000, None)
    assert Photograph.objects.get(lot=again).alt_text == "Front"


@pytest.mark.parametrize(
    ("stage", "result"), [("closed", "sold"), ("closed", "bought"), ("live", None)]
)
def test_what_sold_or_has_not_ended_is_not_listed_again(stage, result):
    lot = a_lot(stage=stage, result=result)
    with pytest.raises(LotNotRelistable):
        lots.relist_lot(actor=a_seller_of(lot), lot_id=lot.id)
    assert Lot.objects.count() == 1


@pytest.fixture
def sandbox():
    FeatureFlag.objects.update_or_create(
        name="sandbox", defaults={"is_enabled": True, "version": 2, "updated_at": clock.now()}
    )


@pytest.fixture
def no_sandbox():
    FeatureFlag.objects.update_or_create(
        name="sandbox", defaults={"is_enabled": False, "version": 2, "updated_at": clock.now()}
    )
