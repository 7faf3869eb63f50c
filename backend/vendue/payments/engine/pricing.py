"""From a hammer price to what the buyer pays in all."""

from dataclasses import dataclass
from uuid import UUID

from vendue.kernel.costs import (
    CostKind,
    CostLineOut,
    CostsOut,
    Sale,
    ShippingMethod,
    VatScheme,
)
from vendue.kernel.countries import EUROPEAN_UNION
from vendue.kernel.money import share
from vendue.payments.engine.premiums import Premium, PremiumPart
from vendue.payments.engine.vat_rates import standard_rate


@dataclass(frozen=True, slots=True)
class Prices:
    """What one version of a price rule says for one currency.

    ``is_one_stop_shop``: a trader's sale that is sent to another member state takes that state's
    VAT instead of that of where the thing stands.
    """

    price_rule_id: UUID
    number: int
    premium: Premium
    is_one_stop_shop: bool = False


def costs(prices: Prices, sale: Sale, hammer_minor: int) -> CostsOut:
    """What a lot costs its buyer at a hammer price, in minor units of the sale's currency."""
    vat_country = place_of_supply(sale, is_one_stop_shop=prices.is_one_stop_shop)
    rate = standard_rate(vat_country, sale.on)
    premium = _premium_lines(prices.premium, sale.vat_scheme, hammer_minor, rate or 0)
    premium_minor = sum(line.amount_minor for line in premium)
    is_hammer_taxed = sale.vat_scheme is VatScheme.STANDARD
    is_premium_taxed = sale.vat_scheme is not VatScheme.MARGIN
    hammer_vat_minor = share(hammer_minor, rate or 0) if is_hammer_taxed else 0
    premium_vat_minor = share(premium_minor, rate or 0) if is_premium_taxed else 0
    shipping_minor = None if sale.delivery is None else sale.delivery.price_minor
    lines = (
        CostLineOut(
            kind=CostKind.HAMMER, amount_minor=hammer_minor, basis_points=None, base_minor=None
        ),
        *premium,
        _vat_line(hammer_vat_minor, rate, hammer_minor),
        _vat_line(premium_vat_minor, rate, premium_minor),
        CostLineOut(
            kind=CostKind.SHIPPING,
            amount_minor=shipping_minor or 0,
            basis_points=None,
            base_minor=None,
        ),
    )
    return CostsOut(
        currency=sale.currency,
        hammer_minor=hammer_minor,
        premium_minor=premium_minor,
        premium_vat_minor=premium_vat_minor,
        hammer_vat_minor=hammer_vat_minor,
        shipping_minor=shipping_minor,
        total_minor=sum(line.amount_minor for line in lines),
        lines=[line for line in lines if line.amount_minor > 0],
        vat_scheme=sale.vat_scheme,
        vat_country=None if rate is None else vat_country,
        shipping_method=None if sale.delivery is None else sale.delivery.method,
        destination=sale.destination,
        price_rule_id=prices.price_rule_id,
        price_rule_version=prices.number,
    )


def place_of_supply(sale: Sale, *, is_one_stop_shop: bool) -> str:
    """The country whose VAT is charged: where the thing stands, or where it is sent.

    Directive 2006/112/EC: goods are supplied where they are when handed over or dispatched
    (art. 31, 32). Distance sales within the Union are supplied where the dispatch ends
    (art. 33(a)), which the market follows where it works under the One-Stop Shop; never for goods
    under the margin scheme (art. 35) nor for a private seller, who is no taxable person. The
    premium, an intermediary's service, follows the sale (art. 46).
    """
    is_dispatched = sale.delivery is not None and sale.delivery.method is not ShippingMethod.PICKUP
    is_distance_sale = (
        is_dispatched
        and sale.vat_scheme is VatScheme.STANDARD
        and EUROPEAN_UNION.issuperset({sale.country, sale.destination})
    )
    return sale.destination if is_one_stop_shop and is_distance_sale else sale.country


def _premium_lines(
    premium: Premium, scheme: VatScheme, hammer_minor: int, rate: int
) -> list[CostLineOut]:
    parts = premium.parts(hammer_minor)
    if scheme is VatScheme.MARGIN:
        # In one sum with its VAT, which must not be shown apart (art. 325 and 339).
        net_minor = sum(part.amount_minor for part in parts)
        parts = [PremiumPart(net_minor + share(net_minor, rate), None, None)]
    return [
        CostLineOut(
            kind=CostKind.PREMIUM,
            amount_minor=part.amount_minor,
            basis_points=part.basis_points,
            base_minor=part.base_minor,
        )
        for part in parts
    ]


def _vat_line(amount_minor: int, rate: int | None, base_minor: int) -> CostLineOut:
    return CostLineOut(
        kind=CostKind.VAT, amount_minor=amount_minor, basis_points=rate, base_minor=base_minor
    )
