"""The test run's own PostgreSQL and Valkey, up before Django's settings are read.

A pytest plugin and not a fixture, because pytest-django reads the settings before any conftest.
The controller starts the servers and hands them to its workers by the environment; with
DATABASE_URL or REDIS_URL set it uses those instead.
"""

import contextlib
import os
from collections.abc import Generator, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from embedded import lock
from embedded.environment import assemble
from embedded.services import Services, running
from embedded.state import State

# Numbered databases below this one are left alone: a market may run on the same Valkey.
FIRST_VALKEY_DATABASE = 8


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, object, object]:
    """Bring the servers up, once per run, and give each worker a Valkey database of its own."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        run = contextlib.ExitStack()
        early_config.add_cleanup(run.close)
        state = run.enter_context(_a_free_folder())
        services = Services.prepare(state, os.environ, durable=False)
        run.enter_context(running(services))
        # Port 9 discards: no test may depend on a mail server.
        given = {**os.environ, "VENDUE_STATE_DIR": str(state.root), "VENDUE_DEMO": "0"}
        os.environ.update(assemble(state, services, given, mail_port=9))
        # Not that of a market which happens to run here; a test that has a process says so.
        os.environ["VENDUE_REALTIME_URL"] = ""
    os.environ["REDIS_URL"] = _own_valkey_database(os.environ["REDIS_URL"])
    return (yield)


@contextlib.contextmanager
def _a_free_folder() -> Iterator[State]:
    """A state folder that no other run uses now; its data stays, so later runs start fast."""
    parent = State.open().root / "test"
    for number in range(1, 100):
        state = State.open(parent / str(number))
        with contextlib.suppress(lock.AlreadyRunning), lock.held(state.lock):
            yield state
            return
    pytest.exit(f"Every folder in {Path(parent)} is in use by a test run.", returncode=3)


def _own_valkey_database(url: str) -> str:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    number = FIRST_VALKEY_DATABASE + (1 + int(worker.removeprefix("gw")) if worker else 0)
    return urlsplit(url)._replace(path=f"/{number}").geturl()
