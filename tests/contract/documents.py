"""The committed contracts, and ways through them that several tests share."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

Json = dict[str, Any]

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "openapi" / "v1"
NAMES = ("openapi.json", "admin.json")

_REFERENCE = "#/components/schemas/"


def load(name: str) -> Json:
    """A committed contract."""
    document: Json = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return document


def operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    """Path, method and description of every operation."""
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def schemas_of(document: Json, node: Any) -> dict[str, Json]:
    """Every component that a node refers to, directly or through others."""
    components = document["components"]["schemas"]
    found: dict[str, Json] = {}
    waiting = list(references(node))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = components[name]
            waiting.extend(references(components[name]))
    return found


def references(node: Any) -> Iterator[str]:
    """The names of the components that a node itself refers to."""
    if isinstance(node, Mapping):
        reference = str(node.get("$ref", ""))
        if reference.startswith(_REFERENCE):
            yield reference.removeprefix(_REFERENCE)
        for part in node.values():
            yield from references(part)
    elif isinstance(node, list):
        for part in node:
            yield from references(part)


def inputs(document: Json) -> dict[str, Json]:
    """The components that clients send."""
    bodies = [o["requestBody"] for _, _, o in operations(document) if "requestBody" in o]
    return schemas_of(document, bodies)


def outputs(document: Json) -> dict[str, Json]:
    """The components that clients receive, refusals among them."""
    return schemas_of(document, [o["responses"] for _, _, o in operations(document)])


def properties(schemas: Mapping[str, Json]) -> Iterator[tuple[str, str, Json]]:
    """Component, name and schema of every field."""
    for component, schema in schemas.items():
        for name, field in schema.get("properties", {}).items():
            yield component, name, field


def parameters(document: Json) -> Iterator[tuple[str, Json]]:
    """Operation and description of every parameter but headers."""
    for _, _, operation in operations(document):
        for parameter in operation["parameters"]:
            if parameter["in"] != "header":
                yield operation["operationId"], parameter


def scalars(schema: Json) -> Iterator[Json]:
    """A field's own schema, or those it may be one of, without null."""
    for choice in schema.get("anyOf", [schema]):
        if choice.get("type") == "array":
            yield choice
            yield from scalars(choice["items"])
        elif choice.get("type") != "null":
            yield choice
