"""Rate limits: how much one caller may ask in a minute, by class of operation.

Bids and plain reads are counted in the process, without a round trip, and reconciled with the
other processes a few times a second. The rest is counted exactly, in Valkey. While Valkey is down
bids and reads are limited per process, attempts to sign in by PostgreSQL, and the rest not at all.
"""

from contextlib import closing, nullcontext
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from ipaddress import ip_address, ip_network
from time import time

from django.db import connection
from prometheus_client import Counter

from vendue.kernel.actor import Actor
from vendue.kernel.errors import RateLimited
from vendue.kernel.snapshot import Snapshot
from vendue.platform.engine.windows import WINDOW_SECONDS, ProcessWindows, Quota
from vendue.platform.gateways import shared_windows
from vendue.platform.gateways.valkey import ValkeyDown
from vendue.platform.services import flags, settings
from vendue.platform.services.settings import Setting

SANDBOX_FACTOR = 100

REFUSED = Counter("vendue_limits_refused", "Requests refused by a rate limit.", ["limit_class"])
SKIPPED = Counter(
    "vendue_limits_skipped", "Requests let through uncounted, with Valkey down.", ["limit_class"]
)


class LimitClass(StrEnum):
    """Operations that share a limit."""

    BID = "bid"
    READ = "read"
    SEARCH = "search"
    SIGN_IN = "sign_in"
    UPLOAD = "upload"
    WRITE = "write"


_LIMITS = {
    LimitClass.BID: Setting.BID_LIMIT,
    LimitClass.READ: Setting.READ_LIMIT,
    LimitClass.SEARCH: Setting.SEARCH_LIMIT,
    LimitClass.SIGN_IN: Setting.SIGN_IN_LIMIT,
    LimitClass.UPLOAD: Setting.UPLOAD_LIMIT,
    LimitClass.WRITE: Setting.WRITE_LIMIT,
}
_COUNTED_HERE = {LimitClass.BID, LimitClass.READ}
_OPERATIONS = {
    "add_photograph": LimitClass.UPLOAD,
    "buy_now": LimitClass.BID,
    "place_bid": LimitClass.BID,
    "preview_bid": LimitClass.BID,
    "search_lots": LimitClass.SEARCH,
}


def spend(limit_class: LimitClass, *keys: str) -> Quota:
    """Count one request for each key; each has the whole limit of the class to itself.

    Returns the key with the least left. Raises ``RateLimited``, with the seconds to wait, as soon
    as one is used up.
    """
    limit = _ALLOWANCES.get()[limit_class]
    return min((_spend(limit_class, key, limit) for key in keys), key=lambda q: q.remaining)


def spend_for(actor: Actor, operation_id: str, method: str) -> Quota:
    """Count an operation of the API for its caller: the account, or a guest's address."""
    usual = LimitClass.READ if method in {"GET", "HEAD"} else LimitClass.WRITE
    return spend(
        _OPERATIONS.get(operation_id, usual),
        str(actor.account_id) if actor.account_id else network_of(actor.origin.ip),
    )


@lru_cache(maxsize=4_096)
def network_of(ip: str) -> str:
    """What an address is counted by: an IPv6 caller has a whole /64 to send from."""
    try:
        address = ip_address(ip)
    except ValueError:
        return ip or "nobody"
    if address.version == 4:
        return ip
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ip_network((address, 64), strict=False))


def prune() -> int:
    """Remove windows that ended, counted while Valkey was down. Returns how many."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM platform_limitwindow WHERE starts_at < now() - interval '10 minutes'"
        )
        return int(cursor.rowcount)


def _allowances() -> dict[LimitClass, int]:
    factor = SANDBOX_FACTOR if flags.enabled(flags.Flag.SANDBOX) else 1
    limits = settings.values(*_LIMITS.values())
    return {name: factor * limit for name, limit in zip(_LIMITS, limits, strict=True)}


def _outside_transactions() -> bool:
    # What a transaction reads may be its own uncommitted change.
    return not connection.in_atomic_block


def _spend(limit_class: LimitClass, key: str, limit: int) -> Quota:
    if limit_class in _COUNTED_HERE:
        fits, remaining, reset = _WINDOWS.spend(f"{limit_class}:{key}", limit, at=time())
        _REPORTER.notice()
    else:
        fits, remaining, reset = _spend_shared(limit_class, key, limit)
    quota = Quota(limit_class, limit, remaining, reset)
    if not fits:
        REFUSED.labels(limit_class).inc()
        refusal = RateLimited()
        refusal.retry_after_seconds = reset  # type: ignore[attr-defined]  # api.problems reads it
        refusal.quota = quota  # type: ignore[attr-defined]  # for the fields of the answer
        raise refusal
    return quota


def _spend_shared(limit_class: LimitClass, key: str, limit: int) -> tuple[bool, int, int]:
    try:
        return shared_windows.spend(limit_class, key, limit)
    except ValkeyDown:
        if limit_class is LimitClass.SIGN_IN:
            return _spend_in_database(f"{limit_class}:{key}", limit)
        SKIPPED.labels(limit_class).inc()
        return True, limit, WINDOW_SECONDS


def _spend_in_database(key: str, limit: int) -> tuple[bool, int, int]:
    # Inside a transaction on a connection of its own, because a refusal rolls that back. Elsewhere
    # a second one could be the last that the pool has.
    own = closing(connection.copy()) if connection.in_atomic_block else nullcontext(connection)
    with own as counting, counting.cursor() as cursor:
        cursor.execute(_COUNT_SQL, [sha256(key.encode()).hexdigest(), WINDOW_SECONDS])
        count, reset = cursor.fetchone()
    return count <= limit, max(0, limit - count), reset


_COUNT_SQL = """
INSERT INTO platform_limitwindow (key, starts_at, count)
VALUES (%s, date_bin('1 minute', clock_timestamp(), 'epoch'), 1)
ON CONFLICT (key, starts_at) DO UPDATE SET count = platform_limitwindow.count + 1
RETURNING count, ceil(%s - extract(epoch FROM clock_timestamp() - starts_at))::int
"""

# Settings and flags cost some microseconds each, which a bid can spend better.
_ALLOWANCES = Snapshot(_allowances, keep_seconds=1, may_keep=_outside_transactions)
_WINDOWS = ProcessWindows()
_REPORTER = shared_windows.Reporter("process", _WINDOWS)
