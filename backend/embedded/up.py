"""`make up`: from nothing to a market that answers, and back to nothing."""

import asyncio
import json
import signal
from collections.abc import Mapping
from pathlib import Path

from embedded import freshness, lock, ports, processes, procs, web_app
from embedded.console import Console
from embedded.environment import (
    HOST,
    REALTIME_PORT,
    address,
    assemble,
    publish,
    realtime_port,
    withdraw,
)
from embedded.errors import EmbeddedError
from embedded.services import Services
from embedded.state import State
from embedded.supervisor import Supervisor


async def up(state: State, console: Console, environ: Mapping[str, str]) -> None:
    """Serve the market until SIGINT, SIGTERM or SIGHUP; a second one ends it at once.

    Raises AlreadyRunning, or EmbeddedError if it cannot be brought up; nothing is left running.
    """
    with lock.held(state.lock):
        await _interruptible(Market(state, console, environ))


class Market:
    """One run of the market."""

    def __init__(self, state: State, console: Console, environ: Mapping[str, str]) -> None:
        self._state = state
        self._console = console
        self._environ = environ
        self.supervisor = Supervisor(console)

    async def serve(self) -> None:
        """Bring everything up, then wait for ever."""
        async with self.supervisor:
            try:
                await self._bring_up()
                await asyncio.Event().wait()
            finally:
                self._console.say("Ending the market …")
                withdraw(self._state)

    async def _bring_up(self) -> None:
        self._console.head(f"Vendue, with its data in {self._state.root}")
        await asyncio.to_thread(self._clear)
        await web_app.build(self.supervisor, self._console, self._environ)
        services = await self._start_services()
        smtp, inbox = (ports.settled(self._state, name) for name in ("smtp", "inbox"))
        env = assemble(self._state, services, self._environ, mail_port=smtp)
        publish(self._state, env)

        await self._migrate(services, env)
        await self._seed(services, env)
        if not self._environ.get("VENDUE_MAIL"):
            catcher = processes.mail_catcher(self._state, env, smtp=smtp, inbox=inbox)
            await self.supervisor.start(catcher)
        with self._console.step("The API answers, and sockets connect"):
            await self.supervisor.start(processes.api(env), processes.realtime(env))
        await self.supervisor.start(*processes.background(self._state, env), *processes.demo(env))
        self._announce(env, inbox=inbox)

    def _clear(self) -> None:
        left = procs.marked_with(processes.MARK, str(self._state.root))
        if left:
            with self._console.step(f"Ended {len(left)} processes of an earlier run"):
                procs.end(left, by=signal.SIGTERM, within_seconds=5)
        host, port = address(self._environ)
        wanted = {"VENDUE_PORT": port}
        if self._environ.get(REALTIME_PORT):
            wanted[REALTIME_PORT] = realtime_port(self._state, self._environ)
        for name, number in wanted.items():
            if not ports.is_free(number, host):
                raise EmbeddedError(
                    f"Port {number} is taken by {ports.holder(number)}. End that, or choose "
                    f"another port: `{name}={number + 2} make up`."
                )

    async def _start_services(self) -> Services:
        before = self._state.read_mark("ports")
        with self._console.step("PostgreSQL and Valkey are up"):
            services = await asyncio.to_thread(Services.prepare, self._state, self._environ)
            await self.supervisor.start(*services.programs)
            await asyncio.to_thread(freshness.require_reachable, services)
        for name, port in self._state.read_mark("ports").items():
            if name in before and before[name] != port:
                self._console.warn(f"{name} moved to port {port}: its own was taken.")
        return services

    async def _migrate(self, services: Services, env: Mapping[str, str]) -> None:
        if await asyncio.to_thread(freshness.is_migrated, self._state, services):
            return
        with self._console.step("The database has its tables"):
            await self.supervisor.run(processes.step("migrate", env, "migrate", "--no-input"))
            await asyncio.to_thread(freshness.remember, self._state, services, "migrated")

    async def _seed(self, services: Services, env: Mapping[str, str]) -> None:
        # Only once: from then on the demo's bidders have lots put up where others ended.
        if env["VENDUE_DEMO"] == "0":
            return
        if await asyncio.to_thread(freshness.is_seeded, self._state, services):
            return
        with self._console.step("The demo market has its lots"):
            await self.supervisor.run(processes.seed(env))
            await asyncio.to_thread(freshness.remember, self._state, services, "seeded")

    def _announce(self, env: Mapping[str, str], *, inbox: int) -> None:
        base = env["VENDUE_BASE_URL"]
        say = self._console.say
        say()
        self._console.head("The market is open.")
        say(f"  App            {base}/")
        say(f"  API            {base}/api/v1/    contract: {base}/api/v1/openapi.json")
        say(f"  Live           {env['VENDUE_REALTIME_URL']}    events: openapi/v1/asyncapi.json")
        say(f"  Staff API      {base}/api/admin/v1/")
        if not self._environ.get("VENDUE_MAIL"):
            say(f"  Mail inbox     http://{HOST}:{inbox}/")
        for line in _accounts(self._state.accounts):
            say(line)
        say("  Ctrl-C ends it. VENDUE_LOG_LEVEL=INFO make up shows every request.")
        say()


async def _interruptible(market: Market) -> None:
    serving = asyncio.ensure_future(market.serve())
    asked = False

    def end() -> None:
        nonlocal asked
        if asked:
            market.supervisor.kill()
            return
        asked = True
        serving.cancel()

    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, end)
    try:
        await serving
    except asyncio.CancelledError:
        if not asked:
            raise


def _accounts(path: Path) -> list[str]:
    try:
        accounts = json.loads(path.read_text())
    except OSError:
        return []
    lines = ["  Demo accounts"]
    lines += [f"    {one['role']:<12} {one['email']:<34} {one['password']}" for one in accounts]
    return lines
