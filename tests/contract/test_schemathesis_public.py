"""Every public operation, asked with generated data by everybody who may ask."""

import pytest

from tests.contract.hooks import PUBLIC, contract, exercise, operations

pytestmark = pytest.mark.django_db

BY_NAME = pytest.mark.parametrize("operation", operations("openapi.json"))


@pytest.fixture(scope="module")
def for_sellers():
    return contract(PUBLIC, examples=6)


@pytest.fixture(scope="module")
def for_others():
    return contract(PUBLIC, examples=4, coverage=False, with_credentials=False)


@BY_NAME
def test_a_seller_is_answered_by_the_contract(for_sellers, operation, market):
    exercise(for_sellers, operation, market, "seller")


@BY_NAME
@pytest.mark.parametrize("caller", ["buyer", "guest"])
def test_others_are_answered_by_the_contract(for_others, operation, market, caller):
    exercise(for_others, operation, market, caller)
