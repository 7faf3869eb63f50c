"""Putting news into people's bells: stored once, pushed to whoever listens, mailed where wanted.

All news goes through here. Of one matter an account has one entry; later news takes its place and
older news, told again or late, changes nothing. That makes every caller safe to repeat.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from vendue.comms.engine.preferences import Preferences
from vendue.comms.events import (
    NotificationDataOut,
    NotificationKind,
    NotificationOut,
    Notified,
)
from vendue.comms.models import Topic
from vendue.comms.services import preferences
from vendue.kernel.ids import new_id
from vendue.kernel.lots import LotResult
from vendue.platform.services import outbox

#: Nobody is written to about being outbid on a lot more often than this.
OUTBID_LETTERS_EVERY_SECONDS = 15 * 60

# In one order, so that two writers never wait for each other in a circle. A letter about being
# outbid waits until the last one about the lot is old enough; other kinds come at most once.
_POST = """
INSERT INTO comms_notification AS known
       (id, account_id, topic, kind, lot_id, saved_search_id, sequence, data, is_shown, created_at,
        read_at, mail_due_at)
SELECT id, account_id, topic, kind, lot_id, NULL, sequence, data, is_shown, created_at, read_at,
       mail_due_at
  FROM jsonb_to_recordset(%s::jsonb) AS news
       (id uuid, account_id uuid, topic text, kind text, lot_id uuid, sequence int, data jsonb,
        is_shown bool, created_at timestamptz, read_at timestamptz, mail_due_at timestamptz)
 ORDER BY account_id, lot_id
    ON CONFLICT (account_id, lot_id, topic) DO UPDATE
   SET kind = excluded.kind, sequence = excluded.sequence, data = excluded.data,
       is_shown = excluded.is_shown, created_at = excluded.created_at, read_at = excluded.read_at,
       mail_due_at = CASE
           WHEN excluded.kind <> 'outbid' OR excluded.mail_due_at IS NULL
           THEN excluded.mail_due_at
           ELSE greatest(excluded.mail_due_at, known.mailed_at + make_interval(secs => %s)) END
 WHERE known.sequence < excluded.sequence
RETURNING id, account_id, lot_id
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a notification; ``None`` where they say nothing. Amounts in minor units."""

    price_minor: int | None = None
    minimum_bid_minor: int | None = None
    currency: str | None = None
    ends_at: datetime | None = None
    is_leading: bool | None = None
    result: LotResult | None = None
    saved_search_name: str | None = None
    lot_count: int | None = None


@dataclass(frozen=True, slots=True)
class LotNews:
    """News of a lot for one account. ``is_known`` when the account was told by the answer to its
    own doing: then the entry is there, but read."""

    account_id: UUID
    lot_id: UUID
    lot_title: str
    kind: NotificationKind
    at: datetime
    figures: Figures
    sequence: int = 0
    is_known: bool = False


_ENDING = {NotificationKind.ENDING_SOON, NotificationKind.WATCHED_ENDING}


def post(news: Sequence[LotNews]) -> Collection[LotNews]:
    """Tell each account its news, in the caller's transaction. Returns what was news.

    Of one matter there is one piece of news for an account at most. A handful of statements,
    however many there are.
    """
    if not news:
        return []
    wishes = preferences.of(one.account_id for one in news)
    rows = {(one.account_id, one.lot_id): _row(one, wishes[one.account_id]) for one in news}
    assert len(rows) == len(news)
    with connection.cursor() as cursor:
        cursor.execute(_POST, [_json(rows.values()), OUTBID_LETTERS_EVERY_SECONDS])
        stored = {(account_id, lot_id): row_id for row_id, account_id, lot_id in cursor.fetchall()}
    fresh = [one for one in news if (one.account_id, one.lot_id) in stored]
    outbox.publish_all(
        Notified(
            occurred_at=one.at,
            account_id=one.account_id,
            notification=_entry(stored[one.account_id, one.lot_id], one),
        )
        for one in fresh
        if rows[one.account_id, one.lot_id]["is_shown"]
    )
    return fresh


def _row(news: LotNews, wishes: Preferences) -> dict[str, Any]:
    channels = wishes.by_kind[news.kind]
    return {
        "id": new_id(),
        "account_id": news.account_id,
        "topic": Topic.ENDING if news.kind in _ENDING else Topic.STANDING,
        "kind": news.kind,
        "lot_id": news.lot_id,
        "sequence": news.sequence,
        "data": stored_data(news.figures),
        "is_shown": channels.in_app,
        "created_at": news.at,
        "read_at": news.at if news.is_known else None,
        "mail_due_at": news.at if channels.email and not news.is_known else None,
    }


def _json(rows: Iterable[dict[str, Any]]) -> str:
    return orjson.dumps(list(rows)).decode()


def stored_data(figures: Figures) -> Mapping[str, Any]:
    """What is kept of figures: those that say something."""
    return {name: value for name, value in asdict(figures).items() if value is not None}


def _entry(notification_id: UUID, news: LotNews) -> NotificationOut:
    return NotificationOut(
        notification_id=notification_id,
        kind=news.kind,
        lot_id=news.lot_id,
        lot_title=news.lot_title,
        saved_search_id=None,
        data=NotificationDataOut(**asdict(news.figures)),
        created_at=news.at,
        read_at=news.at if news.is_known else None,
    )
