"""The services on their own: kept in the background, or lent to one command."""

import contextlib
import socket
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from embedded import lock, postgres, services, valkey
from embedded.console import Console
from embedded.environment import assemble, publish, published, withdraw
from embedded.errors import EmbeddedError
from embedded.services import Services
from embedded.state import State

# Discards what it is sent, where anything listens there at all: nobody catches mail now.
NO_MAIL_PORT = 9


def start(state: State, console: Console, environ: Mapping[str, str]) -> None:
    """Start PostgreSQL and Valkey and leave them running. Raises AlreadyRunning under `make up`."""
    with lock.held(state.lock), console.step("PostgreSQL and Valkey run in the background"):
        prepared = Services.prepare(state, environ)
        services.start(prepared.programs, tied=False)
        publish(state, assemble(state, prepared, environ, mail_port=NO_MAIL_PORT))
    console.say("`make env` prints their variables; `make services-stop` ends them.")


def stop(state: State, console: Console) -> None:
    """Stop what ``start`` left running. Raises AlreadyRunning under `make up`."""
    with lock.held(state.lock), console.step("PostgreSQL and Valkey are stopped"):
        withdraw(state)
        valkey.stop(state)
        postgres.stop(state)


def environment(state: State) -> dict[str, str]:
    """The variables of the market or the services that run now. Raises EmbeddedError if none do."""
    variables = published(state)
    if variables is None or not all(
        map(_answers, (variables["DATABASE_URL"], variables["REDIS_URL"]))
    ):
        raise EmbeddedError("Nothing runs here. Start the market with `make up` first.")
    return variables


@contextlib.contextmanager
def borrowed(state: State, environ: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Variables for one command: of what runs already, else of services run for the block only."""
    with contextlib.ExitStack() as stack:
        try:
            variables = environment(state)
        except EmbeddedError:
            stack.enter_context(lock.held(state.lock))
            prepared = Services.prepare(state, environ)
            stack.enter_context(services.running(prepared))
            variables = assemble(state, prepared, environ, mail_port=NO_MAIL_PORT)
        yield {**environ, **variables}


def _answers(url: str) -> bool:
    parts = urlsplit(url)
    try:
        with socket.create_connection((parts.hostname or "127.0.0.1", parts.port or 0), timeout=2):
            return True
    except OSError:
        return False
