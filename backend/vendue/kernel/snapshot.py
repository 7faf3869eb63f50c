"""A value read rarely and used often: kept for a few seconds in this process."""

from collections.abc import Callable
from time import monotonic
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Snapshot(Generic[Value]):
    """The last value read and until when it may be used. Threads may share it without a lock."""

    def __init__(
        self, read: Callable[[], Value], *, keep_seconds: float, may_keep: Callable[[], bool]
    ) -> None:
        """``may_keep`` says, before a read, whether its result holds for others too."""
        self._read = read
        self._keep_seconds = keep_seconds
        self._may_keep = may_keep
        # One tuple, replaced as a whole: a reader never sees a value with another's deadline.
        self._kept: tuple[Value, float] | None = None

    def get(self) -> Value:
        """The value, at most ``keep_seconds`` old."""
        kept = self._kept
        if kept is not None and monotonic() < kept[1]:
            return kept[0]
        may_keep = self._may_keep()
        value = self._read()
        if may_keep:
            self._kept = (value, monotonic() + self._keep_seconds)
        return value

    def forget(self) -> None:
        """Read again next time."""
        self._kept = None
