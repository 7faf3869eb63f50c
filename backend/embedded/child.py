"""One program kept alive: started, read from, started again when it dies, ended when asked."""

import asyncio
import contextlib
import os
import signal
import time
from typing import IO

from embedded import procs
from embedded.console import Console
from embedded.errors import EmbeddedError
from embedded.program import Program

FIRST_PAUSE_SECONDS = 0.2
LONGEST_PAUSE_SECONDS = 10.0
# Whoever ran this long was well: its next death is a new story, with the shortest pause again.
WELL_AFTER_SECONDS = 30.0
POLL_SECONDS = 0.02


class Child:
    """A program and its current process, if it has one now."""

    def __init__(self, program: Program, console: Console) -> None:
        self.program = program
        self.pid: int | None = None
        self.starts = 0
        self._console = console
        self._stopping = asyncio.Event()
        self._over = asyncio.Event()

    async def keep(self) -> None:
        """Keep the program running until ``stop``; pause longer each time it dies early."""
        pause = FIRST_PAUSE_SECONDS
        while not self._stopping.is_set():
            began = time.monotonic()
            outcome = await self._outcome()
            if self._stopping.is_set():
                break
            if time.monotonic() - began > WELL_AFTER_SECONDS:
                pause = FIRST_PAUSE_SECONDS
            self._console.warn(
                f"{self.program.name} {outcome}; starting it again in {pause:.1f} s."
            )
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
        self._over.set()

    async def run_once(self) -> int:
        """Run the program to its end and return its exit code; negative: the signal it died of."""
        process = await self._spawn()
        try:
            code = await process.wait()
        finally:
            # What it left behind may still hold its port, or its place in a queue.
            procs.send_group(process.pid, signal.SIGKILL)
            self.pid = None
        return code

    async def ready(self, within_seconds: float) -> None:
        """Wait until the program says it is ready. Raises EmbeddedError if it is not in time."""
        deadline = time.monotonic() + within_seconds
        while not await self._is_ready():
            if time.monotonic() > deadline:
                where = f"see {self.program.log}" if self.program.log else "see its lines above"
                message = (
                    f"{self.program.name} was not ready after {within_seconds:.0f} s; {where}."
                )
                raise EmbeddedError(message)
            await asyncio.sleep(POLL_SECONDS)

    async def stop(self) -> None:
        """Ask the process to end, wait, and kill it with all its helpers if it does not."""
        self._stopping.set()
        if self.pid is not None:
            procs.send(self.pid, self.program.stop_signal)
        try:
            await asyncio.wait_for(self._over.wait(), self.program.stop_seconds)
        except TimeoutError:
            self._console.warn(f"{self.program.name} does not end by itself; killing it.")
            self.kill()
            await self._over.wait()

    def kill(self) -> None:
        """End the process and its helpers at once."""
        self._stopping.set()
        if self.pid is not None:
            procs.send_group(self.pid, signal.SIGKILL)

    async def _outcome(self) -> str:
        try:
            await asyncio.to_thread(self.program.settle)
            code = await self.run_once()
        except OSError as refused:
            return f"could not be started ({refused})"
        if code < 0:
            return f"was ended by a signal ({signal.strsignal(-code)})"
        return f"ended with code {code}"

    async def _is_ready(self) -> bool:
        pid = self.pid
        return pid is not None and await asyncio.to_thread(self.program.is_ready, pid)

    async def _spawn(self) -> asyncio.subprocess.Process:
        with contextlib.ExitStack() as files:
            told = files.enter_context(self.program.open_stdin())
            output = files.enter_context(
                self.program.open_log() if self.program.log else self._relayed_output()
            )
            process = await asyncio.create_subprocess_exec(
                *self.program.argv,
                stdin=told,
                stdout=output,
                stderr=asyncio.subprocess.STDOUT,
                **self.program.options(tied=True),
            )
        self.starts += 1
        self.pid = process.pid
        if self._stopping.is_set():
            procs.send(self.pid, self.program.stop_signal)
        return process

    def _relayed_output(self) -> IO[bytes]:
        # A pipe of our own and not asyncio's: its wait() also waits until every grandchild that
        # inherited the pipe has closed it.
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        loop = asyncio.get_running_loop()
        loop.add_reader(reading, self._relay, reading, bytearray())
        return os.fdopen(writing, "wb")

    def _relay(self, reading: int, pending: bytearray) -> None:
        chunk = os.read(reading, 65_536)
        pending += chunk
        *lines, rest = pending.split(b"\n")
        if not chunk or len(rest) > 65_536:
            lines.append(rest)
            rest = bytearray()
        pending[:] = rest
        for line in filter(None, lines):
            self._console.relay(self.program.name, line.decode(errors="replace"))
        if not chunk:
            asyncio.get_running_loop().remove_reader(reading)
            os.close(reading)
