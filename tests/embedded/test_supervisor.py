"""What dies is started again; what is ended leaves nothing behind."""

import asyncio
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from embedded import child as child_module
from embedded import procs
from embedded.child import Child
from embedded.console import Console
from embedded.errors import EmbeddedError
from embedded.program import Program
from embedded.supervisor import Supervisor
from tests.embedded.waiting import until, wait_until

SLEEPER = "import time; time.sleep(600)"


def a_program(script: str = SLEEPER, **fields) -> Program:
    defaults = {
        "name": "toy",
        "argv": (sys.executable, "-S", "-c", script),
        "env": dict(os.environ),
        "cwd": Path("/"),
        "stop_seconds": 3,
    }
    return Program(**{**defaults, **fields})


def supervise(scenario: Callable[[Supervisor], object]) -> str:
    """Run the scenario under a supervisor, end it, and return what the console showed."""
    screen = io.StringIO()

    async def run() -> None:
        async with asyncio.timeout(15), Supervisor(Console(screen)) as supervisor:
            await scenario(supervisor)

    asyncio.run(run())
    return screen.getvalue()


def test_a_child_that_is_killed_is_started_again():
    pids = []

    async def scenario(supervisor: Supervisor) -> None:
        (child,) = await supervisor.start(a_program())
        pids.append(child.pid)
        os.kill(child.pid, signal.SIGKILL)
        await until(lambda: child.starts == 2 and child.pid)
        pids.append(child.pid)

    shown = supervise(scenario)

    assert pids[0] != pids[1]
    assert not any(map(procs.is_running, pids))
    assert "toy was ended by a signal (Killed); starting it again" in shown


def test_a_child_that_keeps_dying_waits_longer_each_time(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(child_module, "FIRST_PAUSE_SECONDS", 0.05)
    monkeypatch.setattr(child_module, "LONGEST_PAUSE_SECONDS", 0.2)

    async def scenario(supervisor: Supervisor) -> None:
        (child,) = await supervisor.start(a_program("raise SystemExit(3)"))
        await until(lambda: child.starts == 5)

    shown = supervise(scenario)

    pauses = [line.rpartition(" in ")[2] for line in shown.splitlines() if "code 3" in line]
    assert pauses[:4] == ["0.1 s.", "0.1 s.", "0.2 s.", "0.2 s."]


def test_its_helpers_go_with_a_child_that_is_killed():
    helper = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', '{SLEEPER}'])"
    mark = f"{time.time_ns()}"
    program = a_program(f"{helper}; {SLEEPER}", env={**os.environ, "TOY_MARK": mark})
    seen = []

    async def scenario(supervisor: Supervisor) -> None:
        (child,) = await supervisor.start(program)
        await until(lambda: len(procs.marked_with("TOY_MARK", mark)) == 2)
        seen.extend(procs.marked_with("TOY_MARK", mark))
        os.kill(child.pid, signal.SIGKILL)
        await until(lambda: child.starts == 2)

    supervise(scenario)

    assert len(seen) == 2
    assert procs.marked_with("TOY_MARK", mark) == []


def test_children_are_ended_in_the_reverse_order_of_their_start():
    says_goodbye = (
        "import signal, sys, time\n"
        "signal.signal(signal.SIGTERM, lambda *_: sys.exit(print('goodbye') or 0))\n"
        "print('hello', flush=True)\n"
        "time.sleep(600)"
    )
    screen = io.StringIO()

    async def run() -> None:
        async with asyncio.timeout(15), Supervisor(Console(screen)) as supervisor:
            await supervisor.start(a_program(says_goodbye, name="first"))
            await supervisor.start(a_program(says_goodbye, name="second"))
            await until(lambda: screen.getvalue().count("hello") == 2)

    asyncio.run(run())

    goodbyes = [line.split()[0] for line in screen.getvalue().splitlines() if "goodbye" in line]
    assert goodbyes == ["second", "first"]


def test_a_child_that_does_not_listen_is_killed():
    deaf = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True)"
    screen = io.StringIO()
    pids = []

    async def run() -> None:
        async with asyncio.timeout(15), Supervisor(Console(screen)) as supervisor:
            program = a_program(f"{deaf}; {SLEEPER}", stop_seconds=0.3)
            (child,) = await supervisor.start(program)
            pids.append(child.pid)
            await until(lambda: "toy      | 1" in screen.getvalue())

    asyncio.run(run())

    assert "toy does not end by itself; killing it." in screen.getvalue()
    assert not procs.is_running(pids[0])


def test_a_program_that_cannot_be_started_is_told_and_tried_again():
    async def scenario(supervisor: Supervisor) -> None:
        missing = a_program(argv=("/nowhere/at-all",), is_ready=lambda _pid: True)
        child = Child(missing, Console(io.StringIO()))
        keeping = asyncio.create_task(child.keep())
        await asyncio.sleep(0.1)
        await child.stop()
        await keeping
        assert child.pid is None

        with pytest.raises(OSError, match="nowhere"):
            await supervisor.run(missing)

    supervise(scenario)


def test_a_command_that_fails_stops_the_start():
    async def scenario(supervisor: Supervisor) -> None:
        with pytest.raises(EmbeddedError, match="toy failed with code 7"):
            await supervisor.run(a_program("raise SystemExit(7)"))

    supervise(scenario)


def test_children_end_when_the_supervisor_itself_is_killed():
    mark = f"{time.time_ns()}"
    script = (
        "import asyncio, os, sys\n"
        "from pathlib import Path\n"
        "from embedded.console import Console\n"
        "from embedded.program import Program\n"
        "from embedded.supervisor import Supervisor\n"
        "async def run():\n"
        "    async with Supervisor(Console()) as supervisor:\n"
        f"        program = Program('toy', (sys.executable, '-S', '-c', {SLEEPER!r}),\n"
        f"            {{'TOY_MARK': '{mark}'}}, Path('/'))\n"
        "        await supervisor.start(program)\n"
        "        print('started', flush=True)\n"
        "        await asyncio.Event().wait()\n"
        "asyncio.run(run())\n"
    )
    path = {**os.environ, "PYTHONPATH": ":".join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, env=path, text=True
    ) as supervisor:
        assert supervisor.stdout.readline() == "started\n"
        toys = procs.marked_with("TOY_MARK", mark)
        assert len(toys) == 1
        supervisor.kill()
        supervisor.wait()

    wait_until(lambda: not procs.is_running(toys[0]))
