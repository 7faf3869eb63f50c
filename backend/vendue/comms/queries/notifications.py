"""Reading an account's bell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from vendue.catalogue.services import offering
from vendue.comms.events import NotificationDataOut, NotificationKind, NotificationOut
from vendue.comms.models import Notification
from vendue.kernel.pages import Page, decode_cursor, page_of

_NO_FIGURES = dict.fromkeys(NotificationDataOut.model_fields)
#: An unread count is exact up to this.
COUNTED = 100


@dataclass(frozen=True, slots=True)
class Unread:
    """How many entries are unread; ``is_capped`` when there are more than ``count``."""

    count: int
    is_capped: bool


def notifications_of(
    account_id: UUID, *, is_read: bool | None, cursor: str | None, limit: int
) -> Page[NotificationOut]:
    """What an account was told, the latest first."""
    found = shown_to(account_id)
    if is_read is not None:
        found = found.filter(read_at__isnull=not is_read)
    if cursor is not None:
        at, row_id = decode_cursor(cursor, datetime.fromisoformat, UUID)
        found = found.filter(Q(created_at__lt=at) | Q(created_at=at, id__lt=row_id))
    rows = list(found.order_by("-created_at", "-id")[: limit + 1])
    page = page_of(rows, limit, lambda row: (row.created_at.isoformat(), str(row.id)))
    return Page(entries(page.items), page.next_cursor)


def unread(account_id: UUID) -> Unread:
    """How many entries an account has not read."""
    found = shown_to(account_id).filter(read_at=None)[: COUNTED + 1].count()
    return Unread(min(found, COUNTED), found > COUNTED)


def shown_to(account_id: UUID) -> QuerySet[Notification]:
    """The entries of an account's bell."""
    return Notification.objects.filter(account_id=account_id, is_shown=True)


def entries(rows: Sequence[Notification]) -> list[NotificationOut]:
    """Rows as their account reads them, with the titles of their lots in one query."""
    titles = offering.titles_of(row.lot_id for row in rows if row.lot_id)
    return [_entry(row, titles.get(row.lot_id) if row.lot_id else None) for row in rows]


def figures_of(row: Notification) -> NotificationDataOut:
    """The figures a row holds; what it does not name says nothing."""
    known = {name: value for name, value in row.data.items() if name in _NO_FIGURES}
    return NotificationDataOut.model_validate({**_NO_FIGURES, **known})


def _entry(row: Notification, title: str | None) -> NotificationOut:
    return NotificationOut(
        notification_id=row.id,
        kind=NotificationKind(row.kind),
        lot_id=row.lot_id,
        lot_title=title,
        saved_search_id=row.saved_search_id,
        data=figures_of(row),
        created_at=row.created_at,
        read_at=row.read_at,
    )
