"""The classes of answers, which openapi-python-client makes from the contract's schemas."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.live import messages, schemas_beside
from generator.reading import Problem, enums

Json = dict[str, Any]

_TEMPLATES = Path(__file__).parent / "templates" / "models"
_REFERENCE = "#/components/schemas/"


def write_models(
    contract: Mapping[str, Any], problems: list[Problem], live: Mapping[str, Any], folder: Path
) -> None:
    """Write ``models`` and ``types.py`` into a folder. Raises ``CalledProcessError``.

    Answers and events share their parts: a lot's state is the same class in both.
    """
    work = folder.with_name(folder.name + "-client")
    work.mkdir()
    source, config = work / "answers.json", work / "config.json"
    source.write_text(json.dumps(_told_only(contract, problems, live)))
    config.write_text(json.dumps({"post_hooks": []}))
    tool = Path(sys.executable).with_name("openapi-python-client")
    subprocess.run(  # noqa: S603 - our own tool on our own file
        [
            tool, "generate", "--path", source, "--config", config, "--meta", "none",
            "--output-path", work / "out", "--custom-template-path", _TEMPLATES,
            "--fail-on-warning",
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PATH": f"{tool.parent}{os.pathsep}{os.environ.get('PATH', '')}"},
    )  # fmt: skip
    shutil.copytree(work / "out" / "models", folder / "models")
    shutil.copy(work / "out" / "types.py", folder / "types.py")
    shutil.rmtree(work)


def _told_only(
    contract: Mapping[str, Any], problems: list[Problem], live: Mapping[str, Any]
) -> Json:
    """Answers and events, and nothing of how they are asked for: the front does the asking."""
    schemas: Json = dict(contract["components"]["schemas"])
    schemas |= schemas_beside(live, schemas)
    for problem in problems:
        del schemas[f"{problem.name}Problem"]
        if problem.data is not None:
            schemas[f"{problem.name}Data"] = {**problem.data, "description": problem.doc}
    wanted = {f"{problem.name}Data" for problem in problems if problem.data is not None}
    wanted |= {message.name for message in messages(live)}
    wanted |= set(enums(contract)) | _answered(contract) | _nested_input(contract)
    kept: Json = {}
    waiting = sorted(wanted)
    while waiting:
        name = waiting.pop()
        if name not in kept:
            kept[name] = _closed(schemas[name])
            waiting.extend(_references(schemas[name]))
    return {
        "openapi": contract["openapi"],
        "info": {"title": "answers", "version": "1"},
        "paths": {},
        "components": {"schemas": dict(sorted(kept.items()))},
    }


def _answered(contract: Mapping[str, Any]) -> set[str]:
    return {
        name
        for methods in contract["paths"].values()
        for operation in methods.values()
        for status, response in operation["responses"].items()
        if status.startswith("2")
        for name in _references(response)
    }


def _nested_input(contract: Mapping[str, Any]) -> set[str]:
    """What stands inside of bodies; a body itself is the arguments of its method."""
    schemas = contract["components"]["schemas"]
    bodies = {
        name
        for methods in contract["paths"].values()
        for operation in methods.values()
        for name in _references(operation.get("requestBody", {}))
    }
    return {inner for name in bodies for inner in _references(schemas[name])}


def _references(node: Any) -> set[str]:
    if isinstance(node, dict):
        reference = str(node.get("$ref", ""))
        own = {reference.removeprefix(_REFERENCE)} if reference.startswith(_REFERENCE) else set()
        return own.union(*map(_references, node.values()))
    if isinstance(node, list):
        return set().union(*map(_references, node))
    return set()


def _closed(schema: Json) -> Json:
    """An answer's class keeps the fields it knows; others the market has added are ignored."""
    if schema.get("type") == "object" and "properties" in schema:
        return {**schema, "additionalProperties": False}
    return schema
