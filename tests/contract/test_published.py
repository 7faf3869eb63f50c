"""What is published only grows; and a check that cannot fail proves nothing."""

import os
import subprocess
from copy import deepcopy

import pytest

from tests.contract.documents import FOLDER, NAMES, ROOT, load
from tests.contract.published import (
    CHANGES,
    REDOCLY,
    breaking_changes,
    opens_a_new_version,
    published,
)

CONFIG = ROOT / "openapi" / "redocly.yaml"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_published_is_broken(name, tmp_path):
    before = published(name)
    if before is None:
        pytest.skip(f"{name} was never committed")
    changes = CHANGES.read_text(encoding="utf-8")
    broken = breaking_changes(before, load(name), tmp_path)
    assert broken == [] or opens_a_new_version(before, changes)


def _an_operation_removed(document):
    del document["paths"]["/api/v1/lots/{lot_id}/state"]


def _a_field_removed(document):
    state = document["components"]["schemas"]["LotState"]
    del state["properties"]["minimum_bid_minor"]
    state["required"].remove("minimum_bid_minor")


def _a_new_field_demanded(document):
    bid = document["components"]["schemas"]["BidIn"]
    bid["properties"]["reason"] = {"type": "string", "maxLength": 100}
    bid["required"].append("reason")


def _a_bound_tightened(document):
    document["components"]["schemas"]["BidIn"]["properties"]["maximum_minor"]["maximum"] = 10


@pytest.mark.parametrize(
    "break_it",
    [_an_operation_removed, _a_field_removed, _a_new_field_demanded, _a_bound_tightened],
    ids=lambda function: function.__name__,
)
def test_a_breaking_change_is_found(break_it, tmp_path):
    before = load("openapi.json")
    after = deepcopy(before)
    break_it(after)
    assert breaking_changes(before, after, tmp_path) != []


def test_growth_breaks_nothing(tmp_path):
    before = load("openapi.json")
    after = deepcopy(before)
    state = after["components"]["schemas"]["LotState"]
    state["properties"]["mood"] = {"type": "string", "description": "New."}
    state["required"].append("mood")
    after["components"]["schemas"]["LotStatus"]["enum"].append("paused")
    after["paths"]["/api/v1/moods"] = deepcopy(after["paths"]["/api/v1/meta"])
    after["paths"]["/api/v1/moods"]["get"]["operationId"] = "get_mood"
    assert breaking_changes(before, after, tmp_path) == []


def test_only_a_new_version_may_break():
    before = load("openapi.json")
    assert not opens_a_new_version(before, "# Changes\n\n## 1.7.0\n\n## 1.0.0\n")
    assert opens_a_new_version(before, "# Changes\n\n## 2.0.0\n\n## 1.0.0\n")


@pytest.mark.parametrize("name", NAMES)
def test_a_contract_passes_the_linter(name):
    quiet = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
    done = subprocess.run(
        [REDOCLY, "lint", FOLDER / name, "--config", CONFIG, "--format", "stylish"],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, **quiet},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning" not in done.stdout, done.stdout
