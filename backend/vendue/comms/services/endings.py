"""Telling those who bid on a lot, or watch it, that it ends soon: once for each of them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from vendue.auctions.services import involvement
from vendue.auctions.services.involvement import EndingLot
from vendue.catalogue.services import offering, watching
from vendue.comms.engine.preferences import NOTICE_MINUTES, EndingNotice
from vendue.comms.events import NotificationKind
from vendue.comms.models import EndingNotice as ToldEnding
from vendue.comms.services import posting, preferences
from vendue.comms.services.posting import Figures, LotNews
from vendue.kernel import clock

_LOTS_AT_ONCE = 100
#: Whoever came to a lot after the notice they asked for gets this one.
_LAST_NOTICE = min(NOTICE_MINUTES, key=lambda notice: NOTICE_MINUTES[notice])


def tell_endings() -> int:
    """Tell everybody who wants to know of the lots that end soon. Returns how many were told.

    Safe to repeat and to run beside itself. After a standstill it tells what it missed, as long as
    the lots are open.
    """
    return sum(_tell_in_time(notice, minutes) for notice, minutes in NOTICE_MINUTES.items())


def _tell_in_time(notice: EndingNotice, minutes: int) -> int:
    ending = involvement.open_lots_ending(within=timedelta(minutes=minutes))
    known = ToldEnding.objects.filter(minutes=minutes, lot_id__in=ending)
    fresh = sorted(ending - set(known.values_list("lot_id", flat=True)))
    return sum(
        _tell(fresh[first : first + _LOTS_AT_ONCE], notice, minutes)
        for first in range(0, len(fresh), _LOTS_AT_ONCE)
    )


@transaction.atomic
def _tell(lot_ids: Sequence[UUID], notice: EndingNotice, minutes: int) -> int:
    ToldEnding.objects.bulk_create(
        [ToldEnding(lot_id=lot_id, minutes=minutes) for lot_id in lot_ids], ignore_conflicts=True
    )
    now = clock.database_now()
    watchers = watching.watchers_of(lot_ids)
    titles = offering.titles_of(lot_ids)
    news = [
        one
        for lot in involvement.ending_lots(lot_ids)
        for one in _news(lot, titles[lot.lot_id], watchers.get(lot.lot_id, ()), now)
    ]
    if notice is not _LAST_NOTICE:
        wishes = preferences.of(one.account_id for one in news)
        news = [one for one in news if wishes[one.account_id].ending_notice is notice]
    # Whoever was told before has the entry already, and is not told again.
    return len(posting.post(news))


def _news(lot: EndingLot, title: str, watchers: Iterable[UUID], now: datetime) -> Iterable[LotNews]:
    kinds = dict.fromkeys(watchers, NotificationKind.WATCHED_ENDING)
    kinds |= dict.fromkeys(lot.account_ids, NotificationKind.ENDING_SOON)
    for account_id, kind in kinds.items():
        is_bidder = kind is NotificationKind.ENDING_SOON
        yield LotNews(
            account_id=account_id,
            lot_id=lot.lot_id,
            lot_title=title,
            kind=kind,
            at=now,
            figures=Figures(
                price_minor=lot.state.price_minor,
                minimum_bid_minor=lot.state.minimum_bid_minor,
                currency=lot.state.currency,
                ends_at=lot.state.ends_at,
                is_leading=account_id == lot.leader_id if is_bidder else None,
            ),
        )
