"""Rate windows shared through Valkey: the exact ones, and the totals of those kept in processes."""

import os
from collections.abc import Callable
from functools import cache
from threading import Event, Lock, Thread
from time import sleep, time

from django.conf import settings
from limits import RateLimitItemPerMinute
from limits.storage import RedisStorage
from limits.strategies import MovingWindowRateLimiter

from vendue.platform.engine.windows import WINDOW_SECONDS, ProcessWindows, Report
from vendue.platform.gateways import valkey

_PREFIX = "vendue:limit"
_REPORT_SECONDS = 0.25


@cache
def _limiter() -> MovingWindowRateLimiter:
    return MovingWindowRateLimiter(
        RedisStorage(settings.REDIS_URL, connection_pool=valkey.pool(), key_prefix=_PREFIX)
    )


def spend(limit_class: str, key: str, limit: int) -> tuple[bool, int, int]:
    """Count one in the last 60 seconds. Raises ``ValkeyDown``.

    Returns whether it fits the limit, what remains, and the seconds until more does.
    """
    item = RateLimitItemPerMinute(limit, namespace=limit_class)

    def ask() -> tuple[bool, int, int]:
        fits = _limiter().hit(item, key)
        stats = _limiter().get_window_stats(item, key)
        return fits, stats.remaining, max(1, round(stats.reset_time - time()))

    return valkey.breaker().call(ask)


class Reporter:
    """Tells Valkey, a few times a second, what this process counted, and learns the totals."""

    def __init__(self, name: str, windows: ProcessWindows) -> None:
        self._name = name
        self._windows = windows
        self._news = Event()
        self._mutex = Lock()
        self._process = 0

    def notice(self) -> None:
        """Something was counted. Starts the thread at the first call in a process."""
        if not self._news.is_set():
            self._news.set()
        if self._process != os.getpid():
            self._start()

    def report(self) -> None:
        """Report once. With Valkey down nothing is lost: it is reported later."""
        reports = self._windows.reports()
        try:
            totals = valkey.breaker().call(self._sending(reports)) if reports else []
        except valkey.ValkeyDown:
            self._windows.take_back(reports)
            self._news.set()
            return
        for report, total in zip(reports, totals, strict=True):
            self._windows.learn(report, total)

    def _sending(self, reports: list[Report]) -> Callable[[], list[int]]:
        def send() -> list[int]:
            pipeline = valkey.client().pipeline(transaction=False)
            for report in reports:
                name = f"{_PREFIX}:{self._name}:{report.key}:{report.window}"
                pipeline.incrby(name, report.spent)
                pipeline.expire(name, 2 * WINDOW_SECONDS)
            return [int(total) for total in pipeline.execute()[::2]]

        return send

    def _start(self) -> None:
        with self._mutex:
            if self._process == os.getpid():
                return
            self._process = os.getpid()
            Thread(target=self._run, name=f"limits-{self._name}", daemon=True).start()

    def _run(self) -> None:
        swept = time()
        while True:
            self._news.wait()
            self._news.clear()
            sleep(_REPORT_SECONDS)
            self.report()
            if time() - swept > WINDOW_SECONDS:
                swept = time()
                self._windows.forget_idle(at=swept)
