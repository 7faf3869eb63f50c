"""Review: staff approve a submitted lot or give it back."""

import pytest

from tests.catalogue.factories import a_lot, a_seller_of
from tests.factories import a_staff_actor, an_account, an_actor
from vendue.catalogue.errors import LotNotSubmitted
from vendue.catalogue.services import lots, review
from vendue.identity.models import Membership, Organisation
from vendue.kernel import clock
from vendue.kernel.actor import ActorKind
from vendue.kernel.errors import NotAllowed, NotFound, Stale
from vendue.kernel.ids import new_id
from vendue.platform.models import AuditEntry, FeatureFlag, OutboxEvent
from vendue.trust.errors import SellerUnverified

pytestmark = pytest.mark.django_db


def a_submitted_lot(**fields):
    return a_lot(stage="submitted", submitted_at=clock.now(), **fields)


def decided(decide, lot, actor=None, *, version=None, reason="All in order"):
    return decide(actor=actor or a_staff_actor(), lot_id=lot.id, version=version, reason=reason)


def test_an_approved_lot_may_be_sold_and_the_reason_is_kept():
    lot = a_submitted_lot()
    approved = decided(review.approve_lot, lot)
    assert approved.stage == "approved"
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.reason) == ("lot.approve", "All in order")
    assert OutboxEvent.objects.get().name == "catalogue.lot_approved"


def test_a_returned_lot_says_why_and_can_be_mended():
    lot = a_submitted_lot()
    decided(review.return_lot, lot, reason="Which maker?")
    lot.refresh_from_db()
    assert (lot.stage, lot.review_note) == ("returned", "Which maker?")
    lots.update_lot(
        actor=a_seller_of(lot), lot_id=lot.id, version=lot.version, changes={"title": "By Berg"}
    )
    again = lots.submit_lot(actor=a_seller_of(lot), lot_id=lot.id)
    assert again.review_note == ""


@pytest.mark.parametrize("stage", ["draft", "approved", "live", "withdrawn"])
@pytest.mark.parametrize("decide", [review.approve_lot, review.return_lot])
def test_only_a_submitted_lot_is_decided_about(stage, decide):
    lot = a_lot(stage=stage)
    with pytest.raises(LotNotSubmitted):
        decided(decide, lot)
    lot.refresh_from_db()
    assert lot.stage == stage
    assert not OutboxEvent.objects.exists()


def test_a_lot_that_is_not_there_is_not_found():
    with pytest.raises(NotFound):
        review.approve_lot(actor=a_staff_actor(), lot_id=new_id(), version=None, reason="No matter")


DECISIONS = pytest.mark.parametrize("decide", [review.approve_lot, review.return_lot])


@DECISIONS
def test_a_decision_about_another_version_than_the_one_read_is_refused(decide):
    lot = a_submitted_lot(version=3)
    with pytest.raises(Stale):
        decided(decide, lot, version=2)
    lot.refresh_from_db()
    assert (lot.stage, lot.version) == ("submitted", 3)
    assert not OutboxEvent.objects.exists()
    decided(decide, lot, version=3)


@DECISIONS
def test_nobody_reviews_what_they_sell(decide):
    seller, member = an_account(), an_account()
    house = Organisation.objects.create(name="House", country="LV", is_trader=True)
    Membership.objects.create(
        organisation=house, account=member, role="analyst", accepted_at=clock.now()
    )
    own = a_submitted_lot(seller_account=seller)
    theirs = a_submitted_lot(seller_organisation=house)
    for lot, account in ((own, seller), (theirs, member)):
        with pytest.raises(NotAllowed):
            decided(decide, lot, an_actor(account, kind=ActorKind.STAFF))
        lot.refresh_from_db()
        assert lot.stage == "submitted"
    assert not OutboxEvent.objects.exists()


def test_with_seller_verification_on_no_lot_is_submitted():
    lot = a_lot()
    FeatureFlag.objects.update_or_create(
        name="seller_verification",
        defaults={"is_enabled": True, "version": 2, "updated_at": clock.now()},
    )
    with pytest.raises(SellerUnverified):
        lots.submit_lot(actor=a_seller_of(lot), lot_id=lot.id)
    lot.refresh_from_db()
    assert lot.stage == "draft"
