"""A seller at work: lots put into auctions the way the market does it."""

from datetime import timedelta
from typing import Any

from tests.factories import a_lot, an_account, an_actor, the_default_prices
from vendue.auctions.engine.default_rules import default_increments, default_rule_set
from vendue.auctions.models import IncrementTable, RuleSet
from vendue.auctions.queries.sales import SaleView
from vendue.auctions.services import sales, scheduling
from vendue.auctions.services.plans import LotPlace, SalePlan
from vendue.catalogue.models import Lot
from vendue.identity.models import Account
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.money import CURRENCIES
from vendue.kernel.tables import Edition


def the_default_rules() -> dict[str, RuleSet]:
    """The rules and prices of a fresh market; put back where real commits emptied them."""
    the_default_prices()
    if not RuleSet.objects.filter(name="standard").exists():
        tables = {
            code: str(a_table(code, default_increments(code, currency.decimals)).id)
            for code, currency in CURRENCIES.items()
        }
        document = default_rule_set({code: c.decimals for code, c in CURRENCIES.items()})
        del document["increments"]
        _publish("standard", document, tables)
        sniping = {**document["anti_sniping"], "trigger_seconds": 0}
        _publish("hard-close", {**document, "anti_sniping": sniping}, tables)
    return {row.name: row for row in RuleSet.objects.filter(number=1)}


def a_table(currency: str, bands: list[dict[str, Any]], name: str = "standard") -> IncrementTable:
    """A published increment table."""
    return IncrementTable.objects.create(
        name=name,
        currency=currency,
        number=IncrementTable.objects.filter(name=name, currency=currency).count() + 1,
        bands=bands,
        edition=Edition.PUBLISHED,
        published_at=clock.now(),
    )


def a_seller(account: Account | None = None, **fields: Any) -> Actor:
    """A person who sells."""
    the_default_rules()
    return an_actor(account, **fields)


def lots_of(seller: Actor, count: int = 1, **fields: Any) -> list[Lot]:
    """Approved lots of a seller."""
    account = Account.objects.get(id=seller.account_id)
    return [a_lot(seller_account=account, **fields) for _ in range(count)]


def a_plan(*lots: Lot, **fields: Any) -> SalePlan:
    """A sale of these lots that opens at once and lasts a day."""
    now = clock.now()
    defaults: dict[str, Any] = {
        "title": "Clocks and watches",
        "starts_at": now - timedelta(minutes=1),
        "ends_at": now + timedelta(days=1),
        "lots": [LotPlace(lot.id) for lot in lots],
    }
    return SalePlan(**{**defaults, **fields})


def a_draft(seller: Actor, *lots: Lot, **fields: Any) -> SaleView:
    """A drafted auction."""
    return sales.create_auction(actor=seller, plan=a_plan(*lots, **fields))


def a_sale(seller: Actor, *lots: Lot, **fields: Any) -> SaleView:
    """A published auction."""
    draft = a_draft(seller, *lots, **fields)
    return scheduling.schedule_auction(actor=seller, auction_id=draft.auction_id)


def a_stranger() -> Actor:
    """Somebody else who sells."""
    return an_actor(an_account())


def _publish(name: str, document: dict[str, Any], tables: dict[str, str]) -> None:
    RuleSet.objects.create(
        name=name,
        number=1,
        document=document,
        increment_tables=tables,
        edition=Edition.PUBLISHED,
        published_at=clock.now(),
    )
