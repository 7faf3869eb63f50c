"""The committed contracts are the served ones, and the committed SDK is made from them."""

import filecmp
import json
import runpy
from pathlib import Path

import pytest

from tests.contract.documents import FOLDER, NAMES, ROOT, load
from vendue.api.export import CONTRACTS, contract, export

SDK = ROOT / "sdk" / "python"


@pytest.mark.parametrize("name", NAMES)
def test_a_committed_contract_is_the_served_one(name):
    served = contract(CONTRACTS[name])
    committed = (FOLDER / name).read_text(encoding="utf-8")
    assert committed == served, "Run `make contracts sdk` and commit what changed."


@pytest.mark.parametrize("name", NAMES)
def test_exporting_again_gives_the_same_bytes(name, tmp_path):
    first, second = (export(tmp_path / number) for number in ("1", "2"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert (tmp_path / "1" / name).read_bytes().endswith(b"}\n")


def test_the_contract_is_served_by_the_api(client):
    served = client.get("/api/v1/openapi.json")
    assert served.status_code == 200
    assert json.loads(served.content) == load("openapi.json")


def test_the_committed_sdk_is_made_from_the_committed_contract(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(SDK))
    made = tmp_path / "made"
    runpy.run_path(str(SDK / "generate.py"))["generate"](made)
    committed = SDK / "vendue_sdk" / "_generated"
    assert _files(made) == _files(committed), "Run `make sdk` and commit what changed."
    _, different, missing = filecmp.cmpfiles(made, committed, _files(made), shallow=False)
    assert (different, missing) == ([], []), "Run `make sdk` and commit what changed."


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.py"))
