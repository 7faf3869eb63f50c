"""Reading price rules, so that anybody can recompute a total."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vendue.kernel.errors import NotFound
from vendue.kernel.pages import Page, decode_cursor, page_of
from vendue.kernel.tables import Edition
from vendue.payments.models import PriceRule


@dataclass(frozen=True, slots=True)
class CurrencyPremium:
    """The premium for one currency. Amounts in its minor unit."""

    currency: str
    bands: Sequence[dict[str, int]]
    minimum_minor: int | None


@dataclass(frozen=True, slots=True)
class PriceRuleView:
    """One version of a price rule."""

    price_rule_id: UUID
    name: str
    number: int
    premiums: Sequence[CurrencyPremium]
    is_one_stop_shop: bool
    edition: Edition
    published_at: datetime | None
    version: int
    created_at: datetime


def price_rules(
    *, name: str | None, edition: Edition | None, cursor: str | None, limit: int
) -> Page[PriceRuleView]:
    """Versions of price rules, the newest first."""
    wanted = {"name": name, "edition": edition}
    found = PriceRule.objects.filter(
        **{field: value for field, value in wanted.items() if value is not None}
    ).order_by("-id")
    if cursor is not None:
        found = found.filter(id__lt=decode_cursor(cursor, UUID)[0])
    page = page_of(list(found[: limit + 1]), limit, lambda row: (str(row.id),))
    return Page([price_rule_view(row) for row in page.items], page.next_cursor)


def price_rule(price_rule_id: UUID, *, edition: Edition | None = None) -> PriceRuleView:
    """One version of a price rule. Raises ``NotFound``."""
    found = PriceRule.objects.filter(id=price_rule_id)
    if edition is not None:
        found = found.filter(edition=edition)
    row = found.first()
    if row is None:
        raise NotFound
    return price_rule_view(row)


def price_rule_view(row: PriceRule) -> PriceRuleView:
    """A row as it is shown."""
    return PriceRuleView(
        price_rule_id=row.id,
        name=row.name,
        number=row.number,
        premiums=[
            CurrencyPremium(currency, part["bands"], part["minimum_minor"])
            for currency, part in sorted(row.premiums.items())
        ],
        is_one_stop_shop=row.is_one_stop_shop,
        edition=Edition(row.edition),
        published_at=row.published_at,
        version=row.version,
        created_at=row.created_at,
    )
