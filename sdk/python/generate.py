"""Makes ``vendue_sdk/_generated`` from the contracts: ``make sdk``.

With a folder as argument it writes there instead, so that a test can compare.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.live import messages
from generator.models import write_models
from generator.reading import enums, problems, resources
from generator.rendering import render_events, render_market, render_problems, render_resource

HERE = Path(__file__).resolve().parent
CONTRACTS = HERE.parents[1] / "openapi" / "v1"
TARGET = HERE / "vendue_sdk" / "_generated"


def generate(target: Path) -> None:
    """Write everything anew. What stood there before stays if anything fails."""
    contract = json.loads((CONTRACTS / "openapi.json").read_text(encoding="utf-8"))
    live = json.loads((CONTRACTS / "asyncapi.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as work:
        made = Path(work) / "_generated"
        (made / "resources").mkdir(parents=True)
        refusals = problems(contract)
        write_models(contract, refusals, live, made)
        named = enums(contract)
        by_tag = resources(contract)
        for tag, operations in by_tag.items():
            module = made / "resources" / f"{tag}.py"
            module.write_text(render_resource(tag, operations, named), encoding="utf-8")
        (made / "problems.py").write_text(render_problems(refusals), encoding="utf-8")
        (made / "events.py").write_text(render_events(messages(live)), encoding="utf-8")
        (made / "market.py").write_text(render_market(list(by_tag)), encoding="utf-8")
        for package in (made, made / "resources"):
            (package / "__init__.py").write_text('"""Made by the generator; do not edit."""\n')
        _format(made)
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(made, target)


def _format(folder: Path) -> None:
    ruff = [sys.executable, "-m", "ruff"]
    options = ["--isolated", "--quiet", "--line-length", "100", "--target-version", "py311"]
    for command in (["check", "--fix", "--select", "F401,I,UP"], ["format"]):
        subprocess.run([*ruff, *command, *options, str(folder)], check=True)  # noqa: S603 - ours


if __name__ == "__main__":
    generate(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
