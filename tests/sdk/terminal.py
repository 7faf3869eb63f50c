"""The command line, run as people run it."""

import json
import os
import subprocess
import sys
from pathlib import Path

SDK = Path(__file__).resolve().parents[2] / "sdk" / "python"


def vendue(*arguments, config, base_url=None, **environment):
    """Run ``vendue`` with a configuration of its own; ends within two minutes."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VENDUE_")}
    given = {"VENDUE_CONFIG": str(config), "PYTHONPATH": str(SDK), "COLUMNS": "200", **environment}
    if base_url:
        given["VENDUE_BASE_URL"] = base_url
    return subprocess.run(
        [sys.executable, "-c", "from vendue_sdk.cli.main import run; run()", *arguments],
        env={**kept, **given},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def line_of_json(done):
    """The one line on stdout."""
    (line,) = done.stdout.splitlines()
    return json.loads(line)
