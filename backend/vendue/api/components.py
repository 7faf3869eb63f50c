"""The schemas of a contract, as clients and generators need them: named, in use, open to growth."""

from typing import Any

Json = dict[str, Any]

_REFERENCE = "#/components/schemas/"


def tidy(document: Json) -> None:
    """Leave in a document the schemas that are in use, under the names that clients read."""
    schemas = document["components"]["schemas"]
    for parameter in _parameters(document["paths"]):
        _name_enums(parameter["schema"], schemas)
    used = reachable(schemas, document["paths"])
    for name in set(schemas) - used:
        # Queries, mostly: their fields stand as parameters.
        del schemas[name]
    given = reachable(schemas, _bodies(document["paths"]))
    for name, schema in schemas.items():
        _plain(schema)
        if name not in given:
            _open(schema)
    for parameter in _parameters(document["paths"]):
        _plain(parameter["schema"])
    _rename(document, schemas)
    document["components"]["schemas"] = dict(sorted(schemas.items()))


def reachable(schemas: Json, start: Any) -> set[str]:
    """The names of all schemas that ``start`` refers to, directly or through others."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for name in _references(waiting.pop()) - found:
            found.add(name)
            waiting.append(schemas[name])
    return found


def _references(node: Any) -> set[str]:
    if isinstance(node, dict):
        reference = str(node.get("$ref", ""))
        own = {reference.removeprefix(_REFERENCE)} if reference.startswith(_REFERENCE) else set()
        return own.union(*map(_references, node.values()))
    if isinstance(node, list):
        return set().union(*map(_references, node))
    return set()


def _bodies(paths: Json) -> list[Any]:
    return [
        operation["requestBody"]
        for methods in paths.values()
        for operation in methods.values()
        if "requestBody" in operation
    ]


def _parameters(paths: Json) -> list[Json]:
    return [
        parameter
        for methods in paths.values()
        for operation in methods.values()
        for parameter in operation["parameters"]
    ]


def _name_enums(schema: Json, schemas: Json) -> None:
    """Refer to the enums that ninja has copied into a parameter: they have a name."""
    for part in schema.get("allOf", ()):
        _name_enums(part, schemas)
    if "items" in schema:
        _name_enums(schema["items"], schemas)
    if "enum" in schema and "title" in schema:
        name = schema["title"]
        known = schemas.setdefault(name, dict(schema))
        assert known["enum"] == schema["enum"], f"two enums are called {name}"
        schema.clear()
        schema["$ref"] = _REFERENCE + name


def _plain(schema: Any) -> None:
    """Remove what pydantic adds: titles, which a generator takes for names; an ``allOf`` of one."""
    if isinstance(schema, list):
        for part in schema:
            _plain(part)
    if not isinstance(schema, dict):
        return
    if isinstance(schema.get("title"), str):
        del schema["title"]
    if len(schema.get("allOf", ())) == 1:
        schema.update({**schema.pop("allOf")[0], **schema})
    for key, part in schema.items():
        # Under `properties` the keys are fields, one of which may be called "title".
        _plain(list(part.values()) if key == "properties" else part)


def _open(schema: Json) -> None:
    """An answer may grow fields, so its schema must not promise that there are no others."""
    if schema.get("additionalProperties") is False:
        del schema["additionalProperties"]


def _rename(document: Json, schemas: Json) -> None:
    """``LotOut`` is the class; ``Lot`` is the word that clients read."""
    names = {name: name.removesuffix("Out") for name in schemas if name.endswith("Out")}
    clashes = set(names.values()) & set(schemas)
    assert not clashes, f"two schemas would be called {clashes}"
    for old, new in names.items():
        schemas[new] = schemas.pop(old)
    _refer(document, {_REFERENCE + old: _REFERENCE + new for old, new in names.items()})


def _refer(node: Any, names: dict[str, str]) -> None:
    if isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str):
            node["$ref"] = names.get(reference, reference)
        for child in node.values():
            _refer(child, names)
    elif isinstance(node, list):
        for child in node:
            _refer(child, names)
