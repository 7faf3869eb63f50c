"""A market to measure: real servers on their own data, the API under granian, bidders and lots."""

import contextlib
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from vendue.identity.engine import credentials
from vendue.identity.models import Account, ApiKey
from vendue.kernel import clock

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Bidder:
    """A confirmed account and a credential that may bid."""

    account_id: UUID
    token: str


@contextlib.contextmanager
def serving(application: str, *, workers: int = 1, threads: int = 32) -> Iterator[int]:
    """The WSGI application under granian on a free port, as ``make up`` serves the API."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    process = subprocess.Popen(  # noqa: S603 - a command of our own
        [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
            "--port", str(port), "--workers", str(workers), "--blocking-threads", str(threads),
            "--log-level", "error", application,
        ],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": f"{ROOT / 'backend'}:{ROOT}",
            "VENDUE_LOG_LEVEL": "WARNING",
        },
        start_new_session=True,
    )  # fmt: skip
    try:
        _wait_for(port)
        yield port
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
            return
        time.sleep(0.05)
    raise TimeoutError("the server did not come up")


def bidders(count: int) -> list[Bidder]:
    """Confirmed accounts, each with a key that may bid."""
    now = clock.now()
    accounts = Account.objects.bulk_create(
        Account(
            email=f"{secrets.token_hex(12)}@bench.example",
            email_confirmed_at=now,
            roles=["buyer", "seller"],
            terms_version="bench",
            age_confirmed_at=now,
        )
        for _ in range(count)
    )
    tokens = [credentials.API_KEY_PREFIX + secrets.token_urlsafe(32) for _ in accounts]
    ApiKey.objects.bulk_create(
        ApiKey(
            account=account,
            name="bench",
            prefix=token[: credentials.SHOWN_CHARACTERS],
            digest=credentials.digest(token),
            scopes=["bids:write", "profile:read"],
            expires_at=now + timedelta(hours=6),
        )
        for account, token in zip(accounts, tokens, strict=True)
    )
    return [Bidder(a.id, token) for a, token in zip(accounts, tokens, strict=True)]
