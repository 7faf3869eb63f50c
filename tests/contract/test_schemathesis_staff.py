"""Every staff operation, asked with generated data by staff and by somebody who is none."""

import pytest

from tests.contract.hooks import STAFF, contract, exercise, operations

pytestmark = pytest.mark.django_db

BY_NAME = pytest.mark.parametrize("operation", operations("admin.json"))


@pytest.fixture(scope="module")
def for_staff():
    return contract(STAFF, examples=6)


@pytest.fixture(scope="module")
def for_outsiders():
    return contract(STAFF, examples=2, coverage=False)


@BY_NAME
def test_staff_are_answered_by_the_contract(for_staff, operation, market):
    exercise(for_staff, operation, market, "staff")


@BY_NAME
def test_nobody_else_gets_into_the_staff_api(for_outsiders, operation, market):
    exercise(for_outsiders, operation, market, "seller")
