"""Chains of operations: what one answer names, the next request asks for."""

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase

from tests.contract.hooks import OURS, PUBLIC, STAFF, contract
from tests.security.market import untouched

pytestmark = pytest.mark.django_db

CALLERS = pytest.mark.parametrize(("path", "caller"), [(PUBLIC, "seller"), (STAFF, "staff")])


def walk(path, caller, market, *, scenarios, steps):
    """Follow the links of a contract as somebody; each scenario finds the market as it was."""

    class Walk(contract(path, examples=1).as_state_machine()):
        def setup(self):
            self.scenario = untouched()
            self.scenario.__enter__()

        def teardown(self):
            self.scenario.__exit__(None, None, None)

        def call(self, case, **kwargs):
            return case.call(headers=market.headers(caller), **kwargs)

        def validate_response(self, response, case, **_):
            case.validate_response(
                response,
                headers=market.headers(caller),
                additional_checks=OURS,
                transport_kwargs={"headers": market.headers(caller)},
                recorder=self.recorder,
            )

    Walk.run(
        settings=hypothesis.settings(
            max_examples=scenarios,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
    )


@CALLERS
def test_what_follows_from_an_answer_is_answered_by_the_contract(path, caller, market):
    walk(path, caller, market, scenarios=10, steps=8)


@CALLERS
@pytest.mark.long
def test_long_walks_are_answered_by_the_contract(path, caller, market):
    walk(path, caller, market, scenarios=100, steps=20)
