"""The market's real processes on the test's own database, and people who bid there over HTTP."""

import contextlib
import http.client
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote
from uuid import UUID

from django.db import connection

from embedded.processes import answers
from tests.embedded.waiting import wait_until
from tests.factories import an_account
from tests.record import Record
from vendue.auctions.services.verification.record import Told
from vendue.identity.engine import credentials
from vendue.identity.models import ApiKey
from vendue.kernel import clock

HOST = "127.0.0.1"
ROOT = Path(__file__).resolve().parents[1]
_UNDECIDED = {429, 500, 503}
T = TypeVar("T")


@dataclass(frozen=True)
class Bidder:
    """Somebody with a key that may bid."""

    account_id: UUID
    principal: str
    token: str


@dataclass(frozen=True)
class Server:
    """An API that serves the test's database."""

    port: int
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        """End it as a power cut would, its workers too."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)


def bidders(count: int) -> list[Bidder]:
    """Confirmed people, each with a key of their own."""
    return [_bidder() for _ in range(count)]


def _bidder() -> Bidder:
    account = an_account()
    token = credentials.API_KEY_PREFIX + secrets.token_urlsafe(32)
    key = ApiKey.objects.create(
        account=account,
        name="test",
        prefix=token[: credentials.SHOWN_CHARACTERS],
        digest=credentials.digest(token),
        scopes=["bids:write"],
        expires_at=clock.now() + timedelta(hours=1),
    )
    return Bidder(account.id, f"key:{key.id}", token)


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.create_server((HOST, 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def database_url(port: int | None = None) -> str:
    """The address of the test's database; through another port where one is given."""
    known = connection.settings_dict
    who = f"{quote(known['USER'])}:{quote(known['PASSWORD'])}"
    return f"postgresql://{who}@{known['HOST']}:{port or known['PORT']}/{known['NAME']}"


@contextlib.contextmanager
def serving(
    *,
    port: int | None = None,
    workers: int = 1,
    application: str = "vendue.config.wsgi:application",
    log: Path | None = None,
    **environment: str,
) -> Iterator[Server]:
    """The API under granian, as the market runs it."""
    port = port or free_port()
    arguments = (
        "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port),
        "--workers", str(workers), "--blocking-threads", "32", "--log-level", "error",
        application,
    )  # fmt: skip
    with running("-m", *arguments, log=log, **environment) as process:
        wait_until(lambda: answers(HOST, port), within_seconds=60)
        yield Server(port, process)


def managing(
    command: str, *, log: Path | None = None, **environment: str
) -> contextlib.AbstractContextManager[subprocess.Popen[bytes]]:
    """A management command that runs until it is told to end."""
    return running(str(ROOT / "backend" / "manage.py"), command, log=log, **environment)


@contextlib.contextmanager
def running(
    *arguments: str, log: Path | None = None, **changes: str
) -> Iterator[subprocess.Popen[bytes]]:
    """A Python process on the test's database; what it writes goes to ``log``, if named."""
    path = os.pathsep.join([str(ROOT / "backend"), str(ROOT), os.environ.get("PYTHONPATH", "")])
    environment = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "PYTHONPATH": path,
        "VENDUE_LOG_LEVEL": "WARNING",
        **changes,
    }
    with contextlib.ExitStack() as files:
        written = files.enter_context(log.open("ab")) if log else None
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=environment,
            stdout=written or subprocess.DEVNULL,
            stderr=written,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        # Workers of a killed master live on in its group.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(5)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(5)


class Caller:
    """One person at one connection; everything sent and told is noted. For one thread."""

    def __init__(self, port: int, bidder: Bidder, record: Record) -> None:
        self._connection = http.client.HTTPConnection(HOST, port, timeout=20)
        self._bidder = bidder
        self._record = record

    def bid(self, lot_id: UUID, maximum_minor: int, key: str | None = None) -> Told:
        """Bid once; an answer that did not come leaves a line without a status."""
        body = json.dumps({"maximum_minor": maximum_minor})
        return self._post("place_bid", lot_id, "bids", body, key)

    def buy(self, lot_id: UUID) -> Told:
        """Buy at once."""
        return self._post("buy_now", lot_id, "purchase", None, None)

    def bid_until_decided(
        self, lot_id: UUID, maximum_minor: int, key: str | None = None, *, seconds: float = 60
    ) -> Told:
        """Ask with the same key until the market knows, as every client should."""
        key = key or secrets.token_hex(16)
        deadline = time.monotonic() + seconds
        while True:
            told = self.bid(lot_id, maximum_minor, key)
            undecided = told.status in {None, *_UNDECIDED} or told.code == "request_in_progress"
            if not undecided:
                return told
            assert time.monotonic() < deadline, f"no decision after {seconds} s: {told}"
            time.sleep(0.1)

    def read(self, lot_id: UUID) -> Told:
        """Read the lot's state."""
        sent_at = self._record.moment()
        self._connection.request("GET", f"/api/v1/lots/{lot_id}/state")
        answer = self._connection.getresponse()
        return self._record.note_answer(
            sent_at, "get_lot_state", lot_id, answer.status, answer.read()
        )

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def _post(
        self, operation: str, lot_id: UUID, what: str, body: str | None, key: str | None
    ) -> Told:
        key = key or secrets.token_hex(16)
        headers = {"Authorization": f"Bearer {self._bidder.token}", "Idempotency-Key": key}
        if body is not None:
            headers["Content-Type"] = "application/json"
        sent: dict[str, Any] = {"principal": self._bidder.principal, "key": key}
        sent_at = self._record.moment()
        try:
            self._connection.request("POST", f"/api/v1/lots/{lot_id}/{what}", body, headers)
            answer = self._connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            return self._record.note(operation=operation, lot_id=lot_id, sent_at=sent_at, **sent)
        return self._record.note_answer(sent_at, operation, lot_id, answer.status, content, **sent)


def at_the_same_time(count: int, act: Callable[[int], T]) -> list[T]:
    """Run ``act(number)`` in so many threads that start together. Raises what any of them does."""
    start = threading.Barrier(count)

    def run(number: int) -> T:
        start.wait(30)
        try:
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(run, range(count)))
