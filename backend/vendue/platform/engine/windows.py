"""Rate windows kept in the memory of one process, and what one spend leaves of a limit.

A sliding window counter: the current minute counts fully, the one before by the share of it that
still lies within the last 60 seconds. Other processes' counts are learned from time to time, so a
caller who spreads over processes gains at most what fits between two reports.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from threading import Lock

WINDOW_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Quota:
    """What is left of a limit after a request."""

    limit_class: str
    limit: int
    remaining: int
    reset_seconds: int

    def headers(self) -> Iterator[tuple[str, str]]:
        """The fields ``RateLimit-Policy`` and ``RateLimit`` of the IETF's draft."""
        name = self.limit_class
        yield "RateLimit-Policy", f'"{name}";q={self.limit};w={WINDOW_SECONDS}'
        yield "RateLimit", f'"{name}";r={self.remaining};t={self.reset_seconds}'


@dataclass(slots=True)
class _Counts:
    window: int
    here: int = 0
    elsewhere: int = 0
    before: int = 0
    reported: int = 0

    def roll(self, window: int) -> None:
        """Move on to a later window."""
        follows = window == self.window + 1
        self.before = self.here + self.elsewhere if follows else 0
        self.here = self.elsewhere = self.reported = 0
        self.window = window


@dataclass(frozen=True, slots=True)
class Report:
    """Spends of one key in one window that other processes do not know of yet."""

    key: str
    window: int
    spent: int


class ProcessWindows:
    """Counts per key. A spend costs a lock and a few additions: no round trip."""

    def __init__(self) -> None:
        self._mutex = Lock()
        self._counts: dict[str, _Counts] = {}
        self._touched: set[str] = set()

    def spend(self, key: str, limit: int, *, at: float) -> tuple[bool, int, int]:
        """Count one; ``at`` is in seconds since the epoch.

        Returns whether it fits the limit, what remains, and the seconds until the window turns. A
        refused spend is not counted.
        """
        window, second = divmod(at, WINDOW_SECONDS)
        with self._mutex:
            counts = self._counts.get(key)
            if counts is None:
                counts = self._counts[key] = _Counts(int(window))
            elif counts.window != window:
                counts.roll(int(window))
            carried = counts.before * (1 - second / WINDOW_SECONDS)
            used = counts.here + counts.elsewhere + carried
            fits = used + 1 <= limit
            if fits:
                counts.here += 1
                used += 1
                self._touched.add(key)
        return fits, max(0, int(limit - used)), ceil(WINDOW_SECONDS - second)

    def reports(self) -> list[Report]:
        """What was spent since the last call, to be told to the others."""
        with self._mutex:
            touched, self._touched = self._touched, set()
            found = []
            for key in touched:
                counts = self._counts[key]
                spent = counts.here - counts.reported
                counts.reported = counts.here
                if spent:
                    found.append(Report(key, counts.window, spent))
            return found

    def take_back(self, reports: list[Report]) -> None:
        """The reports did not arrive; tell them next time."""
        with self._mutex:
            for report in reports:
                counts = self._counts[report.key]
                if counts.window == report.window:
                    counts.reported -= report.spent
                    self._touched.add(report.key)

    def learn(self, report: Report, total: int) -> None:
        """After a report: all processes together spent ``total`` in that window."""
        with self._mutex:
            counts = self._counts[report.key]
            if counts.window == report.window:
                counts.elsewhere = max(0, total - counts.reported)

    def forget_idle(self, *, at: float) -> None:
        """Drop keys that no longer count, so that memory follows the callers of two minutes."""
        oldest = int(at // WINDOW_SECONDS) - 1
        with self._mutex:
            idle = [
                key
                for key, counts in self._counts.items()
                if counts.window < oldest and key not in self._touched
            ]
            for key in idle:
                del self._counts[key]
