"""The TypeScript SDK's tools, run with the Node that npm has installed."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SDK = ROOT / "sdk" / "typescript"


def run(
    *command: str, cwd: Path = SDK, seconds: int = 120, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command and hand back what it said. Fails the test where the command fails."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VENDUE_")}
    path = os.pathsep.join([str(ROOT / "node_modules" / ".bin"), os.environ["PATH"]])
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**kept, "PATH": path, "npm_config_loglevel": "error", **environment},
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, f"{command}: {done.stdout}\n{done.stderr}"
    return done
