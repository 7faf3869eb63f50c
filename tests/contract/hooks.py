"""What schemathesis is told about this market: real ids, right answers, how much to try."""

from collections.abc import Mapping
from itertools import count
from typing import Any

import schemathesis
from schemathesis.checks import CheckContext
from schemathesis.config import SchemathesisConfig
from schemathesis.core.parameters import ParameterLocation
from schemathesis.core.transport import Response
from schemathesis.generation.case import Case
from schemathesis.generation.feedback import FeedbackSources
from schemathesis.pytest._test_builder import build_operation_test

from tests.contract import documents
from tests.contract.documents import load
from tests.security.market import Market, one_connection, untouched
from vendue.config.wsgi import application
from vendue.kernel.errors import registered
from vendue.kernel.problems import MEDIA_TYPE

PUBLIC = "/api/v1/openapi.json"
STAFF = "/api/admin/v1/openapi.json"

_FIXED_SEED = 20_261_122
_CODES = registered()
# Valid data may still be refused: by the state (409), by a precondition (412), by who asks (401,
# 403, 404), by a limit (429). 422 stands for the rules that no schema states: the name of a time
# zone, one field against another.
_ACCEPTED = ["2xx", "304", "401", "403", "404", "409", "412", "422", "429"]
_REFUSED = ["400", "401", "403", "404", "405", "409", "412", "413", "415", "422", "428", "429"]
# Who may not ask at all is told that first.
_WITHOUT_HEADER = ["400", "401", "403", "422", "428"]
_turn = count()


def contract(
    path: str,
    *,
    examples: int,
    seed: int = _FIXED_SEED,
    coverage: bool = True,
    with_credentials: bool = True,
) -> Any:
    """A contract as it is served, with the phases and the number of examples to try."""
    with one_connection():
        return schemathesis.openapi.from_wsgi(
            path,
            application,
            config=SchemathesisConfig.from_dict(
                {
                    "seed": seed,
                    "generation": {
                        "max-examples": examples,
                        "database": "none",
                        "with-security-parameters": with_credentials,
                    },
                    "phases": {
                        "examples": {"enabled": True, "fill-missing": True},
                        "coverage": {
                            "enabled": coverage,
                            "generate-duplicate-query-parameters": True,
                        },
                    },
                    "checks": {
                        "positive_data_acceptance": {"expected-statuses": _ACCEPTED},
                        "negative_data_rejection": {"expected-statuses": _REFUSED},
                        "missing_required_header": {"expected-statuses": _WITHOUT_HEADER},
                    },
                    "warnings": False,
                }
            ),
        )


def operations(file: str) -> list[str]:
    """The operations of a committed contract, by id: what a test is named for."""
    return sorted(operation["operationId"] for _, _, operation in documents.operations(load(file)))


def exercise(schema: Any, operation_id: str, market: Market, caller: str) -> None:
    """Ask one operation with everything that the contract's phases generate for it.

    Built when it runs. Schemathesis's own parametrisation builds every case of every operation
    while tests are collected, in each worker: that costs a minute and a gigabyte.
    """

    def run(case: Case) -> None:
        with untouched():
            ask(case, market, caller)

    build_operation_test(
        config=schema.config,
        operation=schema.find_operation_by_id(operation_id),
        test_func=run,
        given_kwargs={},
        feedback=FeedbackSources(),
    )()


def ask(case: Case, market: Market, caller: str) -> None:
    """Send a case as somebody, and hold the answer against the contract."""
    _with_real_things(case, market)
    case.call_and_validate(headers=market.headers(caller) or None, additional_checks=OURS)


def is_a_registered_problem(_ctx: CheckContext, response: Response, _case: Case) -> None:
    """Every refusal is problem+json with a code that has a page."""
    if response.status_code < 400:
        return
    assert response.headers["content-type"] == [MEDIA_TYPE], response.headers["content-type"]
    problem = response.json()
    error = _CODES[problem["code"]]
    assert (problem["status"], problem["type"]) == (response.status_code, f"/problems/{error.code}")
    assert error.status == response.status_code
    if response.status_code in {429, 503}:
        assert int(response.headers["retry-after"][0]) > 0


def names_its_request(_ctx: CheckContext, response: Response, _case: Case) -> None:
    """Every answer can be reported by its request id; a problem says the same one."""
    (request_id,) = response.headers["x-request-id"]
    assert request_id
    if response.status_code >= 400:
        assert response.json()["request_id"] == request_id


#: What every answer must be beside what the contract says.
OURS = [is_a_registered_problem, names_its_request]


def _with_real_things(case: Case, market: Market) -> None:
    """Put ids of the market where the case has valid ones of nothing, three times of four."""
    number = next(_turn)
    if number % 4 == 3:
        return
    if not _is_negative(case, ParameterLocation.PATH):
        known = _known(case, market)
        for name in case.path_parameters or {}:
            if name in known:
                case.path_parameters[name] = known[name][number % len(known[name])]
    if not _is_negative(case, ParameterLocation.HEADER) and "If-Match" in (case.headers or {}):
        case.headers["If-Match"] = '"1"'
    if not _is_negative(case, ParameterLocation.BODY):
        _fill(case.body, market.ids, number)


def _known(case: Case, market: Market) -> Mapping[str, list[str]]:
    if "/settings/" in case.operation.path:
        return {"name": market.ids["setting"]}
    return market.ids


def _fill(body: Any, known: Mapping[str, list[str]], number: int) -> None:
    if isinstance(body, list):
        for item in body:
            _fill(item, known, number)
    if not isinstance(body, dict):
        return
    for name, value in body.items():
        if name in known and isinstance(value, str):
            body[name] = known[name][number % len(known[name])]
        elif name == "increment_table_ids" and isinstance(value, list) and value:
            body[name] = known["increment_table_id"][:1]
        else:
            _fill(value, known, number)


def _is_negative(case: Case, location: ParameterLocation) -> bool:
    return case.meta is not None and case.meta.is_negative_at(location)
