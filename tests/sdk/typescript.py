"""The TypeScript SDK's tools, run with the Node that npm has installed."""

import contextlib
import os
import subprocess
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from tests.embedded.waiting import wait_until

ROOT = Path(__file__).resolve().parents[2]
SDK = ROOT / "sdk" / "typescript"


def run(
    *command: str, cwd: Path = SDK, seconds: int = 120, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command and hand back what it said. Fails the test where the command fails."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=_environment(environment),
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, f"{command}: {done.stdout}\n{done.stderr}"
    return done


@dataclass
class Said:
    """What a program has printed so far."""

    lines: list[str] = field(default_factory=list)

    def until(self, beginning: str) -> None:
        """Wait for a line that begins so. Fails the test after half a minute without one."""
        wait_until(
            lambda: any(line.startswith(beginning) for line in self.lines), within_seconds=30
        )


@contextlib.contextmanager
def program(path: Path, base_url: str, **environment: str) -> Iterator[Said]:
    """A program that runs on a market until it is no longer needed."""
    given = _environment({"VENDUE_BASE_URL": base_url, **environment})
    with subprocess.Popen(
        ["node", str(path)], cwd=path.parent, env=given, stdout=subprocess.PIPE, text=True
    ) as process:
        said = Said()
        assert process.stdout is not None
        reader = threading.Thread(target=_read, args=(process.stdout, said.lines))
        reader.start()
        try:
            yield said
        finally:
            process.kill()
            reader.join(10)


def _read(stream: IO[str], lines: list[str]) -> None:
    lines.extend(map(str.strip, stream))


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VENDUE_")}
    path = os.pathsep.join([str(ROOT / "node_modules" / ".bin"), os.environ["PATH"]])
    return {**kept, "PATH": path, "npm_config_loglevel": "error", **given}
