"""The environment that every process of a local market gets; what the operator set wins."""

import json
from collections.abc import Mapping
from pathlib import Path

from embedded import ports
from embedded.errors import EmbeddedError
from embedded.keys import local_keys
from embedded.services import Services
from embedded.state import BACKEND, REPOSITORY, State, write_private

HOST = "127.0.0.1"
PORT = "8000"
REALTIME_PORT = "VENDUE_REALTIME_PORT"
# What belongs to the market; the rest of the operator's environment is handed on, never stored.
OURS = ("VENDUE_", "DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "PYTHONPATH")


def assemble(
    state: State, services: Services, environ: Mapping[str, str], *, mail_port: int
) -> dict[str, str]:
    """All variables for the market's processes: services, keys, folders, addresses."""
    host, port = address(environ)
    live = realtime_port(state, environ)
    paths = (str(BACKEND), str(REPOSITORY / "sdk" / "python"), environ.get("PYTHONPATH", ""))
    defaults = {
        "VENDUE_HOST": host,
        "VENDUE_PORT": str(port),
        "VENDUE_BASE_URL": f"http://{host}:{port}",
        "VENDUE_REALTIME_HOST": host,
        "VENDUE_REALTIME_PORT": str(live),
        "VENDUE_REALTIME_URL": f"ws://{host}:{live}/realtime/v1",
        # Everybody comes from one address here.
        "VENDUE_REALTIME_PER_ADDRESS": "20000",
        "VENDUE_STATE_DIR": str(state.root),
        "VENDUE_MEDIA": str(state.media),
        "VENDUE_MAIL": f"smtp://{HOST}:{mail_port}",
        "VENDUE_DEMO": "1",
        "VENDUE_EMBEDDED": "1",
        "VENDUE_API_WORKERS": "1",
        "VENDUE_API_THREADS": "32",
        "DJANGO_SETTINGS_MODULE": "vendue.config.settings",
        # A screen on which a person can still read; INFO shows every request.
        "VENDUE_LOG_LEVEL": "WARNING",
        "PYTHONUNBUFFERED": "1",
        **local_keys(state),
    }
    chosen = {name: value for name, value in environ.items() if value}
    return {
        **defaults,
        **chosen,
        **services.environment,
        "PYTHONPATH": ":".join(filter(None, paths)),
    }


def address(environ: Mapping[str, str]) -> tuple[str, int]:
    """The host and port at which the API shall listen. Raises EmbeddedError if it is no port."""
    return environ.get("VENDUE_HOST") or HOST, _port(environ, "VENDUE_PORT", PORT)


def realtime_port(state: State, environ: Mapping[str, str]) -> int:
    """The port at which sockets shall connect: the one named, else the one after the API's.

    Clients ask the API for it, so where that one is taken any other will do. Raises EmbeddedError
    if what is named is no port.
    """
    if environ.get(REALTIME_PORT):
        return _port(environ, REALTIME_PORT, "")
    host, port = address(environ)
    if port + 1 < 65_536 and ports.is_free(port + 1, host):
        return port + 1
    return ports.settled(state, "realtime")


def _port(environ: Mapping[str, str], name: str, usual: str) -> int:
    port = environ.get(name) or usual
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65_536:
        raise EmbeddedError(f"{name} must be a port from 1 to 65535, not {port!r}.")
    return int(port)


def publish(state: State, variables: Mapping[str, str]) -> None:
    """Keep the market's variables where other commands of the same user find them."""
    ours = {name: value for name, value in variables.items() if name.startswith(OURS)}
    write_private(_file(state), json.dumps(ours))


def published(state: State) -> dict[str, str] | None:
    """The variables of the last market or services that were started and not ended."""
    try:
        variables = json.loads(_file(state).read_text())
    except FileNotFoundError:
        return None
    assert isinstance(variables, dict)
    return variables


def withdraw(state: State) -> None:
    """Forget the published variables: what they lead to has ended."""
    _file(state).unlink(missing_ok=True)


def _file(state: State) -> Path:
    return state.run / "environment.json"
