"""Questions about processes, answered from /proc; where there is none, the answer is "unknown".

No process is ever named by its number alone: numbers are used again.
"""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")
KNOWN = (PROC / "self").exists()


def is_running(pid: int) -> bool:
    """Whether the process exists and is more than a zombie waiting to be collected."""
    try:
        stat = (PROC / str(pid) / "stat").read_text()
    except OSError:
        return not KNOWN and _answers(pid)
    return stat.rpartition(")")[2].split()[0] not in {"Z", "X"}


def name_of(pid: int) -> str:
    """The program's short name, as `ps` shows it."""
    try:
        return (PROC / str(pid) / "comm").read_text().strip()
    except OSError:
        return "unknown"


def working_in(folder: Path, program: str) -> list[int]:
    """Running processes whose name starts with ``program`` and whose working folder this is.

    PostgreSQL and Valkey both move to their data folder: this names a server by its data.
    """
    place = str(folder.resolve())
    return [
        pid
        for pid in _all()
        if _link(pid, "cwd") == place and name_of(pid).startswith(program) and is_running(pid)
    ]


def marked_with(variable: str, value: str) -> list[int]:
    """Running processes, except this one, that were started with ``variable=value``."""
    mark = f"{variable}={value}".encode()
    return [
        pid
        for pid in _all()
        if pid != os.getpid() and mark in _environment(pid) and is_running(pid)
    ]


def listener_on(port: int) -> int | None:
    """The process that listens on this TCP port, if we are allowed to see it."""
    sockets = {f"socket:[{inode}]" for inode in _listening_inodes(port)}
    if not sockets:
        return None
    return next((pid for pid in _all() if sockets & _open_files(pid)), None)


def end(pids: list[int], *, by: signal.Signals, within_seconds: float) -> None:
    """Ask processes to end; kill those that are still there when the time is over."""
    for number in (by, signal.SIGKILL):
        for pid in filter(is_running, pids):
            send(pid, number)
        deadline = time.monotonic() + within_seconds
        while any(map(is_running, pids)) and time.monotonic() < deadline:
            time.sleep(0.02)


def send(pid: int, number: signal.Signals) -> None:
    """Signal one process; that it has gone already is no error."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def send_group(pid: int, number: signal.Signals) -> None:
    """Signal the whole group that the process leads; that it has gone already is no error."""
    try:
        os.killpg(pid, number)
    except (ProcessLookupError, PermissionError):
        # macOS answers "not permitted" for a group of which only a zombie is left.
        return


def _answers(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _all() -> Iterator[int]:
    if KNOWN:
        yield from (int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit())


def _link(pid: int, name: str) -> str:
    try:
        return str((PROC / str(pid) / name).readlink())
    except OSError:
        return ""


def _environment(pid: int) -> list[bytes]:
    try:
        return (PROC / str(pid) / "environ").read_bytes().split(b"\0")
    except OSError:
        return []


def _open_files(pid: int) -> set[str]:
    try:
        descriptors = list((PROC / str(pid) / "fd").iterdir())
    except OSError:
        return set()
    return {_link(pid, f"fd/{descriptor.name}") for descriptor in descriptors}


def _listening_inodes(port: int) -> Iterator[str]:
    for table in ("tcp", "tcp6"):
        try:
            rows = (PROC / "net" / table).read_text().splitlines()[1:]
        except OSError:
            continue
        for fields in map(str.split, rows):
            # Columns: slot, local address as hex:hex, remote address, state (0A: listening), …
            if fields[3] == "0A" and int(fields[1].rpartition(":")[2], 16) == port:
                yield fields[9]
