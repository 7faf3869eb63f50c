"""Price rules: written as drafts, published once, never changed after.

An auction keeps the version it was published under, so a new one never touches a running sale.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound, Stale
from vendue.kernel.tables import Edition
from vendue.payments.engine.price_documents import Premiums, parse_premiums
from vendue.payments.errors import PricesNotPublished, PricesPublished
from vendue.payments.models import PriceRule
from vendue.payments.queries.prices import PriceRuleView, price_rule_view
from vendue.platform.services import audit, editions

#: The price rule an auction gets that was given none.
STANDARD = "standard"


@dataclass(frozen=True, slots=True)
class NamedPriceRule:
    """Which version of which price rule."""

    price_rule_id: UUID
    name: str
    number: int


@transaction.atomic
def create_price_rule(
    *, actor: Actor, name: str, premiums: Premiums, is_one_stop_shop: bool
) -> PriceRuleView:
    """Write a draft, the next version of the price rule of this name. Raises ``InvalidPrices``."""
    parse_premiums(premiums)
    editions.serialise(name)
    row = PriceRule.objects.create(
        name=name,
        number=editions.next_number(PriceRule.objects.filter(name=name)),
        premiums=dict(premiums),
        is_one_stop_shop=is_one_stop_shop,
    )
    audit.record(actor, "price_rule.create", f"price_rule:{row.id}", after=_said(row))
    return price_rule_view(row)


@transaction.atomic
def update_price_rule(
    *, actor: Actor, price_rule_id: UUID, version: int, changes: Mapping[str, Any]
) -> PriceRuleView:
    """Change a draft; ``changes`` holds ``premiums``, all of them, or ``is_one_stop_shop``.

    Raises ``Stale``, ``PricesPublished`` or ``InvalidPrices``.
    """
    row = _draft(price_rule_id)
    if row.version != version:
        raise Stale
    before = _said(row)
    row.premiums = changes.get("premiums", row.premiums)
    row.is_one_stop_shop = changes.get("is_one_stop_shop", row.is_one_stop_shop)
    parse_premiums(row.premiums)
    row.version += 1
    row.save()
    audit.record(
        actor, "price_rule.update", f"price_rule:{row.id}", before=before, after=_said(row)
    )
    return price_rule_view(row)


@transaction.atomic
def publish_price_rule(*, actor: Actor, price_rule_id: UUID, reason: str) -> PriceRuleView:
    """Make a draft a version for ever; auctions that are scheduled from now on may have it.

    Raises ``PricesPublished`` or ``InvalidPrices``.
    """
    row = _draft(price_rule_id)
    parse_premiums(row.premiums)
    editions.publish(row, actor, "price_rule", _said(row), reason)
    return price_rule_view(row)


def published_price_rule(price_rule_id: UUID | None, *, currency: str) -> NamedPriceRule:
    """A published version that covers the currency; without an id the latest "standard".

    Raises ``PricesNotPublished``.
    """
    found = PriceRule.objects.filter(edition=Edition.PUBLISHED, premiums__has_key=currency)
    found = found.filter(name=STANDARD) if price_rule_id is None else found.filter(id=price_rule_id)
    row = found.order_by("-number").first()
    if row is None:
        raise PricesNotPublished
    return NamedPriceRule(row.id, row.name, row.number)


def _draft(price_rule_id: UUID) -> PriceRule:
    row = PriceRule.objects.select_for_update(no_key=True).filter(id=price_rule_id).first()
    if row is None:
        raise NotFound
    if row.edition != Edition.DRAFT:
        raise PricesPublished
    return row


def _said(row: PriceRule) -> dict[str, Any]:
    """What a version says, for the audit trail."""
    return {
        "name": row.name,
        "number": row.number,
        "premiums": row.premiums,
        "is_one_stop_shop": row.is_one_stop_shop,
    }
