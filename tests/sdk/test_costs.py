"""What a lot costs, asked through the SDK and worked out again from the published prices."""

import pytest

from tests.sdk.people import a_bidder, a_lot_on_sale
from vendue_sdk import Vendue
from vendue_sdk.models import CostKind, VatScheme
from vendue_sdk.problems import DeliveryNotOffered


def test_a_guest_recomputes_the_premium_from_the_published_prices(base_url):
    lot_id = a_lot_on_sale()
    vendue = Vendue(base_url=base_url)
    small, large = vendue.lots.list_costs(lot_id, amount_minor=[1_000, 6_000_000]).items
    rule = vendue.price_rules.get(small.price_rule_id)
    (premium,) = [part for part in rule.premiums if part.currency == large.currency]
    first, second = premium.bands
    assert (rule.number, rule.number) == (small.price_rule_version, large.price_rule_version)
    assert small.premium_minor == 1_000 * first.basis_points // 10_000
    assert (
        large.premium_minor
        == (
            second.from_minor * first.basis_points
            + (6_000_000 - second.from_minor) * second.basis_points
        )
        // 10_000
    )
    assert large.vat_scheme is VatScheme.PRIVATE_SELLER
    assert sum(line.amount_minor for line in large.lines) == large.total_minor
    assert [line.kind for line in large.lines].count(CostKind.PREMIUM) == 2
    assert rule in list(vendue.price_rules.list(name=rule.name))


def test_a_preview_names_the_total_before_a_bid(base_url):
    lot_id = a_lot_on_sale()
    bidder = a_bidder(base_url)
    preview = bidder.lots.preview_bid(lot_id, maximum_minor=5_000)
    (listed,) = bidder.lots.list_costs(lot_id, amount_minor=[5_000]).items
    assert preview.costs == listed
    assert preview.highest_total_minor == listed.total_minor > preview.highest_hammer_minor
    with pytest.raises(DeliveryNotOffered):
        bidder.lots.preview_bid(lot_id, maximum_minor=5_000, shipping_method="freight")
