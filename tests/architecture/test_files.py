"""What every file must be: short, explained, and free of this or that machine."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 400
#: Written by a machine: nobody reads them from top to bottom.
GENERATED = (
    "sdk/python/vendue_sdk/_generated/",
    "sdk/typescript/src/generated/",
    "/migrations/",
    ".gen.ts",
)


def _tracked(*patterns: str) -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def _by_hand(*patterns: str) -> list[str]:
    return [name for name in _tracked(*patterns) if not any(part in name for part in GENERATED)]


def test_no_file_is_longer_than_a_reader_likes():
    long = {
        name: lines
        for name in _by_hand("*.py", "*.ts", "*.tsx")
        if (lines := len((ROOT / name).read_text().splitlines())) > MOST_LINES
    }
    assert long == {}


def test_every_file_says_what_belongs_in_it():
    silent = [
        name
        for name in _by_hand("backend/*.py", "sdk/*.py", "bench/*.py")
        if (text := (ROOT / name).read_text()).strip() and not ast.get_docstring(ast.parse(text))
    ]
    assert silent == []


@pytest.mark.parametrize("pattern", ["requirements*.lock", "package-lock.json", "pyproject.toml"])
def test_no_registry_address_is_committed(pattern):
    for name in _tracked(pattern, f"**/{pattern}"):
        text = (ROOT / name).read_text()
        assert not re.search(r'"resolved":\s*"http|--(extra-)?index-url|find-links', text), name


def test_nothing_is_left_for_later():
    unfinished = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
    found = [
        name
        for name in _by_hand("backend/*.py", "sdk/*.py")
        if unfinished.search((ROOT / name).read_text())
    ]
    assert found == []
