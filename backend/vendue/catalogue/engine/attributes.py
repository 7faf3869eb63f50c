"""Attribute schemas: a safe subset of JSON Schema 2020-12, its values, and the facets it gives.

A category describes what its lots are asked for. The subset has closed lists, bounded texts,
bounded integers and switches: nothing that a value could make slow to check, and no float.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from vendue.kernel.errors import InvalidField

Schema = Mapping[str, Any]
Values = Mapping[str, Any]

MAXIMUM_ATTRIBUTES = 30
NAME_PATTERN = "^[a-z][a-z0-9_]{0,39}$"

_NAMES = {
    "type": "object",
    "properties": {
        language: {"type": "string", "minLength": 1, "maxLength": 80}
        for language in ("lv", "en", "ru")
    },
    "required": ["lv", "en", "ru"],
    "additionalProperties": False,
}
_ANY = {"title": _NAMES}


def _kind(required: list[str], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**_ANY, **properties},
        "required": ["type", "title", *required],
        "additionalProperties": False,
    }


_CHOICE = _kind(
    ["enum"],
    type={"const": "string"},
    enum={
        "type": "array",
        "items": {"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]{0,59}$"},
        "minItems": 1,
        "maxItems": 200,
        "uniqueItems": True,
    },
    **{
        "x-facet": {"type": "boolean"},
        "x-names": {
            "type": "object",
            "additionalProperties": _NAMES,
            "maxProperties": 200,
        },
    },
)
_TEXT = _kind(
    ["maxLength"],
    type={"const": "string"},
    minLength={"type": "integer", "minimum": 0, "maximum": 200},
    maxLength={"type": "integer", "minimum": 1, "maximum": 200},
)
_NUMBER = _kind(
    ["minimum", "maximum"],
    type={"const": "integer"},
    minimum={"type": "integer", "minimum": -(10**9), "maximum": 10**9},
    maximum={"type": "integer", "minimum": -(10**9), "maximum": 10**9},
    **{"x-unit": {"type": "string", "pattern": "^[a-z0-9/%]{1,12}$"}},
)
_SWITCH = _kind([], type={"const": "boolean"}, **{"x-facet": {"type": "boolean"}})

#: What a category's schema must look like.
META_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "type": {"const": "object"},
        "properties": {
            "type": "object",
            "propertyNames": {"pattern": NAME_PATTERN},
            "maxProperties": MAXIMUM_ATTRIBUTES,
            "additionalProperties": {"oneOf": [_CHOICE, _TEXT, _NUMBER, _SWITCH]},
        },
        "required": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
        "additionalProperties": {"const": False},
    },
    "required": ["type", "properties", "additionalProperties"],
    "additionalProperties": False,
}

#: The schema of a category that asks for nothing.
NOTHING: dict[str, Any] = {"type": "object", "properties": {}, "additionalProperties": False}


def _is_integer(_: Any, value: Any) -> bool:
    # JSON Schema calls 1.0 an integer; a float has no place among the attributes.
    return isinstance(value, int) and not isinstance(value, bool)


_Validator = extend(  # type: ignore[no-untyped-call]  # its stubs leave it out
    Draft202012Validator,
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer),
)
_META = _Validator(META_SCHEMA)


def schema_faults(schema: Schema, *, at: str) -> list[InvalidField]:
    """What is wrong with a category's schema; ``at`` is the pointer to it."""
    faults = _faults(_META.iter_errors(schema), at)
    if faults:
        return faults
    unknown = set(schema.get("required", ())) - set(schema["properties"])
    return [
        InvalidField(
            pointer=f"{at}/required",
            code="unknown_attribute",
            detail=f"`{name}` is required but not described.",
        )
        for name in sorted(unknown)
    ] + [
        InvalidField(
            pointer=f"{at}/properties/{name}/maximum",
            code="empty_range",
            detail="The maximum is below the minimum.",
        )
        for name, rule in schema["properties"].items()
        if rule["type"] == "integer" and rule["maximum"] < rule["minimum"]
    ]


def value_faults(schema: Schema, values: Values, *, at: str) -> list[InvalidField]:
    """What is wrong with a lot's attributes. A missing one is no fault: it is a draft's right."""
    lenient = {name: rule for name, rule in schema.items() if name != "required"}
    return _faults(_Validator(lenient).iter_errors(values), at)


def missing(schema: Schema, values: Values, *, at: str) -> list[InvalidField]:
    """The attributes that the category requires and the lot does not name."""
    return [
        InvalidField(
            pointer=f"{at}/{name}", code="missing", detail="The category requires this attribute."
        )
        for name in schema.get("required", ())
        if name not in values
    ]


def facet_names(schema: Schema) -> list[str]:
    """The attributes that search counts, in the schema's order."""
    return [name for name, rule in schema.get("properties", {}).items() if rule.get("x-facet")]


def facet_values(schema: Schema, name: str) -> list[str]:
    """Every value the facet may have, in the schema's order."""
    rule = schema["properties"][name]
    return ["true", "false"] if rule["type"] == "boolean" else list(rule["enum"])


def facets_of(schema: Schema, values: Values) -> list[tuple[str, str]]:
    """The facets that a lot with these attributes is counted under, as names and values."""
    return [(name, _text(values[name])) for name in facet_names(schema) if name in values]


def words_of(schema: Schema, values: Values) -> list[str]:
    """The attributes' texts for full-text search, in every language that the schema names them in.

    A switch that is on is found by its title: a lot is found as "signed" if it is.
    """
    return [
        word
        for name, value in values.items()
        for word in _words(schema.get("properties", {}).get(name, {}), value)
    ]


def _words(rule: Mapping[str, Any], value: object) -> list[str]:
    if isinstance(value, str):
        return [value, *rule.get("x-names", {}).get(value, {}).values()]
    return list(rule.get("title", {}).values()) if value is True else []


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _faults(errors: Iterable[ValidationError], at: str) -> list[InvalidField]:
    return [
        InvalidField(
            pointer="/".join([at, *map(str, error.absolute_path)]),
            code=str(error.validator or "invalid"),
            detail=_sentence(error),
        )
        for error in errors
    ]


def _sentence(error: ValidationError) -> str:
    # The library's own message repeats the value, however long it is.
    return f"This does not satisfy `{error.validator}`: {error.validator_value!r}"[:300]
