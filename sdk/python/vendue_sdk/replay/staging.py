"""Putting recorded auctions on sale: a seller, one lot for each, and sales that end together."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from vendue_sdk.client import Vendue
from vendue_sdk.errors import VendueError
from vendue_sdk.models import (
    LotPlaceIn,
    LotStage,
    RuleSet,
    ShippingArea,
    ShippingMethod,
    ShippingOptionIn,
)
from vendue_sdk.replay.records import RecordedAuction
from vendue_sdk.replay.staff import Staff

#: Lots of one sale; a thousand at most, fewer so that a sale is quickly scheduled.
_LOTS_PER_SALE = 200
_RULES = "hard-close"
_CURRENCY = "USD"
_BY_ARRANGEMENT = ShippingOptionIn(
    method=ShippingMethod.COURIER, area=ShippingArea.WORLDWIDE, price_minor=None
)


class NotASandbox(VendueError):
    """The market does not let a replay put lots on sale."""


def create_lots(
    seller: Vendue,
    auctions: Sequence[RecordedAuction],
    *,
    category: str,
    threads: int,
    advance: Callable[[], None],
) -> list[UUID]:
    """One approved lot for each auction, in their order. Raises ``VendueError``."""

    def create(auction: RecordedAuction) -> UUID:
        lot_id = _create_lot(seller, auction, category)
        advance()
        return lot_id

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(create, auctions))


def put_on_sale(seller: Vendue, lot_ids: Sequence[UUID], *, window: timedelta) -> None:
    """Schedule every lot: open at once, closing together when the window is over."""
    rules = _rules(seller)
    drafts = []
    ends_at = seller.meta.get().server_time + window
    for number, portion in enumerate(_portions(lot_ids), start=1):
        draft = seller.auctions.create(
            title=f"Replay {number}",
            currency=_CURRENCY,
            ends_at=ends_at,
            rule_set_id=rules.rule_set_id,
            lots=[LotPlaceIn(lot_id=lot_id) for lot_id in portion],
        )
        drafts.append(draft)
    for draft in drafts:
        seller.auctions.schedule(draft.auction_id)


def _create_lot(seller: Vendue, auction: RecordedAuction, category: str) -> UUID:
    reserve: dict[str, Any] = {}
    if auction.reserve_minor is not None:
        reserve["reserve_minor"] = auction.reserve_minor
    draft = seller.lots.create(
        category=category,
        title=f"{auction.item or 'Record'} {auction.auction_id}"[:120],
        description="A lot of a past auction, held again to check the market.",
        language="en",
        condition="good",
        country="US",
        currency=_CURRENCY,
        start_price_minor=auction.start_price_minor,
        shipping=[_BY_ARRANGEMENT],
        **reserve,
    )
    lot = seller.lots.submit(draft.lot_id)
    if lot.stage is not LotStage.APPROVED:
        raise NotASandbox("Submitted lots wait for a review here: the `sandbox` flag is off.")
    return lot.lot_id


def category_for(market: Vendue, staff: Staff) -> str:
    """The slug of a category that asks nothing of its lots; where there is none, a new one."""
    tree = market.categories.list().items
    parents = {category.parent for category in tree}
    for category in tree:
        if category.slug not in parents:
            asked = market.categories.get(category.slug).attribute_schema.to_dict()
            if not asked.get("required"):
                return category.slug
    staff.create_category("records", {"lv": "Ieraksti", "en": "Records", "ru": "Записи"})
    return "records"


def _rules(market: Vendue) -> RuleSet:
    for rules in market.rules.list(name=_RULES):
        return rules
    raise NotASandbox(f"The market has no rule set called {_RULES}.")


def _portions(lot_ids: Sequence[UUID]) -> Iterator[list[UUID]]:
    rest = iter(lot_ids)
    while portion := list(islice(rest, _LOTS_PER_SALE)):
        yield portion
