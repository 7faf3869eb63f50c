"""New lots in place of those that ended: the seeding, started again beside the open market."""

import subprocess
import sys
import time
from types import TracebackType
from typing import Self

PAUSE_SECONDS = 120.0
COMMAND = (sys.executable, "-m", "embedded.demo.seed", "--gently")


class Replenishing:
    """Sees to it that some lots end soon. Its seeding, ``process``, ends when it does."""

    def __init__(self, wanted: int, command: tuple[str, ...] = COMMAND) -> None:
        self._wanted = wanted
        self._command = command
        self.process: subprocess.Popen[bytes] | None = None
        self._not_before = -float("inf")

    def see_to(self, ending_soon: int) -> None:
        """Start the seeding if fewer lots end soon than are wanted; never two at once."""
        if self.process is not None:
            if self.process.poll() is None:
                return
            self.process = None
            # What was put up is found a moment later; and what failed may fail again.
            self._not_before = time.monotonic() + PAUSE_SECONDS
        if ending_soon < self._wanted and time.monotonic() >= self._not_before:
            self.process = subprocess.Popen(self._command)  # noqa: S603 - our own command

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process is not None:
            # Whatever it has begun is undone by the database, or taken up by the next one.
            self.process.kill()
            self.process.wait()
