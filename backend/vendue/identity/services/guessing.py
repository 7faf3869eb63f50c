"""Guessing passwords: slow for whoever guesses, never in the way of the account's holder.

Failures are counted by address, whether it has an account or not, so that nobody learns which. A
device that the account was signed in from before is counted by itself: it goes on while strangers
are made to wait.
"""

from datetime import UTC, datetime, time, timedelta

from django.db import connection

from vendue.identity.engine import credentials
from vendue.identity.models import Account, FailedSignIn
from vendue.identity.services import devices
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import RateLimited
from vendue.platform.services import limits
from vendue.platform.services.limits import LimitClass

#: Wrong passwords for one address in one day (UTC) before devices that are new to it must wait.
FAILURES_A_DAY = 100

_NOTE_SQL = """
INSERT INTO identity_failedsignin (address, day, count) VALUES (%s, %s, 1)
    ON CONFLICT (address, day) DO UPDATE SET count = identity_failedsignin.count + 1
"""


def require_turn(actor: Actor, email: str, account: Account | None, user_agent: str) -> None:
    """Let somebody try a password now. ``email`` is normalised. Raises ``RateLimited``."""
    address = credentials.digest(email)
    if account is not None and devices.is_known(actor, account.id, user_agent):
        limits.spend(LimitClass.SIGN_IN, f"device:{account.id}:{actor.origin.device}")
        return
    limits.spend(LimitClass.SIGN_IN, f"account:{address.hex()}")
    now = clock.now()
    failed = FailedSignIn.objects.filter(address=address, day=now.date())
    if failed.filter(count__gte=FAILURES_A_DAY).exists():
        raise _tomorrow(now)


def note_failure(email: str) -> None:
    """Count a wrong password for a normalised address. Must not run inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute(_NOTE_SQL, [credentials.digest(email), clock.now().date()])


def forgive(email: str) -> None:
    """Whoever reads the address's letters chose a new password: what was tried before is void."""
    FailedSignIn.objects.filter(address=credentials.digest(email)).delete()


def prune() -> int:
    """Forget the failures of earlier days. Returns how many counts there were."""
    removed, _ = FailedSignIn.objects.filter(day__lt=clock.now().date()).delete()
    return removed


def _tomorrow(now: datetime) -> RateLimited:
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), UTC)
    refusal = RateLimited(
        "Too many wrong passwords today. Sign in from a device that was used before, or choose a "
        "new password by letter."
    )
    refusal.retry_after_seconds = int((midnight - now).total_seconds()) + 1  # type: ignore[attr-defined]  # api.problems reads it
    return refusal
