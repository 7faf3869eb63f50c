"""What clients install bears the version of the contract it was made from."""

import json
import tomllib

from tests.contract.documents import FOLDER
from tests.live import ROOT


def test_contracts_and_packages_are_of_one_version():
    wheel = tomllib.loads((ROOT / "sdk" / "python" / "pyproject.toml").read_text())
    package = json.loads((ROOT / "sdk" / "typescript" / "package.json").read_text())
    contracts = [
        json.loads((FOLDER / name).read_text())["info"]["version"]
        for name in ("openapi.json", "admin.json", "asyncapi.json")
    ]
    assert len({wheel["project"]["version"], package["version"], *contracts}) == 1
