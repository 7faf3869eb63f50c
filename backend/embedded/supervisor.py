"""All children together: started in order, ended in the reverse order."""

import asyncio

from embedded.child import Child
from embedded.console import Console
from embedded.errors import EmbeddedError
from embedded.program import Program

READY_WITHIN_SECONDS = 90.0


class Supervisor:
    """Keeps programs running. Use as an async context manager: leaving it ends all of them."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._groups: list[list[Child]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._passing: Child | None = None

    async def __aenter__(self) -> "Supervisor":
        return self

    async def __aexit__(self, *_raised: object) -> None:
        await self.stop()

    async def start(self, *programs: Program) -> list[Child]:
        """Start programs side by side and wait until all are ready.

        They are ended together as well, before those that were started earlier. Raises
        EmbeddedError if one is not ready in time.
        """
        group = [Child(program, self._console) for program in programs]
        self._groups.append(group)
        self._tasks |= {asyncio.create_task(child.keep()) for child in group}
        await asyncio.gather(*(child.ready(READY_WITHIN_SECONDS) for child in group))
        return group

    async def run(self, program: Program) -> None:
        """Run a program to its end. Raises EmbeddedError if it fails."""
        self._passing = Child(program, self._console)
        try:
            code = await self._passing.run_once()
        finally:
            self._passing = None
        if code != 0:
            message = f"{program.name} failed with code {code}; its lines above say why."
            raise EmbeddedError(message)

    async def stop(self) -> None:
        """End everything in the reverse order of its start, each with time to finish."""
        while self._groups:
            await asyncio.gather(*(child.stop() for child in self._groups[-1]))
            self._groups.pop()
        await asyncio.gather(*self._tasks)

    def kill(self) -> None:
        """End everything at once."""
        for child in (child for group in self._groups for child in group):
            child.kill()
        if self._passing is not None:
            self._passing.kill()
