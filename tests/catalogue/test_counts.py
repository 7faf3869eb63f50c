"""Counting matches and facets, with and without the sample."""

import pytest
from django.db import connection

from tests.catalogue.factories import a_category, a_listed_lot, a_state
from vendue.catalogue.engine import tokens
from vendue.catalogue.engine.words import Condition
from vendue.catalogue.models import Lot, LotListing
from vendue.catalogue.queries import counts
from vendue.catalogue.queries.conditions import LotSearch
from vendue.catalogue.services import listing

pytestmark = pytest.mark.django_db


def counted(**wanted):
    return counts.count_lots(LotSearch(**wanted))


def facets(**wanted):
    return {
        facet.name: {value.value: value.count for value in facet.values}
        for facet in counted(**wanted).facets
    }


def test_every_facet_counts_the_matches():
    root = a_category("clocks")
    leaf = a_category("watches", parent=root)
    a_listed_lot(category=leaf, condition="good", country="LV")
    a_listed_lot(category=leaf, condition="fair", country="EE", attributes={"material": "brass"})
    a_listed_lot(category=a_category("art"), seller_kind="trader")
    assert facets() == {
        "category": {"clocks": 2, "art": 1},
        "condition": {"good": 2, "fair": 1},
        "seller_kind": {"private": 2, "trader": 1},
        "country": {"LV": 2, "EE": 1},
    }
    assert facets(category="watches") == {
        "category": {},
        "condition": {"good": 1, "fair": 1},
        "seller_kind": {"private": 2},
        "country": {"EE": 1, "LV": 1},
        "material": {"brass": 1, "oak": 1},
        "is_running": {},
    }


def test_a_chosen_facet_still_counts_its_alternatives():
    a_listed_lot(condition="good", country="LV")
    a_listed_lot(condition="fair", country="LV")
    a_listed_lot(condition="fair", country="EE")
    found = facets(conditions=(Condition.GOOD,))
    assert found["condition"] == {"fair": 2, "good": 1}
    assert found["country"] == {"LV": 1}


def test_nothing_found_counts_nothing():
    a_listed_lot()
    result = counted(words="elephant")
    assert (result.total.count, result.total.is_capped) == (0, False)
    assert all(not facet.values for facet in result.facets)


@pytest.fixture
def crowd():
    """5,000 lots of one category: nine in ten good, ten of them from Finland."""
    category = a_category("clocks")
    lot = a_listed_lot(category=category)
    row = LotListing.objects.filter(lot=lot).values().get()
    lots = [
        Lot(
            seller_account_id=lot.seller_account_id,
            seller_kind="private",
            category=category,
            title="Clock",
            language="en",
            condition="good",
            country="LV",
            currency="EUR",
            start_price_minor=1_000,
            stage="live",
        )
        for _ in range(4_999)
    ]
    Lot.objects.bulk_create(lots)
    LotListing.objects.bulk_create(
        LotListing(
            **{
                **row,
                "lot_id": each.id,
                "facets": [
                    tokens.token(*facet)
                    for facet in (
                        ("@category", "clocks"),
                        ("@condition", "good" if number % 10 else "fair"),
                        ("@country", "FI" if number < 10 else "LV"),
                        ("@seller_kind", "private"),
                    )
                ],
            }
        )
        for number, each in enumerate(lots)
    )


@pytest.mark.parametrize("small", [12_000, 0], ids=["one by one", "by the sample"])
@pytest.mark.parametrize("few", [6_000, 0], ids=["few", "many"])
@pytest.mark.usefixtures("crowd")
def test_counts_are_exact_to_a_thousand_however_they_are_made(monkeypatch, small, few):
    monkeypatch.setattr(counts, "SMALL", small)
    monkeypatch.setattr(counts, "FEW", few)
    result = counted(category="clocks")
    assert (result.total.count, result.total.is_capped) == (1_000, True)
    values = {
        facet.name: {v.value: (v.count, v.is_capped) for v in facet.values}
        for facet in result.facets
    }
    assert values["condition"] == {"good": (1_000, True), "fair": (500, False)}
    assert values["seller_kind"] == {"private": (1_000, True)}
    assert values["country"]["LV"] == (1_000, True)
    if small or few:
        assert values["country"]["FI"] == (10, False)
    else:
        # Among many matches, only values that the sample has seen are candidates.
        assert values["country"].get("FI", (10, False)) == (10, False)


@pytest.mark.usefixtures("crowd")
def test_the_sample_follows_its_listings():
    with connection.cursor() as cursor:
        cursor.execute("SELECT lot_id FROM catalogue_listingsample LIMIT 1")
        (lot_id,) = cursor.fetchone()
        listing.apply_state(a_state(Lot.objects.get(id=lot_id), sequence=9, price_minor=4_321))
        cursor.execute(
            "SELECT count(*) FILTER (WHERE s.price_minor <> l.price_minor OR s.status <> l.status "
            "OR s.search <> l.search OR s.facets <> l.facets), count(*) "
            "FROM catalogue_listingsample s JOIN catalogue_lotlisting l USING (lot_id)"
        )
        assert cursor.fetchone()[0] == 0
        cursor.execute(
            "SELECT price_minor FROM catalogue_listingsample WHERE lot_id = %s", [lot_id]
        )
        assert cursor.fetchone() == (4_321,)
        cursor.execute(
            "SELECT (SELECT count(*) FROM catalogue_lotlisting WHERE draw < 67108864), "
            "(SELECT count(*) FROM catalogue_listingsample)"
        )
        listed, sampled = cursor.fetchone()
    assert listed == sampled
    assert 90 < sampled < 250
