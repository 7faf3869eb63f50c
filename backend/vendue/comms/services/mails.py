"""Letters about news, sent by the worker from the rows that ask for one.

A row is taken for a while and the letter sent outside of any transaction: a slow mail server holds
up nobody who has more news for the same row. After a crash it is taken again, so a letter may at
worst come twice.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from urllib.parse import urlencode
from uuid import UUID

import structlog
from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Case, F, When
from prometheus_client import Counter

from vendue.auctions.services import involvement
from vendue.auctions.services.involvement import OpenLot
from vendue.catalogue.services import offering
from vendue.comms.engine.letters import News, Reader, compose
from vendue.comms.engine.preferences import Preferences
from vendue.comms.events import NotificationDataOut, NotificationKind
from vendue.comms.models import Notification
from vendue.comms.queries.notifications import figures_of
from vendue.comms.services import preferences
from vendue.identity.services import addressees
from vendue.identity.services.addressees import Addressee
from vendue.kernel import clock
from vendue.platform.services import mail

_AT_ONCE = 50
_TAKEN_FOR = timedelta(minutes=2)
_AGAIN_AFTER = timedelta(minutes=10)
#: News that is older is no news.
_GIVEN_UP_AFTER = timedelta(days=1)
#: By this code a mail server ends the connection, whatever it was asked.
_HANGS_UP = 421
_REFUSALS = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError)
#: What these say is over with the lot, and known to whoever has read it. A letter may have waited:
#: it says how the lot stands when it is sent.
_PASSING = frozenset(
    {
        NotificationKind.LEADING,
        NotificationKind.OUTBID,
        NotificationKind.ENDING_SOON,
        NotificationKind.WATCHED_ENDING,
    }
)

_TRUE_WHILE_LEADING = {NotificationKind.LEADING: True, NotificationKind.OUTBID: False}

SENT = Counter("vendue_notification_letters", "Letters about news.", ["kind"])

log = structlog.get_logger(__name__)


def send_due() -> int:
    """Send the letters that are due. Returns how many. Several may send at once.

    Raises ``OSError`` where the mail server cannot be reached or lets nobody in; what was taken is
    tried again.
    """
    server = mail.server()
    sent = 0
    try:
        while rows := _take():
            sent += _send(rows, server)
    finally:
        server.close()
    return sent


@transaction.atomic
def _take() -> list[Notification]:
    now = clock.now()
    rows = list(
        Notification.objects.select_for_update(skip_locked=True, no_key=True)
        .filter(mail_due_at__lte=now)
        .order_by("mail_due_at")[:_AT_ONCE]
    )
    taken_until = now + _TAKEN_FOR
    Notification.objects.filter(id__in=[row.id for row in rows]).update(mail_due_at=taken_until)
    for row in rows:
        row.mail_due_at = taken_until
    return rows


def _send(rows: Sequence[Notification], server: BaseEmailBackend) -> int:
    people = addressees.addressees_of(row.account_id for row in rows)
    wishes = preferences.of(row.account_id for row in rows)
    titles = offering.titles_of(lot_id for row in rows for lot_id in _lots_of(row))
    lots = involvement.open_lots(
        {row.lot_id for row in rows if row.lot_id and row.kind in _PASSING}
    )
    sent = 0
    for row in rows:
        addressee = people.get(row.account_id)
        figures = _figures(row, lots.get(row.lot_id) if row.lot_id else None)
        is_wanted = _is_wanted(row, wishes[row.account_id], clock.now())
        if addressee is None or figures is None or not is_wanted:
            _settle(row, None)
            continue
        try:
            _post(row, figures, addressee, titles, server)
        except _REFUSALS as refusal:
            if _HANGS_UP in _codes(refusal):
                raise
            # This letter was refused and not the connection: the others go on.
            log.warning("letter_refused", notification_id=str(row.id), error=type(refusal).__name__)
            _settle(row, clock.now() + _AGAIN_AFTER)
            continue
        _settle(row, None, is_sent=True)
        SENT.labels(row.kind).inc()
        sent += 1
    return sent


def _is_wanted(row: Notification, wishes: Preferences, now: datetime) -> bool:
    kind = NotificationKind(row.kind)
    if not wishes.by_kind[kind].email or now - row.created_at > _GIVEN_UP_AFTER:
        return False
    return kind not in _PASSING or row.read_at is None


def _figures(row: Notification, lot: OpenLot | None) -> NotificationDataOut | None:
    """What a letter says; ``None`` where it is not so any more."""
    figures = figures_of(row)
    kind = NotificationKind(row.kind)
    if kind not in _PASSING:
        return figures
    if lot is None:
        return None
    is_leading = lot.leader_id == row.account_id
    if kind in _TRUE_WHILE_LEADING and _TRUE_WHILE_LEADING[kind] is not is_leading:
        return None
    changes = {
        "price_minor": lot.state.price_minor,
        "minimum_bid_minor": lot.state.minimum_bid_minor,
        "ends_at": lot.state.ends_at,
        "is_leading": None if figures.is_leading is None else is_leading,
    }
    return figures.model_copy(update=changes)


def _codes(refusal: SMTPRecipientsRefused | SMTPSenderRefused | SMTPDataError) -> set[int]:
    if isinstance(refusal, SMTPRecipientsRefused):
        return {code for code, _ in refusal.recipients.values()}
    return {refusal.smtp_code}


def _post(
    row: Notification,
    figures: NotificationDataOut,
    addressee: Addressee,
    titles: Mapping[UUID, str],
    server: BaseEmailBackend,
) -> None:
    kind = NotificationKind(row.kind)
    base = settings.VENDUE.vendue_base_url.rstrip("/")
    letter = compose(
        _news(kind, figures, [titles[lot_id] for lot_id in _lots_of(row)]),
        Reader(addressee.name, addressee.language, addressee.time_zone),
        address=f"{base}/lot/{row.lot_id}" if row.lot_id else f"{base}/me/searches",
        preferences=f"{base}/me/account",
    )
    token = urlencode({"token": preferences.stop_token(row.account_id, kind)})
    unsubscribe = f"{base}/api/v1/accounts/unsubscription?{token}"
    mail.post(letter, to=addressee.email, unsubscribe=unsubscribe, server=server)


def _news(kind: NotificationKind, figures: NotificationDataOut, titles: Sequence[str]) -> News:
    is_search = kind is NotificationKind.SAVED_SEARCH
    return News(
        kind=kind,
        title="" if is_search else titles[0],
        price_minor=figures.price_minor,
        minimum_bid_minor=figures.minimum_bid_minor,
        currency=figures.currency,
        ends_at=figures.ends_at,
        is_leading=figures.is_leading,
        result=figures.result,
        search_name=figures.saved_search_name,
        lot_count=figures.lot_count,
        titles=titles if is_search else (),
    )


def _lots_of(row: Notification) -> list[UUID]:
    return [row.lot_id] if row.lot_id else [UUID(lot_id) for lot_id in row.data["lot_ids"]]


def _settle(row: Notification, due_at: datetime | None, *, is_sent: bool = False) -> None:
    """Note what became of a letter. News that came meanwhile asks for a letter of its own."""
    changes = {"mailed_at": clock.now()} if is_sent else {}
    Notification.objects.filter(id=row.id).update(
        mail_due_at=Case(When(mail_due_at=row.mail_due_at, then=due_at), default=F("mail_due_at")),
        **changes,
    )
