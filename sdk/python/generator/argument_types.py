"""How schemas become types of arguments. The types of answers are the models' own."""

from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]

_SCALARS = {"integer": "int", "number": "float", "boolean": "bool", "null": "None"}
_TEXTS = {"uuid": "UUID", "date-time": "datetime"}


def resolve(contract: Json, schema: Json) -> Json:
    """The schema itself, where it is only referred to."""
    reference = schema.get("$ref")
    if reference is None:
        return schema
    found: Json = contract["components"]["schemas"][reference.rpartition("/")[2]]
    return found


def is_enum(schema: Json) -> bool:
    """Whether a schema names its values."""
    return "enum" in schema


def argument_type(contract: Json, schema: Json) -> str:
    """The type of an argument. An enum's value may be given as plain text as well."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        target = resolve(contract, schema)
        if is_enum(target):
            return f"{name} | {_literal(target)}"
        return f"models.{name}"
    if "anyOf" in schema:
        choices = [argument_type(contract, choice) for choice in schema["anyOf"]]
        return " | ".join(dict.fromkeys(choices))
    if is_enum(schema) or "const" in schema:
        return _literal(schema)
    return _plain(contract, schema)


def _plain(contract: Json, schema: Json) -> str:
    kind = schema.get("type")
    if kind == "string":
        return _TEXTS.get(schema.get("format", ""), "str")
    if kind == "array":
        return f"Sequence[{argument_type(contract, schema['items'])}]"
    if kind == "object":
        extra = schema.get("additionalProperties")
        value = argument_type(contract, extra) if isinstance(extra, Mapping) and extra else "Any"
        return f"Mapping[str, {value}]"
    return _SCALARS.get(str(kind), "Any")


def _literal(schema: Json) -> str:
    values = schema.get("enum", [schema.get("const")])
    return f"Literal[{', '.join(repr(value) for value in values)}]"
