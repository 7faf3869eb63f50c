"""How VAT is charged on a lot: who may choose, and what holds when a seller changes."""

import pytest

from tests.catalogue.factories import an_offer
from tests.factories import an_actor
from vendue.catalogue.models import Lot
from vendue.catalogue.queries import views
from vendue.catalogue.services import lots
from vendue.identity.models import Membership, Organisation
from vendue.kernel import clock
from vendue.kernel.errors import InvalidRequest

pytestmark = pytest.mark.django_db


@pytest.fixture
def trader():
    """Somebody who owns a trading organisation."""
    return an_actor()


@pytest.fixture
def organisation(trader):
    made = Organisation.objects.create(name="Clockhouse", country="LV", is_trader=True)
    Membership.objects.create(
        organisation=made, account_id=trader.account_id, role="owner", accepted_at=clock.now()
    )
    return made


def scheme_of(lot: Lot) -> str:
    return str(views.own_lot_view(lot).vat_scheme)


@pytest.mark.parametrize(
    ("chosen", "holds"), [(None, "standard"), ("standard", "standard"), ("margin", "margin")]
)
def test_a_trader_chooses_between_standard_and_margin(trader, organisation, chosen, holds):
    offer = an_offer(organisation_id=organisation.id, vat_scheme=chosen)
    assert scheme_of(lots.create_lot(actor=trader, offer=offer)) == holds


@pytest.mark.parametrize("chosen", [None, "private_seller"])
def test_a_private_person_has_no_choice(chosen):
    lot = lots.create_lot(actor=an_actor(), offer=an_offer(vat_scheme=chosen))
    assert scheme_of(lot) == "private_seller"


def test_what_is_not_theirs_to_choose_is_refused(trader, organisation):
    for actor, fields in (
        (an_actor(), {"vat_scheme": "margin"}),
        (an_actor(), {"vat_scheme": "standard"}),
        (trader, {"vat_scheme": "private_seller", "organisation_id": organisation.id}),
    ):
        with pytest.raises(InvalidRequest) as refusal:
            lots.create_lot(actor=actor, offer=an_offer(**fields))
        (fault,) = refusal.value.data["errors"]
        assert (fault.pointer, fault.code) == ("/vat_scheme", "not_for_this_seller")
    assert not Lot.objects.exists()


def test_a_draft_changes_its_scheme_and_null_goes_back(trader, organisation):
    lot = lots.create_lot(actor=trader, offer=an_offer(organisation_id=organisation.id))
    for version, (chosen, holds) in enumerate([("margin", "margin"), (None, "standard")], start=1):
        lot = lots.update_lot(
            actor=trader, lot_id=lot.id, version=version, changes={"vat_scheme": chosen}
        )
        assert scheme_of(lot) == holds


def test_a_seller_who_is_no_trader_any_more_sells_as_a_private_person(trader, organisation):
    offer = an_offer(organisation_id=organisation.id, vat_scheme="margin")
    lot = lots.create_lot(actor=trader, offer=offer)
    Organisation.objects.filter(id=organisation.id).update(is_trader=False)
    assert scheme_of(lots.submit_lot(actor=trader, lot_id=lot.id)) == "private_seller"
