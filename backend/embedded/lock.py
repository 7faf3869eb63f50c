"""One runtime per state folder: who starts second is told who was first."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from embedded.errors import EmbeddedError


class AlreadyRunning(EmbeddedError):
    """Another runtime holds the lock of this state folder."""

    def __init__(self, pid: str) -> None:
        super().__init__(
            f"This market runs already, as process {pid}. "
            f"End it with Ctrl-C in its terminal, or with `kill {pid}`."
        )


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock during the block. Raises AlreadyRunning.

    The kernel gives it free when the process ends, however it ends.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(handle, "r+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(file.read().strip() or "(unknown)") from None
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        yield
