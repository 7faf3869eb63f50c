"""Lots put up for sale: in the catalogue's auctions, and one by one."""

import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from uuid import UUID

from django.db import transaction

from embedded.demo.catalogue.records import DemoAuction, DemoLot
from embedded.demo.seed.people import Party
from vendue.auctions.queries.sales import SaleView
from vendue.auctions.services import sales, scheduling
from vendue.auctions.services.plans import LotPlace, SalePlan
from vendue.kernel import clock
from vendue.kernel.actor import Actor

# Ends of single lots by their hint, in minutes: the first and the last of them.
SPANS = {"minutes": (3.5, 55), "hours": (65, 22 * 60), "days": (25 * 60, 7 * 24 * 60)}
LONGEST_OPEN = timedelta(days=3)


def put_up(
    lots: Sequence[DemoLot],
    ids: Mapping[str, UUID],
    auctions: Iterable[DemoAuction],
    sellers: Mapping[str, Party],
) -> int:
    """Put lots up for sale; ``ids`` has their rows by key. Returns how many sales were made."""
    now = clock.now()
    made = 0
    for auction in auctions:
        own = [ids[lot.key] for lot in lots if lot.auction == auction.key]
        if own:
            _sell(sellers[auction.seller].actor, _plan(auction, own, now))
            made += 1
    for lot, ends_at in _spread([lot for lot in lots if lot.auction is None], now):
        # Most have been open for a while: nobody's market begins this minute.
        opened = timedelta(seconds=random.Random(lot.key).uniform(0, LONGEST_OPEN.total_seconds()))  # noqa: S311 - decides no secret
        plan = SalePlan(starts_at=now - opened, ends_at=ends_at, lots=[LotPlace(ids[lot.key])])
        _sell(sellers[lot.seller].actor, plan)
        made += 1
    return made


@transaction.atomic
def _sell(actor: Actor, plan: SalePlan) -> SaleView:
    draft = sales.create_auction(actor=actor, plan=plan)
    return scheduling.schedule_auction(actor=actor, auction_id=draft.auction_id)


def _plan(auction: DemoAuction, lot_ids: Sequence[UUID], now: datetime) -> SalePlan:
    return SalePlan(
        title=auction.title,
        description=auction.description,
        starts_at=now + timedelta(minutes=auction.opens_after_minutes),
        ends_at=now + timedelta(minutes=auction.ends_after_minutes),
        interval_seconds=auction.interval_seconds,
        lots=[LotPlace(lot_id) for lot_id in lot_ids],
    )


def _spread(lots: Sequence[DemoLot], now: datetime) -> list[tuple[DemoLot, datetime]]:
    """Give single lots ends from minutes to days ahead, about evenly, in an order like chance."""
    ended = []
    by_hint = sorted(lots, key=lambda lot: (lot.ends or "", random.Random(lot.key).random()))  # noqa: S311 - decides no secret
    for hint, group in groupby(by_hint, key=lambda lot: lot.ends or "days"):
        members = list(group)
        first, last = SPANS[hint]
        for number, lot in enumerate(members):
            place = (number + random.random()) / len(members)  # noqa: S311 - decides no secret
            minutes = first + (last - first) * place
            ended.append((lot, now + timedelta(minutes=minutes)))
    return ended
