"""Which way of shipping counts in what a lot costs (docs/pricing.md, 5)."""

import pytest

from vendue.catalogue.engine.delivery import delivery_to
from vendue.kernel.costs import Delivery, ShippingMethod


def a_way(method, area="same_country", price_minor=None):
    return {"method": method, "area": area, "price_minor": price_minor, "note": ""}


PICKUP = a_way("pickup")
PARCEL = a_way("parcel", price_minor=350)
PARCEL_EU = a_way("parcel", "european_union", 1_500)
COURIER = a_way("courier", "worldwide", 4_000)
FREIGHT = a_way("freight", "worldwide")


def way_to(*ways, destination="LV", method=None):
    found = delivery_to(
        ways, country="LV", destination=destination, method=method and ShippingMethod(method)
    )
    return found and (str(found.method), found.price_minor)


@pytest.mark.parametrize(
    ("ways", "destination", "expected"),
    [
        ([PICKUP, PARCEL], "LV", ("parcel", 350)),
        ([PARCEL, PARCEL_EU], "LV", ("parcel", 350)),
        ([PARCEL_EU, PARCEL], "LV", ("parcel", 350)),
        ([PARCEL, PARCEL_EU], "DE", ("parcel", 1_500)),
        ([PARCEL, COURIER], "LV", ("courier", 4_000)),
        ([PARCEL, PARCEL_EU], "US", None),
        ([PARCEL, PARCEL_EU, FREIGHT], "US", ("freight", None)),
        ([FREIGHT, PARCEL], "LV", ("parcel", 350)),
        ([PICKUP, FREIGHT], "LV", ("freight", None)),
        ([PICKUP], "US", ("pickup", None)),
        ([PICKUP, PARCEL], "US", ("pickup", None)),
        ([a_way("parcel", price_minor=0)], "LV", ("parcel", 0)),
        (
            [a_way("parcel", price_minor=300), a_way("parcel", price_minor=500)],
            "LV",
            ("parcel", 500),
        ),
        ([], "LV", None),
    ],
)
def test_the_dearest_way_meant_for_the_place_counts(ways, destination, expected):
    assert way_to(*ways, destination=destination) == expected


@pytest.mark.parametrize(
    ("method", "destination", "expected"),
    [
        ("pickup", "LV", ("pickup", None)),
        ("parcel", "LV", ("parcel", 350)),
        ("parcel", "DE", ("parcel", 1_500)),
        ("parcel", "US", None),
        ("courier", "US", ("courier", 4_000)),
        ("letter", "LV", None),
    ],
)
def test_the_asker_may_choose_the_method(method, destination, expected):
    ways = [PICKUP, COURIER, PARCEL, PARCEL_EU]
    assert way_to(*ways, destination=destination, method=method) == expected


def test_inside_another_country_only_its_own_ways_reach():
    found = delivery_to(
        [PARCEL, PARCEL_EU], country="GB", destination="GB", method=ShippingMethod.PARCEL
    )
    assert found == Delivery(ShippingMethod.PARCEL, 350)
    assert delivery_to([PARCEL_EU], country="GB", destination="GB", method=None) is None
