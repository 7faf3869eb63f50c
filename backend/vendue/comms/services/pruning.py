"""Removing news that nobody will read again."""

from datetime import timedelta

from vendue.comms.models import EndingNotice, Notification
from vendue.kernel import clock

_NEWS_KEPT_FOR = timedelta(days=180)
#: Longer than a lot stays open after it was said to end soon, however often it is extended.
_ENDINGS_KEPT_FOR = timedelta(days=30)


def prune() -> int:
    """Remove entries of half a year ago, and what was noted of endings long past. How many."""
    now = clock.now()
    news, _ = Notification.objects.filter(created_at__lt=now - _NEWS_KEPT_FOR).delete()
    endings, _ = EndingNotice.objects.filter(created_at__lt=now - _ENDINGS_KEPT_FOR).delete()
    return news + endings
