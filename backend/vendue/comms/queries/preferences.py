"""Reading what an account wants to be told."""

from uuid import UUID

from vendue.comms.engine.preferences import DEFAULTS, NOTICE_MINUTES, Preferences, preferences_of
from vendue.comms.models import NotificationPreference

_NOTICES = {minutes: notice for notice, minutes in NOTICE_MINUTES.items()}


def preferences_for(account_id: UUID) -> Preferences:
    """An account's preferences, or the defaults."""
    row = NotificationPreference.objects.filter(account_id=account_id).first()
    return DEFAULTS if row is None else of_row(row)


def of_row(row: NotificationPreference) -> Preferences:
    """The preferences a row stands for."""
    return preferences_of(
        row.choices, ending_notice=_NOTICES[row.ending_notice_minutes], version=row.version
    )
