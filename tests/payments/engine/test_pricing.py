"""What a lot costs: the vectors of the page that says so, and what must hold for every amount."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.payments.engine.vectors import Vector, read_vectors
from vendue.kernel.costs import CostKind, Delivery, Sale, ShippingMethod, VatScheme
from vendue.kernel.countries import EUROPEAN_UNION
from vendue.kernel.ids import new_id
from vendue.kernel.money import MAXIMUM_MINOR
from vendue.payments.engine.premiums import Premium, PremiumBand
from vendue.payments.engine.pricing import Prices, costs, place_of_supply
from vendue.payments.engine.vat_rates import STANDARD_RATES, standard_rate

VECTORS = read_vectors()
DAY = date(2026, 11, 22)
AMOUNTS = st.integers(1, MAXIMUM_MINOR) | st.integers(1, 1_000)
COUNTRIES = st.sampled_from(["LV", "DE", "FI", "HU", "GB", "US"])


@st.composite
def premiums(draw):
    starts = sorted(draw(st.sets(st.integers(1, 10**7), max_size=4)))
    shares = draw(
        st.lists(st.integers(0, 10_000), min_size=len(starts) + 1, max_size=len(starts) + 1)
    )
    bands = tuple(PremiumBand(*pair) for pair in zip([0, *starts], shares, strict=True))
    return Premium(bands, draw(st.none() | st.integers(1, 10**6)))


PRICES = st.builds(Prices, st.just(new_id()), st.just(1), premiums(), st.booleans())
SALES = st.builds(
    Sale,
    st.sampled_from(["EUR", "JPY", "KWD"]),
    COUNTRIES,
    COUNTRIES,
    st.sampled_from(VatScheme),
    st.dates(date(2023, 1, 1), date(2030, 1, 1)),
    st.none()
    | st.builds(
        Delivery, st.sampled_from(ShippingMethod), st.none() | st.integers(0, MAXIMUM_MINOR)
    ),
)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"vector {vector.number}")
def test_the_engine_gives_what_the_page_says(vector: Vector):
    found = costs(vector.prices, vector.sale, vector.hammer_minor)
    assert (
        found.hammer_minor,
        found.premium_minor,
        found.hammer_vat_minor,
        found.premium_vat_minor,
        found.total_minor,
    ) == (
        vector.hammer_minor,
        vector.premium_minor,
        vector.hammer_vat_minor,
        vector.premium_vat_minor,
        vector.total_minor,
    )


def test_every_vector_was_read():
    assert [vector.number for vector in VECTORS] == list(range(1, 26))


def test_the_lines_say_what_each_amount_is_a_share_of():
    vector = VECTORS[6]
    found = costs(vector.prices, vector.sale, vector.hammer_minor)
    lines = [(x.kind, x.amount_minor, x.basis_points, x.base_minor) for x in found.lines]
    assert lines == [
        ("hammer", 1_234_567, None, None),
        ("premium", 10_000, 2_000, 50_000),
        ("premium", 67_500, 1_500, 450_000),
        ("premium", 73_457, 1_000, 734_567),
        ("vat", 259_259, 2_100, 1_234_567),
        ("vat", 31_701, 2_100, 150_957),
    ]


@given(PRICES, SALES, AMOUNTS)
def test_the_lines_add_up_and_each_is_its_share_rounded_half_up(prices, sale, hammer_minor):
    found = costs(prices, sale, hammer_minor)
    assert sum(line.amount_minor for line in found.lines) == found.total_minor
    assert found.total_minor == (
        found.hammer_minor
        + found.premium_minor
        + found.premium_vat_minor
        + found.hammer_vat_minor
        + (found.shipping_minor or 0)
    )
    for line in found.lines:
        assert line.amount_minor > 0
        if line.basis_points is not None:
            exact = Fraction(line.base_minor * line.basis_points, 10_000)
            assert -Fraction(1, 2) < line.amount_minor - exact <= Fraction(1, 2)


@given(PRICES, SALES, AMOUNTS, AMOUNTS)
def test_a_higher_hammer_price_never_costs_less(prices, sale, one_minor, other_minor):
    low, high = sorted([one_minor, other_minor])
    cheap, dear = costs(prices, sale, low), costs(prices, sale, high)
    assert dear.premium_minor >= cheap.premium_minor
    assert dear.total_minor - cheap.total_minor >= high - low


@given(PRICES, SALES, AMOUNTS)
def test_every_total_is_a_number_that_json_holds_exactly(prices, sale, hammer_minor):
    assert hammer_minor <= costs(prices, sale, hammer_minor).total_minor < 2**53


@given(PRICES, SALES, AMOUNTS)
def test_margin_costs_what_a_private_seller_costs_and_shows_no_vat(prices, sale, hammer_minor):
    margin = costs(prices, replace(sale, vat_scheme=VatScheme.MARGIN), hammer_minor)
    private = costs(prices, replace(sale, vat_scheme=VatScheme.PRIVATE_SELLER), hammer_minor)
    assert margin.total_minor == private.total_minor
    assert (margin.premium_vat_minor, margin.hammer_vat_minor) == (0, 0)
    assert CostKind.VAT not in {line.kind for line in margin.lines}
    assert {line.basis_points for line in margin.lines} == {None}


@given(PRICES, SALES, AMOUNTS)
def test_only_a_standard_sale_has_vat_on_the_hammer_price(prices, sale, hammer_minor):
    found = costs(prices, sale, hammer_minor)
    if sale.vat_scheme is not VatScheme.STANDARD or found.vat_country is None:
        assert found.hammer_vat_minor == 0
    assert found.vat_country in {None, sale.country, sale.destination}


@given(AMOUNTS, st.integers(1, 10**9))
def test_a_cut_between_bands_of_one_share_changes_nothing(hammer_minor, twentieth):
    whole = Premium((PremiumBand(0, 1_500),))
    # A place at which the share comes out even.
    cut = Premium((PremiumBand(0, 1_500), PremiumBand(twentieth * 20, 1_500)))
    assert sum(part.amount_minor for part in whole.parts(hammer_minor)) == sum(
        part.amount_minor for part in cut.parts(hammer_minor)
    )


@pytest.mark.parametrize(
    ("scheme", "method", "country", "destination", "place"),
    [
        ("standard", "parcel", "LV", "DE", "DE"),
        ("standard", "pickup", "LV", "DE", "LV"),
        ("standard", "parcel", "LV", "US", "LV"),
        ("standard", "parcel", "US", "LV", "US"),
        ("margin", "parcel", "LV", "DE", "LV"),
        ("private_seller", "parcel", "LV", "DE", "LV"),
    ],
)
def test_where_a_sale_is_taxed_under_the_one_stop_shop(scheme, method, country, destination, place):
    delivery = Delivery(ShippingMethod(method), 0)
    sale = Sale("EUR", country, destination, VatScheme(scheme), DAY, delivery)
    assert place_of_supply(sale, is_one_stop_shop=True) == place
    assert place_of_supply(sale, is_one_stop_shop=False) == country
    arranged = replace(sale, delivery=None)
    assert place_of_supply(arranged, is_one_stop_shop=True) == country


def test_every_member_state_has_its_rates_in_order():
    assert set(STANDARD_RATES) == EUROPEAN_UNION
    for rates in STANDARD_RATES.values():
        days = [since for since, _ in rates]
        assert days == sorted(set(days))
        # The least that the Directive allows (art. 97), and the most there is today.
        assert all(1_500 <= rate <= 2_700 for _, rate in rates)


def test_a_rate_holds_from_its_first_day():
    assert standard_rate("LV", DAY) == 2_100
    assert standard_rate("SK", date(2024, 12, 31)) == 2_000
    assert standard_rate("SK", date(2025, 1, 1)) == 2_300
    assert standard_rate("LU", date(2020, 1, 1)) == 1_600
    assert standard_rate("GB", DAY) is None
