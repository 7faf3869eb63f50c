"""Review: staff approve a submitted lot or give it back."""

import pytest

from tests.catalogue.factories import a_lot, a_seller_of
from tests.factories import a_staff_actor
from vendue.catalogue.errors import LotNotSubmitted
from vendue.catalogue.services import lots, review
from vendue.kernel import clock
from vendue.kernel.errors import NotFound
from vendue.kernel.ids import new_id
from vendue.platform.models import AuditEntry, OutboxEvent

pytestmark = pytest.mark.django_db


def a_submitted_lot():
    return a_lot(stage="submitted", submitted_at=clock.now())


def test_an_approved_lot_may_be_sold_and_the_reason_is_kept():
    lot = a_submitted_lot()
    approved = review.approve_lot(actor=a_staff_actor(), lot_id=lot.id, reason="All in order")
    assert approved.stage == "approved"
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.reason) == ("lot.approve", "All in order")
    assert OutboxEvent.objects.get().name == "catalogue.lot_approved"


def test_a_returned_lot_says_why_and_can_be_mended():
    lot = a_submitted_lot()
    review.return_lot(actor=a_staff_actor(), lot_id=lot.id, reason="Which maker?")
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
        decide(actor=a_staff_actor(), lot_id=lot.id, reason="No matter")
    lot.refresh_from_db()
    assert lot.stage == stage
    assert not OutboxEvent.objects.exists()


def test_a_lot_that_is_not_there_is_not_found():
    with pytest.raises(NotFound):
        review.approve_lot(actor=a_staff_actor(), lot_id=new_id(), reason="No matter")
