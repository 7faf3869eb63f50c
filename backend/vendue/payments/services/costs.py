"""What a lot costs: the door for whoever shows or charges a total."""

from collections.abc import Sequence
from functools import lru_cache
from uuid import UUID

from vendue.kernel.costs import CostsOut, Sale
from vendue.kernel.errors import NotFound
from vendue.kernel.tables import Edition
from vendue.payments.engine import pricing
from vendue.payments.engine.price_documents import parse_premiums
from vendue.payments.engine.pricing import Prices
from vendue.payments.errors import PricesNotPublished
from vendue.payments.models import PriceRule


def costs_of(*, price_rule_id: UUID, sale: Sale, hammers_minor: Sequence[int]) -> list[CostsOut]:
    """What a lot costs under a published price rule at each of these hammer prices.

    In minor units of the sale's currency. Raises ``PricesNotPublished`` where the rule is a draft
    or does not cover the currency.
    """
    prices = _published(price_rule_id, sale.currency)
    return [pricing.costs(prices, sale, hammer_minor) for hammer_minor in hammers_minor]


def tried_costs(*, price_rule_id: UUID, sale: Sale, hammers_minor: Sequence[int]) -> list[CostsOut]:
    """The same under a draft too, so that staff can see what it would charge.

    Raises ``NotFound``, ``PricesNotPublished`` where it does not cover the currency.
    """
    row = PriceRule.objects.filter(id=price_rule_id).first()
    if row is None:
        raise NotFound
    prices = _prices(row, sale.currency)
    return [pricing.costs(prices, sale, hammer_minor) for hammer_minor in hammers_minor]


# A published version never changes, so a process reads and checks it once.
@lru_cache(maxsize=512)
def _published(price_rule_id: UUID, currency: str) -> Prices:
    row = PriceRule.objects.filter(id=price_rule_id, edition=Edition.PUBLISHED).first()
    if row is None:
        raise PricesNotPublished
    return _prices(row, currency)


def _prices(row: PriceRule, currency: str) -> Prices:
    premium = parse_premiums(row.premiums).get(currency)
    if premium is None:
        raise PricesNotPublished
    return Prices(row.id, row.number, premium, is_one_stop_shop=row.is_one_stop_shop)
