"""The table of the market's processes: what runs, in which order, with which command."""

import http.client
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from embedded.program import Program
from embedded.state import BACKEND, State

MANAGE = str(BACKEND / "manage.py")
# By this variable a later start recognises what an earlier one left behind.
MARK = "VENDUE_SUPERVISED_BY"
CELERY = ("-m", "celery", "--quiet", "--app", "vendue.config.celery")


def step(name: str, env: Mapping[str, str], *arguments: str) -> Program:
    """A management command that is run once, to its end."""
    return _python(name, env, MANAGE, *arguments)


def seed(env: Mapping[str, str]) -> Program:
    """Fills the demo market; ends when that is done."""
    return _python("seed", env, "-m", "embedded.demo.seed")


def mail_catcher(state: State, env: Mapping[str, str], *, smtp: int, inbox: int) -> Program:
    """Takes every mail of the market and shows it."""
    ports = ("--smtp-port", str(smtp), "--inbox-port", str(inbox))
    return _python("mail", env, "-m", "embedded.mail", *ports, "--folder", str(state.mail))


def api(env: Mapping[str, str]) -> Program:
    """The HTTP API. WSGI: measured, it serves three times the requests that ASGI does."""
    host, port = env["VENDUE_HOST"], int(env["VENDUE_PORT"])
    program = _python(
        "api", env, "-m", "granian", "--interface", "wsgi",
        "--host", host, "--port", str(port),
        "--workers", env["VENDUE_API_WORKERS"],
        "--blocking-threads", env["VENDUE_API_THREADS"],
        "--respawn-failed-workers", "--respawn-interval", "0.2",
        # As an error, not as a warning: it warns of many threads, and they wait for the desk.
        "--workers-kill-timeout", "5", "--log-level", "error",
        "vendue.config.wsgi:application",
    )  # fmt: skip
    return replace(program, is_ready=lambda _pid: answers(host, port))


def realtime(env: Mapping[str, str]) -> Program:
    """Sockets and streams: everything that is told live."""
    host, port = env["VENDUE_REALTIME_HOST"], int(env["VENDUE_REALTIME_PORT"])
    program = _python("realtime", env, MANAGE, "serve_realtime")
    return replace(program, is_ready=lambda _pid: answers(host, port))


def background(state: State, env: Mapping[str, str]) -> tuple[Program, ...]:
    """Everything that works behind the API."""
    alone = ("--without-gossip", "--without-mingle")
    schedule = ("--schedule", str(state.run / "beat-schedule"), "--pidfile", "")
    quiet = ("--loglevel", "warning")
    return (
        _python("worker", env, *CELERY, "worker", "--concurrency", "2", *alone, *quiet),
        _python("beat", env, *CELERY, "beat", *schedule, *quiet),
        _python("relay", env, MANAGE, "relay"),
        _python("closer", env, MANAGE, "close_lots"),
    )


def demo(env: Mapping[str, str]) -> tuple[Program, ...]:
    """What keeps the demo market alive: bidders, and lots that take the place of closed ones.

    ``VENDUE_DEMO=lots`` is a market with its lots in which nobody bids by themselves.
    """
    if env["VENDUE_DEMO"] in {"0", "lots"}:
        return ()
    return (_python("bidders", env, "-m", "embedded.demo.bidders"),)


def answers(host: str, port: int) -> bool:
    """Whether a server of ours says that it is ready."""
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _python(name: str, env: Mapping[str, str], *arguments: str) -> Program:
    return Program(
        name=name,
        argv=(sys.executable, *arguments),
        env={**env, MARK: env["VENDUE_STATE_DIR"]},
        cwd=Path(BACKEND),
    )
