"""Every operation of both contracts, asked with generated data by everybody who may ask."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.contract.hooks import PUBLIC, STAFF, ask, contract
from tests.security.market import Market, a_market, untouched

pytestmark = pytest.mark.django_db

as_seller = contract(PUBLIC, examples=12)
as_buyer = contract(PUBLIC, examples=6, coverage=False)
as_guest = contract(PUBLIC, examples=4, coverage=False, with_credentials=False)
as_staff = contract(STAFF, examples=12)
as_outsider = contract(STAFF, examples=3, coverage=False)


@pytest.fixture(scope="module")
def market(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[Market]:
    request.getfixturevalue("django_db_setup")
    with django_db_blocker.unblock(), a_market() as market:
        yield market


@as_seller.parametrize()
def test_a_seller_is_answered_by_the_contract(case, market):
    with untouched():
        ask(case, market, "seller")


@as_buyer.parametrize()
def test_a_buyer_is_answered_by_the_contract(case, market):
    with untouched():
        ask(case, market, "buyer")


@as_guest.parametrize()
def test_a_guest_is_answered_by_the_contract(case, market):
    with untouched():
        ask(case, market, "guest")


@as_staff.parametrize()
def test_staff_are_answered_by_the_contract(case, market):
    with untouched():
        ask(case, market, "staff")


@as_outsider.parametrize()
def test_nobody_else_gets_into_the_staff_api(case, market):
    with untouched():
        ask(case, market, "seller")
