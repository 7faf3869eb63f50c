"""The connection to Valkey, behind a circuit breaker: a dead Valkey costs a caller nothing.

Valkey speeds things up and carries messages; nothing that must be true depends on it.
"""

from collections.abc import Callable
from functools import cache
from threading import Lock
from time import monotonic
from typing import Any, TypeVar

import redis
from django.conf import settings
from prometheus_client import Counter
from redis.backoff import NoBackoff
from redis.retry import Retry

Answer = TypeVar("Answer")

_TIMEOUT_SECONDS = 0.25
_REST_SECONDS = 1.0
FAILURES = Counter("vendue_valkey_failures", "Calls to Valkey that failed.")


class ValkeyDown(Exception):
    """Valkey does not answer, or did not a moment ago."""


class Breaker:
    """Lets calls through while they succeed. After a failure it lets one through per second."""

    def __init__(self, pool: redis.ConnectionPool) -> None:
        self.pool = pool
        self._mutex = Lock()
        self._closed_until = 0.0  # monotonic seconds; 0 while all is well

    def call(self, ask: Callable[[], Answer]) -> Answer:
        """The answer of ``ask``. Raises ``ValkeyDown`` at once while the circuit is open."""
        if self._closed_until and not self._may_try():
            raise ValkeyDown
        try:
            answer = ask()
        except (redis.RedisError, OSError) as failure:
            FAILURES.inc()
            self._closed_until = monotonic() + _REST_SECONDS
            # Connections that idled through a restart would each fail once more.
            self.pool.disconnect(inuse_connections=False)
            raise ValkeyDown from failure
        self._closed_until = 0.0
        return answer

    def _may_try(self) -> bool:
        with self._mutex:
            if monotonic() < self._closed_until:
                return False
            self._closed_until = monotonic() + _REST_SECONDS
            return True


@cache
def pool() -> redis.ConnectionPool:
    """This process's connections to Valkey."""
    options: dict[str, Any] = {
        "max_connections": 64,
        "timeout": _TIMEOUT_SECONDS,
        "socket_timeout": _TIMEOUT_SECONDS,
        "socket_connect_timeout": _TIMEOUT_SECONDS,
        "retry": Retry(NoBackoff(), 0),
    }
    return redis.BlockingConnectionPool.from_url(settings.REDIS_URL, **options)


@cache
def client() -> redis.Redis:
    """A client over ``pool``. Use it inside ``breaker().call``."""
    return redis.Redis(connection_pool=pool())


@cache
def breaker() -> Breaker:
    """This process's breaker."""
    return Breaker(pool())
