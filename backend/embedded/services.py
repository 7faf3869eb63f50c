"""PostgreSQL and Valkey together: our own, or those that the environment names."""

import contextlib
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from embedded import procs
from embedded.errors import EmbeddedError
from embedded.postgres import Postgres
from embedded.program import Program
from embedded.state import State
from embedded.valkey import Valkey

READY_WITHIN_SECONDS = 60


@dataclass(frozen=True)
class Services:
    """The addresses of both servers, and the programs that we must start for them, if any."""

    database_url: str
    redis_url: str
    programs: tuple[Program, ...]

    @classmethod
    def prepare(
        cls, state: State, environ: Mapping[str, str], *, durable: bool = True
    ) -> "Services":
        """Take DATABASE_URL and REDIS_URL where they are set; prepare our own where not.

        What an earlier start of the same state folder left running is stopped.
        """
        database_url = environ.get("DATABASE_URL", "")
        redis_url = environ.get("REDIS_URL", "")
        programs: list[Program] = []
        if not database_url:
            postgres = Postgres.prepare(state, durable=durable)
            database_url = postgres.url()
            programs.append(postgres.program())
        if not redis_url:
            valkey = Valkey.prepare(state, durable=durable)
            redis_url = valkey.url()
            programs.append(valkey.program())
        return cls(database_url, redis_url, tuple(programs))

    @property
    def environment(self) -> dict[str, str]:
        """The two variables by which every other program finds the servers."""
        return {"DATABASE_URL": self.database_url, "REDIS_URL": self.redis_url}


@contextlib.contextmanager
def running(services: Services, *, tied: bool = True) -> Iterator[None]:
    """Run the servers for as long as the block lasts; they also end if this process is killed."""
    started = start(services.programs, tied=tied)
    try:
        yield
    finally:
        stop(services.programs, started)


def start(programs: tuple[Program, ...], *, tied: bool) -> list[subprocess.Popen[bytes]]:
    """Start servers and wait until each is ready. Raises EmbeddedError if one is not in time."""
    started: list[subprocess.Popen[bytes]] = []
    try:
        for program in programs:
            program.settle()
            started.append(_spawn(program, tied=tied))
        for program, process in zip(programs, started, strict=True):
            _wait_until_ready(program, process)
    except BaseException:
        stop(programs, started)
        raise
    return started


def stop(programs: tuple[Program, ...], started: list[subprocess.Popen[bytes]]) -> None:
    """Ask servers to end, in the reverse order; kill what does not end in time."""
    for program, process in reversed(list(zip(programs, started, strict=False))):
        procs.send(process.pid, program.stop_signal)
        try:
            process.wait(program.stop_seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _spawn(program: Program, *, tied: bool) -> subprocess.Popen[bytes]:
    with program.open_stdin() as told, program.open_log() as log:
        return subprocess.Popen(  # noqa: S603 — a program of our own
            program.argv,
            stdin=told,
            stdout=log,
            stderr=subprocess.STDOUT,
            **program.options(tied=tied),
        )


def _wait_until_ready(program: Program, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while not program.is_ready(process.pid):
        if process.poll() is not None or time.monotonic() > deadline:
            raise EmbeddedError(f"{program.name} did not start; see {program.log}.")
        time.sleep(0.01)
