"""What the person at the terminal sees: steps with their durations, and each process's lines."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from typing import TextIO

NAME_WIDTH = 8
# Readable on dark and on light terminals; red is kept for trouble.
COLOURS = (36, 32, 35, 34, 33, 96, 92, 95)
RED = 31
BOLD = 1
DIM = 2


class Console:
    """Writes whole lines, so that processes do not write into each other's."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdout
        self._colourful = self._stream.isatty() and "NO_COLOR" not in os.environ
        self._colours: dict[str, int] = {}

    def say(self, text: str = "") -> None:
        """One line of our own."""
        self._write(text)

    def warn(self, text: str) -> None:
        """One line about trouble."""
        self._write(self._painted(f"! {text}", RED))

    def head(self, text: str) -> None:
        """One line that stands out."""
        self._write(self._painted(text, BOLD))

    def relay(self, name: str, text: str) -> None:
        """One line that a process wrote, under its name and in its colour."""
        colour = self._colours.setdefault(name, COLOURS[len(self._colours) % len(COLOURS)])
        self._write(f"{self._painted(f'{name:<{NAME_WIDTH}} |', colour)} {text}")

    @contextlib.contextmanager
    def step(self, text: str) -> Iterator[None]:
        """Say what was done and how long it took, once it is done."""
        began = time.monotonic()
        yield
        took = self._painted(f"{time.monotonic() - began:5.1f} s", DIM)
        self._write(f"{took}  {text}")

    def _painted(self, text: str, code: int) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colourful else text

    def _write(self, text: str) -> None:
        # A terminal that was closed must not keep us from ending the processes in order.
        with contextlib.suppress(OSError):
            self._stream.write(f"{text}\n")
            self._stream.flush()
