"""Both contracts keep their habits; and each rule finds a contract that does not."""

from copy import deepcopy

import pytest

from tests.contract import habits
from tests.contract.documents import NAMES, load, operations


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rule", habits.RULES, ids=lambda rule: rule.__name__)
def test_a_contract_keeps_its_habits(name, rule):
    assert sorted(set(rule(load(name)))) == []


def test_operation_ids_are_unique_over_both_contracts():
    ids = [o["operationId"] for name in NAMES for _, _, o in operations(load(name))]
    assert sorted(ids) == sorted(set(ids))


def test_no_staff_operation_reaches_the_public_contract():
    document = load("openapi.json")
    assert [path for path in document["paths"] if "admin" in path] == []
    scopes = {
        scope
        for _, _, operation in operations(document)
        for way in operation["security"]
        for scope in way.get("bearer", [])
    }
    assert [scope for scope in scopes if scope.startswith("staff:")] == []


def _singular_collection(document):
    document["paths"]["/api/v1/lot/{lot_id}"] = document["paths"].pop("/api/v1/lots/{lot_id}")


def _camel_case(document):
    document["components"]["schemas"]["LotState"]["properties"]["priceMinor"] = {}


def _an_amount_as_a_float(document):
    _field(document, "LotState", "price_minor")["type"] = "number"


def _no_currency(document):
    for schema in document["components"]["schemas"].values():
        schema.get("properties", {}).pop("currency", None)


def _an_inline_enum(document):
    document["components"]["schemas"]["LotState"]["properties"]["status"] = {"enum": ["live"]}


def _no_summary(document):
    del document["paths"]["/api/v1/meta"]["get"]["summary"]


def _no_description(document):
    _field(document, "LotState", "leader").pop("description")


def _an_unbounded_number(document):
    del _field(document, "BidIn", "maximum_minor")["maximum"]


def _an_unbounded_text(document):
    del _field(document, "LotIn", "title")["maxLength"]


def _a_default_in_an_answer(document):
    _field(document, "LotState", "bid_count")["default"] = 0


def _a_refusal_as_plain_json(document):
    refusal = document["paths"]["/api/v1/lots/{lot_id}/bids"]["post"]["responses"]["409"]
    refusal["content"]["application/json"] = refusal["content"].pop("application/problem+json")


def _no_request_id(document):
    del document["paths"]["/api/v1/meta"]["get"]["responses"]["200"]["headers"]["X-Request-Id"]


def _a_list_without_cursor(document):
    listing = document["paths"]["/api/v1/lots"]["get"]
    listing["parameters"] = [p for p in listing["parameters"] if p["name"] != "cursor"]


def _a_blind_change(document):
    change = document["paths"]["/api/v1/me"]["patch"]
    change["parameters"] = [p for p in change["parameters"] if p["name"] != "If-Match"]


def _field(document, component, name):
    return document["components"]["schemas"][component]["properties"][name]


@pytest.mark.parametrize(
    ("rule", "break_it"),
    [
        (habits.paths_are_plural_nouns, _singular_collection),
        (habits.names_are_snake_case, _camel_case),
        (habits.names_tell_the_type, _an_amount_as_a_float),
        (habits.amounts_have_a_currency, _no_currency),
        (habits.enums_are_named, _an_inline_enum),
        (habits.operations_are_named, _no_summary),
        (habits.everything_is_described, _no_description),
        (habits.input_is_bounded, _an_unbounded_number),
        (habits.input_is_bounded, _an_unbounded_text),
        (habits.output_is_whole, _a_default_in_an_answer),
        (habits.refusals_are_problems, _a_refusal_as_plain_json),
        (habits.headers_are_declared, _no_request_id),
        (habits.lists_are_pages, _a_list_without_cursor),
        (habits.writes_are_conditional, _a_blind_change),
    ],
    ids=lambda part: part.__name__,
)
def test_a_rule_finds_what_breaks_it(rule, break_it):
    broken = deepcopy(load("openapi.json"))
    break_it(broken)
    assert list(rule(broken)) != []
