"""The same with every phase for everybody, many examples, and another seed each day."""

from datetime import UTC, datetime

import pytest

from tests.contract.hooks import PUBLIC, STAFF, contract, exercise, operations

pytestmark = [pytest.mark.django_db, pytest.mark.long]

# The seed is the date, so that a finding of today can be looked for again.
SEED = datetime.now(UTC).date().toordinal()


@pytest.fixture(scope="module")
def public():
    return contract(PUBLIC, examples=50, seed=SEED)


@pytest.fixture(scope="module")
def staff():
    return contract(STAFF, examples=50, seed=SEED)


@pytest.mark.parametrize("operation", operations("openapi.json"))
@pytest.mark.parametrize("caller", ["seller", "buyer", "guest", "key", "staff"])
def test_the_public_contract_holds(public, operation, market, caller):
    exercise(public, operation, market, caller)


@pytest.mark.parametrize("operation", operations("admin.json"))
@pytest.mark.parametrize("caller", ["staff", "clerk", "seller", "guest"])
def test_the_staff_contract_holds(staff, operation, market, caller):
    exercise(staff, operation, market, caller)
