"""What the generator needs to know of a contract: its operations, their arguments, its refusals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.argument_types import argument_type, is_enum, resolve
from generator.naming import identifier, method_name

Json = Mapping[str, Any]

#: What every refusal has; further members are its data.
_COMMON = frozenset({"type", "title", "status", "code", "detail", "instance", "request_id"})
_METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a method: its name in Python and on the wire, its type and meaning."""

    name: str
    wire_name: str
    type: str
    description: str
    is_required: bool
    is_file: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation as a method of its resource."""

    method: str
    http_method: str
    path: str
    summary: str
    description: str
    answer: str | None
    item: str | None
    path_arguments: list[Argument] = field(default_factory=list)
    query_arguments: list[Argument] = field(default_factory=list)
    body_arguments: list[Argument] = field(default_factory=list)
    has_body: bool = False
    takes_key: bool = False
    takes_version: bool = False
    refusals: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Problem:
    """A refusal with its class name, its status, and whether it carries data."""

    name: str
    code: str
    status: int
    doc: str
    data: Json | None


def resources(contract: Json) -> dict[str, list[Operation]]:
    """The operations of each tag, in the order of the contract's paths. Both by name."""
    found: dict[str, list[Operation]] = {}
    for path, methods in contract["paths"].items():
        for http_method in _METHODS:
            if http_method in methods:
                described = methods[http_method]
                (tag,) = described["tags"]
                found.setdefault(tag, []).append(
                    _operation(contract, tag, path, http_method, described)
                )
    for tag, operations in found.items():
        names = [operation.method for operation in operations]
        if len(set(names)) != len(names):
            raise ValueError(f"Two operations of {tag} have one name: {sorted(names)}")
        operations.sort(key=lambda operation: operation.method)
    return dict(sorted(found.items()))


def problems(contract: Json) -> list[Problem]:
    """Every refusal of the contract, by name."""
    return [
        Problem(
            name=name.removesuffix("Problem"),
            code=schema["properties"]["code"]["const"],
            status=schema["properties"]["status"]["const"],
            doc=schema.get("description", ""),
            data=_data(schema),
        )
        for name, schema in sorted(contract["components"]["schemas"].items())
        if name.endswith("Problem")
    ]


def _data(schema: Json) -> Json | None:
    own = {n: p for n, p in schema["properties"].items() if n not in _COMMON}
    if not own:
        return None
    required = [name for name in schema.get("required", []) if name in own]
    return {"type": "object", "properties": own, "required": required}


def _operation(contract: Json, tag: str, path: str, http_method: str, described: Json) -> Operation:
    parameters = described.get("parameters", [])
    answer = _answer(described)
    body, is_form = _body(contract, described)
    return Operation(
        method=method_name(tag, described["operationId"]),
        http_method=http_method.upper(),
        path=path,
        summary=described["summary"],
        description=described.get("description", ""),
        answer=answer,
        item=_item(contract, answer),
        path_arguments=_parameters(contract, parameters, "path"),
        query_arguments=_parameters(contract, parameters, "query"),
        body_arguments=list(_fields(contract, body, is_form=is_form)),
        has_body="requestBody" in described,
        takes_key=any(p["name"] == "Idempotency-Key" for p in parameters),
        takes_version=any(p["name"] == "If-Match" for p in parameters),
        refusals=_refusals(described),
    )


def _parameters(contract: Json, parameters: list[Json], place: str) -> list[Argument]:
    return [
        Argument(
            name=identifier(parameter["name"]),
            wire_name=parameter["name"],
            type=argument_type(contract, parameter["schema"]),
            description=parameter.get("description", parameter["schema"].get("description", "")),
            is_required=parameter.get("required", False),
        )
        for parameter in parameters
        if parameter["in"] == place
    ]


def _body(contract: Json, described: Json) -> tuple[Json, bool]:
    content = described.get("requestBody", {}).get("content", {})
    for media_type, body in content.items():
        return resolve(contract, body["schema"]), media_type != "application/json"
    return {}, False


def _fields(contract: Json, body: Json, *, is_form: bool) -> Iterator[Argument]:
    required = set(body.get("required", []))
    for name, schema in body.get("properties", {}).items():
        is_file = is_form and schema.get("format") == "binary"
        yield Argument(
            name=identifier(name),
            wire_name=name,
            type="Upload" if is_file else argument_type(contract, schema),
            description=schema.get("description", ""),
            is_required=name in required,
            is_file=is_file,
        )


def _answer(described: Json) -> str | None:
    for status, response in described["responses"].items():
        if status.startswith("2"):
            content = response.get("content", {}).get("application/json")
            if content is None:
                return None
            reference: str = content["schema"]["$ref"]
            return reference.rpartition("/")[2]
    raise ValueError("An operation without an answer.")


def _item(contract: Json, answer: str | None) -> str | None:
    """What a page holds, where the answer is a page."""
    if answer is None:
        return None
    properties = contract["components"]["schemas"][answer].get("properties", {})
    if not {"items", "next_cursor"} <= set(properties):
        return None
    reference: str = properties["items"]["items"]["$ref"]
    return reference.rpartition("/")[2]


def _refusals(described: Json) -> list[str]:
    """What an operation refuses by rules of its own: 409, where the state says no."""
    content = described["responses"].get("409", {}).get("content", {})
    schema = content.get("application/problem+json", {}).get("schema", {})
    choices = schema.get("anyOf", [schema] if schema else [])
    return sorted(choice["$ref"].rpartition("/")[2].removesuffix("Problem") for choice in choices)


def enums(contract: Json) -> list[str]:
    """The names of all enums."""
    schemas = contract["components"]["schemas"]
    return sorted(name for name, schema in schemas.items() if is_enum(schema))
