"""The two clocks. Decisions about a lot read the database's; everything else reads ``now``."""

from datetime import UTC, datetime

from django.db import connection


def now() -> datetime:
    """The application's time in UTC, for stamps that decide nothing between processes."""
    return datetime.now(UTC)


def database_now() -> datetime:
    """The database's time, read by a statement of its own.

    Ask it only *after* the lock is held: a caller that waited is as late as its turn
    (rule 5.1). ``now()`` of SQL would be the start of the transaction, hence
    ``clock_timestamp()``.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (at,) = cursor.fetchone()
    assert isinstance(at, datetime)
    return at.astimezone(UTC)
