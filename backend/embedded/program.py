"""What the runtime starts: one program, how it is started, and how it is asked to end."""

import ctypes
import os
import pwd
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from embedded.errors import EmbeddedError

PR_SET_PDEATHSIG = 1
LOG_BYTES = 10_000_000
# Loaded before any fork: a child between fork and exec must not import or look up anything.
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(frozen=True)
class ServerUser:
    """Whom a server runs as; without numbers, the user who started us."""

    uid: int | None = None
    gid: int | None = None

    def own(self, path: Path) -> None:
        """Hand a file or folder to this user."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)

    def options(self) -> dict[str, Any]:
        """Arguments for subprocess that start a program as this user."""
        if self.uid is None:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


OURSELVES = ServerUser()


def unprivileged() -> ServerUser:
    """Ourselves, or `nobody` if we are root: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return OURSELVES
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError as missing:
        message = "PostgreSQL refuses root, and there is no user `nobody` to run it as instead."
        raise EmbeddedError(message) from missing
    return ServerUser(nobody.pw_uid, nobody.pw_gid)


@dataclass(frozen=True)
class Program:
    """One process of the market.

    ``settle`` clears what a crash left behind and runs before every start. ``is_ready`` takes the
    process number. With ``log``, output goes to that file, else to the console under its name.
    """

    name: str
    argv: tuple[str, ...]
    env: Mapping[str, str]
    cwd: Path
    user: ServerUser = OURSELVES
    stop_signal: signal.Signals = signal.SIGTERM
    stop_seconds: float = 10
    stdin: bytes = b""
    log: Path | None = None
    settle: Callable[[], None] = field(default=lambda: None)
    is_ready: Callable[[int], bool] = field(default=lambda _pid: True)

    def options(self, *, tied: bool) -> dict[str, Any]:
        """Arguments for subprocess. A tied program ends when the process that started it dies.

        Each program leads a session of its own: Ctrl-C at the terminal reaches only us, and we end
        the others in order.
        """
        return {
            "env": dict(self.env),
            "cwd": self.cwd,
            "start_new_session": True,
            "preexec_fn": self._tie(os.getpid()) if tied and LIBC is not None else None,
            **self.user.options(),
        }

    def open_stdin(self) -> IO[bytes]:
        """What the program is told, as a file without a name; the caller closes it."""
        file = tempfile.TemporaryFile()  # noqa: SIM115 — handed on open
        file.write(self.stdin)
        file.seek(0)
        return file

    def open_log(self) -> IO[bytes]:
        """The log file, started anew once it is large; the caller closes it."""
        assert self.log is not None, f"{self.name} writes to the console"
        grown = self.log.exists() and self.log.stat().st_size > LOG_BYTES
        return self.log.open("wb" if grown else "ab")

    def _tie(self, parent: int) -> Callable[[], None]:
        number = int(self.stop_signal)

        def tie() -> None:
            assert LIBC is not None
            LIBC.prctl(PR_SET_PDEATHSIG, number, 0, 0, 0)
            # The parent may have died before the line above: then no signal will come.
            if os.getppid() != parent:
                os._exit(1)

        return tie
