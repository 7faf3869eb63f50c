"""The lock file of npm: complete, so that `npm ci` takes it on every system."""

import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]


@pytest.fixture
def complete_lock():
    """The script that completes it."""
    spec = importlib.util.spec_from_file_location("complete_lock", ROOT / ".ci/complete_lock.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def test_builds_for_other_systems_are_in_the_lock(complete_lock):
    assert complete_lock.missing(PACKAGES) == {}, "run `make lock-js`"


def test_a_build_that_is_missing_is_added_for_its_own_system(complete_lock):
    packages = {
        "node_modules/tool": {
            "dev": True,
            "license": "MIT",
            "optionalDependencies": {"@tool/linux-arm64-musl": "1.2.3", "@tool/linux-x64": "1.2.3"},
        },
        "node_modules/@tool/linux-x64": {"version": "1.2.3"},
    }
    assert complete_lock.missing(packages) == {
        "node_modules/@tool/linux-arm64-musl": {
            "version": "1.2.3",
            "cpu": ["arm64"],
            "dev": True,
            "libc": ["musl"],
            "license": "MIT",
            "optional": True,
            "os": ["linux"],
        }
    }
