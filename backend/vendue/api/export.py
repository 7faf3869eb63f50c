"""The contracts as files: the same routes make the same bytes, so a difference means something."""

import json
from collections.abc import Mapping
from pathlib import Path

from ninja import NinjaAPI

from vendue.api.admin import api as admin
from vendue.api.public import api as public

#: Each contract's file under ``openapi/v1`` and the API it describes.
CONTRACTS: Mapping[str, NinjaAPI] = {"openapi.json": public, "admin.json": admin}


def contract(api: NinjaAPI) -> str:
    """A contract as its file holds it: paths and schemas sorted, indented, a new line at the end.

    Fields stay in the order of the code, which is the order to read them in.
    """
    document = dict(api.get_openapi_schema())
    document["paths"] = dict(sorted(document["paths"].items()))
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def export(folder: Path) -> list[Path]:
    """Write every contract into a folder and name the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, api in CONTRACTS.items():
        written.append(folder / name)
        written[-1].write_text(contract(api), encoding="utf-8")
    return written
