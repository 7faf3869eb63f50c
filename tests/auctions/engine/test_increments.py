"""Increment tables: bands, patterns, percentages and the defaults (rule 3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.auctions.engine.sale import Sale, some_rules, the_table
from vendue.auctions.engine.default_rules import default_increments
from vendue.auctions.engine.increments import IncrementTable, PercentageBand, StepBand
from vendue.auctions.engine.rule_documents import parse_increments
from vendue.kernel.money import CURRENCIES, MAXIMUM_MINOR


@pytest.mark.parametrize(
    ("amount_minor", "step_minor"),
    [
        (1, 5), (99, 5), (100, 25), (499, 25), (500, 50), (2_499, 50), (2_500, 100),
        (9_999, 100), (10_000, 250), (24_999, 250), (25_000, 500), (50_000, 1_000),
        (99_999, 1_000), (100_000, 2_500), (250_000, 5_000), (499_999, 5_000),
        (500_000, 10_000), (MAXIMUM_MINOR, 10_000),
    ],
)  # fmt: skip
def test_the_american_table(amount_minor: int, step_minor: int):
    assert the_table("USD").increment(amount_minor) == step_minor


@pytest.mark.parametrize(
    ("amount_minor", "step_minor"),
    [
        (1, 100), (100, 100), (1_999, 100), (2_000, 200), (5_000, 500), (19_999, 500),
        (20_000, 1_000), (50_000, 2_000), (100_000, 5_000), (200_000, 10_000),
        (500_000, 20_000), (1_000_000, 50_000), (2_000_000, 100_000), (5_000_000, 200_000),
        (9_999_999, 200_000), (10_000_000, 500_000),
    ],
)  # fmt: skip
def test_the_continental_table(amount_minor: int, step_minor: int):
    assert the_table("EUR").increment(amount_minor) == step_minor


@pytest.mark.parametrize(
    ("amount_minor", "step_minor"),
    [
        (100, 100), (2_000, 200), (5_000, 500), (20_000, 1_000), (49_999, 1_000),
        (50_000, 2_000), (51_999, 2_000), (52_000, 3_000), (54_999, 3_000), (55_000, 2_000),
        (57_000, 3_000), (100_000, 5_000), (200_000, 10_000), (300_000, 20_000),
        (319_999, 20_000), (320_000, 30_000), (349_999, 30_000), (350_000, 20_000),
        (499_999, 30_000), (500_000, 50_000),
    ],
)  # fmt: skip
def test_the_british_table_alternates(amount_minor: int, step_minor: int):
    assert the_table("GBP").increment(amount_minor) == step_minor


def test_below_the_first_band_the_first_one_holds():
    table = IncrementTable((StepBand(500, (20, 30)), StepBand(1_000, (50,))))
    assert [table.increment(amount) for amount in (1, 499, 500, 520, 999)] == [20, 20, 20, 30, 30]
    assert table.increment(1_000) == 50


def test_a_percentage_is_rounded_up_and_has_a_floor():
    table = IncrementTable((PercentageBand(1, 500, 10),))
    assert [table.increment(amount) for amount in (1, 200, 201, 220, 221, 10_000)] == [
        10, 10, 11, 11, 12, 500,
    ]  # fmt: skip


@given(st.integers(1, 10**6), st.lists(st.integers(1, 500), min_size=1, max_size=6))
def test_walking_a_pattern_step_by_step_visits_its_steps_in_turn(start: int, steps: list[int]):
    band = StepBand(start, tuple(steps))
    amount = start
    for turn in range(3 * len(steps)):
        step = band.step_at(amount)
        assert step == steps[turn % len(steps)]
        assert band.step_at(amount + step - 1) == step
        amount += step


@pytest.mark.parametrize(
    ("code", "start_minor", "losing_minor", "price_minor"),
    [
        ("JPY", 1_000, 30_000, 31_000),  # a unit without decimals: steps of hundredths of a euro
        ("EUR", 1_000, 30_000, 31_000),
        ("KWD", 10_000, 300_000, 310_000),  # three decimals: ten times as many of them
    ],
)
def test_currencies_of_any_number_of_decimals_are_bid_in_alike(
    code: str, start_minor: int, losing_minor: int, price_minor: int
):
    sale = Sale(currency=code, start_price_minor=start_minor, rules=some_rules(code))
    sale.bid("A", losing_minor)
    sale.bid("B", losing_minor * 10)
    assert sale.figures.price_minor == price_minor


@pytest.mark.parametrize("code", list(CURRENCIES))
def test_every_currency_begins_with_a_valid_table(code: str):
    table = parse_increments(default_increments(code, CURRENCIES[code].decimals))
    assert table.increment(1) >= 1
    assert table.increment(MAXIMUM_MINOR) > table.increment(1)
