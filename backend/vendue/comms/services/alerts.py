"""Telling people what their saved searches have newly found.

Of a search there is one entry in the bell: until it is read, what is found adds to it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from vendue.catalogue.services import saved_searches
from vendue.catalogue.services.saved_searches import COUNTED, Found
from vendue.comms.engine.preferences import Channels
from vendue.comms.events import NotificationKind, Notified
from vendue.comms.models import Notification, Topic
from vendue.comms.queries.notifications import entries
from vendue.comms.services import preferences
from vendue.comms.services.posting import Figures, stored_data
from vendue.kernel import clock
from vendue.platform.services import outbox

_SEARCHES_AT_ONCE = 100
#: How many of the found lots a letter names.
LOTS_NAMED = 5
#: Nobody is written to about one search more often than this, however much it finds.
_LETTERS_EVERY = timedelta(hours=1)


def tell_findings() -> int:
    """Look through the searches that are due and tell what was found. Returns how many found.

    Safe to run beside itself: each search is looked through by one at a time, each lot found once.
    """
    total = 0
    while True:
        looked, found = _tell_some()
        total += found
        if looked < _SEARCHES_AT_ONCE:
            return total


@transaction.atomic
def _tell_some() -> tuple[int, int]:
    look = saved_searches.look_through(at_most=_SEARCHES_AT_ONCE)
    if look.found:
        _post(look.found, clock.database_now())
    return look.searches, len(look.found)


def _post(found: Sequence[Found], now: datetime) -> None:
    kind = NotificationKind.SAVED_SEARCH
    wishes = preferences.of(one.account_id for one in found)
    # Whoever holds the search's row is alone with its entry, but for the reader.
    known = Notification.objects.select_for_update(no_key=True).filter(
        topic=Topic.SEARCH, saved_search_id__in=[one.saved_search_id for one in found]
    )
    rows = {row.saved_search_id: row for row in known}
    shown = []
    for one in found:
        channels = wishes[one.account_id].by_kind[kind]
        row = rows.get(one.saved_search_id) or Notification(
            account_id=one.account_id,
            topic=Topic.SEARCH,
            kind=kind,
            saved_search_id=one.saved_search_id,
            data={},
        )
        _add(row, one, channels, now)
        row.save()
        if row.is_shown:
            shown.append(row)
    outbox.publish_all(
        Notified(occurred_at=now, account_id=row.account_id, notification=entry)
        for row, entry in zip(shown, entries(shown), strict=True)
    )


def _add(row: Notification, found: Found, channels: Channels, now: datetime) -> None:
    before = row.data if row.read_at is None else {}
    lot_ids = [*map(str, found.lot_ids), *before.get("lot_ids", ())]
    count = min(COUNTED, len(found.lot_ids) + before.get("lot_count", 0))
    figures = Figures(saved_search_name=found.name, lot_count=count)
    row.data = {**stored_data(figures), "lot_ids": lot_ids[:LOTS_NAMED]}
    row.is_shown = channels.in_app
    row.created_at = now
    row.read_at = None
    if channels.email:
        row.mail_due_at = now if row.mailed_at is None else max(now, row.mailed_at + _LETTERS_EVERY)
