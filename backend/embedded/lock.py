"""One runtime per state folder: who starts second is told who was first."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from embedded.errors import EmbeddedError


class AlreadyRunning(EmbeddedError):
    """Another runtime holds the lock; ``pid`` is its process, 0 if it has not said yet."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        super().__init__(f"Held by process {pid}.")


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
            said = file.read().strip()
            raise AlreadyRunning(int(said) if said.isdigit() else 0) from None
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        yield
