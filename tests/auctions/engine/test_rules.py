"""Rules as documents, their precedence, and terms that contradict each other."""

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest

from tests.auctions.engine.sale import ENDS, OPENS, some_terms
from vendue.auctions.engine.default_rules import default_rule_set
from vendue.auctions.engine.rule_documents import (
    check_override,
    check_rule_set,
    effective_rules,
    parse_increments,
    parse_rules,
    rules_document,
)
from vendue.auctions.engine.rules import (
    AntiSniping,
    BelowReserve,
    BuyNowPolicy,
    BuyNowUntil,
    ExtensionMode,
    Rules,
)
from vendue.auctions.errors import InvalidRules, InvalidTerms
from vendue.kernel.money import CURRENCIES, MAXIMUM_MINOR

DEFAULT = default_rule_set({code: currency.decimals for code, currency in CURRENCIES.items()})

OWN_TABLE = [
    {"from_minor": 1, "steps_minor": [10]},
    {"from_minor": 500, "steps_minor": [20, 30]},
    {"from_minor": 10_000, "basis_points": 250, "floor_minor": 100},
]


def a_document(**changes: Any) -> dict[str, Any]:
    return {**deepcopy(DEFAULT), **changes}


def test_the_default_rule_set_is_valid_and_says_the_defaults_of_the_rules():
    check_rule_set(DEFAULT)
    rules = effective_rules(DEFAULT, currency="USD")
    assert rules == Rules(rules.increments)
    assert rules.anti_sniping == AntiSniping(30, 30, ExtensionMode.RESET, None)


def test_pinned_rules_are_read_back_as_they_were_written():
    rules = Rules(
        parse_increments(OWN_TABLE),
        AntiSniping(60, 120, ExtensionMode.ADD, 5),
        own_raise_recompute=False,
        below_reserve=BelowReserve.FULL_MAXIMUM,
        buy_now=BuyNowPolicy(BuyNowUntil.PERCENT, 7_500),
    )
    assert parse_rules(rules_document(rules)) == rules
    assert rules_document(rules)["increments"] == OWN_TABLE


def test_an_auction_goes_over_a_category_and_a_category_over_the_rule_set():
    category = {
        "increments": {"EUR": OWN_TABLE},
        "anti_sniping": {"trigger_seconds": 60, "extend_seconds": 90},
    }
    auction = {"anti_sniping": {"trigger_seconds": 0}, "own_raise_recompute": False}
    rules = effective_rules(DEFAULT, category, auction, currency="EUR")
    assert rules.anti_sniping == AntiSniping(0, 90, ExtensionMode.RESET, None)
    assert rules.increments == parse_increments(OWN_TABLE)
    assert not rules.own_raise_recompute
    untouched = effective_rules(DEFAULT, category, None, currency="USD")
    assert untouched.increments == effective_rules(DEFAULT, currency="USD").increments
    check_override(category, DEFAULT)
    check_override(auction, DEFAULT)


def test_an_override_changes_neither_document():
    rule_set = a_document()
    effective_rules(rule_set, {"anti_sniping": {"mode": "add"}}, currency="USD")
    assert rule_set == DEFAULT


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"unheard_of": 1}, "/unheard_of"),
        ({"increments": {}}, "/increments"),
        ({"increments": []}, "/increments"),
        ({"increments": {"USD": []}}, "/increments/USD"),
        ({"increments": {"USD": [7]}}, "/increments/USD/0"),
        ({"increments": {"USD": [{"from_minor": 1}]}}, "/increments/USD/0/steps_minor"),
        (
            {"increments": {"USD": [{"from_minor": 1, "steps_minor": [0]}]}},
            "/increments/USD/0/steps_minor",
        ),
        (
            {"increments": {"USD": [{"from_minor": 1, "steps_minor": [True]}]}},
            "/increments/USD/0/steps_minor",
        ),
        (
            {"increments": {"USD": [OWN_TABLE[0], OWN_TABLE[0]]}},
            "/increments/USD/1/from_minor",
        ),
        (
            {"increments": {"USD": [{**OWN_TABLE[0], "basis_points": 5}]}},
            "/increments/USD/0/steps_minor",
        ),
        (
            {"increments": {"USD": [{**OWN_TABLE[2], "floor_minor": 0}]}},
            "/increments/USD/0/floor_minor",
        ),
        (
            {"increments": {"USD": [{**OWN_TABLE[0], "from_minor": 1.5}]}},
            "/increments/USD/0/from_minor",
        ),
        ({"anti_sniping": {"trigger_seconds": -1}}, "/anti_sniping/trigger_seconds"),
        ({"anti_sniping": {"trigger_seconds": True}}, "/anti_sniping/trigger_seconds"),
        ({"anti_sniping": {"extend_seconds": 0}}, "/anti_sniping/extend_seconds"),
        ({"anti_sniping": {"extend_seconds": 10**9}}, "/anti_sniping/extend_seconds"),
        ({"anti_sniping": {"mode": "twice"}}, "/anti_sniping/mode"),
        ({"anti_sniping": {"max_extensions": "5"}}, "/anti_sniping/max_extensions"),
        ({"anti_sniping": {"soft": 1}}, "/anti_sniping/soft"),
        ({"anti_sniping": None}, "/anti_sniping"),
        ({"own_raise_recompute": 1}, "/own_raise_recompute"),
        ({"below_reserve": "hidden"}, "/below_reserve"),
        ({"below_reserve": []}, "/below_reserve"),
        ({"buy_now": {"until": "percent"}}, "/buy_now/basis_points"),
        ({"buy_now": {"until": "percent", "basis_points": 10_001}}, "/buy_now/basis_points"),
        ({"buy_now": {"until": "first_bid", "basis_points": 1}}, "/buy_now/basis_points"),
        ({"buy_now": {"until": "always"}}, "/buy_now/until"),
    ],
)
def test_a_wrong_rule_is_refused_and_named(changes: dict[str, Any], pointer: str):
    with pytest.raises(InvalidRules) as refusal:
        check_rule_set(a_document(**changes))
    assert refusal.value.data == {"pointer": pointer}


def test_an_override_is_refused_like_a_rule_set():
    with pytest.raises(InvalidRules) as refusal:
        check_override({"anti_sniping": {"mode": "twice"}}, DEFAULT)
    assert refusal.value.data == {"pointer": "/anti_sniping/mode"}
    with pytest.raises(InvalidRules):
        check_override({"unheard_of": 1}, DEFAULT)


def test_a_currency_without_a_table_is_refused():
    with pytest.raises(InvalidRules):
        effective_rules(DEFAULT, currency="XAU")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"start_price_minor": 0}, "start_price_minor"),
        ({"start_price_minor": MAXIMUM_MINOR + 1}, "start_price_minor"),
        ({"reserve_minor": 999}, "reserve_minor"),
        ({"reserve_minor": MAXIMUM_MINOR + 1}, "reserve_minor"),
        ({"buy_now_minor": 1_000}, "buy_now_minor"),
        ({"buy_now_minor": 3_000, "reserve_minor": 3_001}, "buy_now_minor"),
        ({"ends_at": OPENS}, "ends_at"),
        ({"hard_end": ENDS - timedelta(seconds=1)}, "hard_end"),
    ],
)
def test_terms_that_contradict_each_other_are_refused(fields: dict[str, Any], field: str):
    with pytest.raises(InvalidTerms) as refusal:
        some_terms(**fields)
    assert refusal.value.data == {"field": field}


def test_terms_may_touch_their_bounds():
    some_terms(start_price_minor=1)
    some_terms(reserve_minor=1_000, buy_now_minor=1_001, hard_end=ENDS)
    some_terms(reserve_minor=3_000, buy_now_minor=3_000)
