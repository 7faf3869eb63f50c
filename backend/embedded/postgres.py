"""The embedded PostgreSQL: its data folder, its settings, and how it recovers from a crash."""

import hashlib
import os
import secrets
import shutil
import signal
import stat
import subprocess
import time
from dataclasses import dataclass, replace
from pathlib import Path

from embedded import binaries, ports, procs
from embedded.errors import EmbeddedError
from embedded.program import Program, ServerUser, unprivileged
from embedded.state import State, write_private

_MEGABYTE = 1024 * 1024


def _shared_buffers() -> str:
    """An eighth of the machine's memory, 128 MB to 1 GB: a search then finds its indexes there."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // _MEGABYTE
    return f"{max(128, min(1024, memory // 8))}MB"


ROLE = "vendue"
DATABASE = "vendue"
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "timezone": "UTC",
    "max_connections": "200",
    "shared_preload_libraries": "pg_stat_statements",
    "shared_buffers": _shared_buffers(),
    "effective_cache_size": "1GB",
    "random_page_cost": "1.1",
    "jit": "off",
    # Nobody replicates from a local market, and checkpoints should not follow every load run.
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "2GB",
    "checkpoint_timeout": "15min",
    "log_line_prefix": "%m [%p] ",
}
# For tests only: a crash of the machine may lose everything, and nobody minds.
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Postgres:
    """A PostgreSQL of our own, ready to be started."""

    state: State
    folder: Path
    binaries: Path
    user: ServerUser
    port: int
    password: str
    durable: bool

    @classmethod
    def prepare(cls, state: State, *, durable: bool = True) -> "Postgres":
        """Find the programs, make the data folder at the first time, settle on a port.

        Raises EmbeddedError if this machine cannot run one.
        """
        user = unprivileged()
        uid = os.geteuid() if user.uid is None else user.uid
        home = _home(state, uid)
        server = cls(
            state=state,
            folder=home / "data",
            binaries=binaries.postgres_folder(uid, home),
            user=user,
            port=0,
            password=_password(state),
            durable=durable,
        )
        _clear(server.folder)
        if not server.folder.exists():
            server._initialise()
        server._check_release()
        return replace(server, port=ports.settled(state, "postgres"))

    def url(self, database: str = DATABASE) -> str:
        """The address, password included, as DATABASE_URL wants it."""
        return f"postgresql://{ROLE}:{self.password}@127.0.0.1:{self.port}/{database}"

    def program(self) -> Program:
        """The server as something to start."""
        settings = {
            **SETTINGS,
            "port": str(self.port),
            **({"fsync": "on"} if self.durable else FORGETFUL),
        }
        arguments = (part for pair in settings.items() for part in ("-c", "=".join(pair)))
        return Program(
            name="postgres",
            argv=(str(self.binaries / "postgres"), "-D", str(self.folder), *arguments),
            env=_environment(),
            cwd=Path("/"),
            user=self.user,
            # "Fast": open transactions are rolled back, nobody is waited for.
            stop_signal=signal.SIGINT,
            stop_seconds=20,
            log=self.state.logs / "postgres.log",
            settle=lambda: _clear(self.folder),
            is_ready=self._is_ready,
        )

    def _is_ready(self, pid: int) -> bool:
        lines = _lock_lines(self.folder)
        # The eighth line is the server's own word on its status, as `pg_ctl --wait` reads it.
        return len(lines) >= 8 and lines[0] == str(pid) and lines[7].strip() == "ready"

    def _initialise(self) -> None:
        draft = self.folder.with_name("data.new")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        self.user.own(draft)
        password_file = self.folder.with_name("password.new")
        write_private(password_file, f"{self.password}\n")
        self.user.own(password_file)
        try:
            self._run(
                "initdb", "--pgdata", str(draft), "--username", ROLE, "--pwfile",
                str(password_file), "--auth", "scram-sha-256", "--encoding", "UTF8",
                "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8",
                *([] if self.durable else ["--no-sync"]),
            )  # fmt: skip
        finally:
            password_file.unlink()
        statement = f"CREATE DATABASE {DATABASE}\n"
        self._run("postgres", "--single", "-D", str(draft), "postgres", say=statement)
        draft.rename(self.folder)

    def _run(self, name: str, *arguments: str, say: str = "") -> None:
        done = subprocess.run(  # noqa: S603 — our own programs with our own arguments
            [self.binaries / name, *arguments],
            env=_environment(),
            cwd="/",
            input=say,
            capture_output=True,
            text=True,
            check=False,
            **self.user.options(),
        )
        if done.returncode != 0:
            raise EmbeddedError(f"PostgreSQL's {name} failed: {done.stderr.strip()}")

    def _check_release(self) -> None:
        written_by = (self.folder / "PG_VERSION").read_text().strip()
        shown = subprocess.run(  # noqa: S603 — our own program
            [self.binaries / "postgres", "--version"],
            capture_output=True,
            text=True,
            check=True,
            cwd="/",
            **self.user.options(),
        ).stdout.split()
        if shown[2].partition(".")[0] != written_by:
            raise EmbeddedError(
                f"The local data is of PostgreSQL {written_by}, the installed one is {shown[2]}. "
                "`make reset` starts afresh."
            )


def stop(state: State) -> None:
    """End the server of this state folder, whoever started it."""
    for home in _homes(state):
        _clear(home / "data")


def remove_data(state: State) -> None:
    """Remove the data of a state folder, wherever it stands; its server is ended first."""
    stop(state)
    for home in _homes(state):
        if home.exists():
            shutil.rmtree(home)


def _clear(folder: Path) -> None:
    """End what an earlier start left behind, and its lock file when nobody holds it any more.

    After ``kill -9`` of the server its helpers leave by themselves, but not at once; and where
    nobody collects the dead, the lock file names a zombie for ever.
    """
    said = _lock_lines(folder)
    at_work = procs.working_in(folder, "postgres")
    main = [pid for pid in at_work if said and said[0] == str(pid)]
    procs.end(main, by=signal.SIGINT, within_seconds=20)
    deadline = time.monotonic() + 5
    while (left := procs.working_in(folder, "postgres")) and time.monotonic() < deadline:
        time.sleep(0.05)
    procs.end(left, by=signal.SIGKILL, within_seconds=5)
    if procs.KNOWN:
        (folder / "postmaster.pid").unlink(missing_ok=True)


def _lock_lines(folder: Path) -> list[str]:
    try:
        return (folder / "postmaster.pid").read_text().splitlines()
    except OSError:
        return []


def _homes(state: State) -> tuple[Path, Path]:
    return state.root / "postgres", _public_home(state)


def _home(state: State, uid: int) -> Path:
    home = state.root / "postgres"
    if not binaries.reachable(state.root, uid):
        # The checkout stands in a folder closed to the server's user.
        home = _public_home(state)
    try:
        home.mkdir(mode=0o755)
    except FileExistsError:
        found = home.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
            message = f"{home} belongs to somebody else; remove it, or set DATABASE_URL."
            raise EmbeddedError(message) from None
    return home


def _public_home(state: State) -> Path:
    digest = hashlib.sha256(str(state.root).encode()).hexdigest()[:16]
    return Path("/var/tmp") / f"vendue-{digest}"  # noqa: S108 — its owner is checked before use


def _password(state: State) -> str:
    path = state.root / "postgres.password"
    if not path.exists():
        write_private(path, secrets.token_urlsafe(24))
    return path.read_text().strip()


def _environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "HOME": "/tmp"}  # noqa: S108 — the server writes nothing there
