"""An example of any message, made from its schema: contracts cannot show what is not valid."""

from typing import Any

Json = dict[str, Any]

_ID = "0198c5a0-7d3e-7c11-9b6f-3f2a51c0d7e4"
_TIME = "2026-11-22T18:30:00.250000Z"
_PLAIN: Json = {"integer": 1, "number": 1, "string": "text", "boolean": True, "null": None}
_FORMATS = {"uuid": _ID, "date-time": _TIME}


def example_of(schema: Json, schemas: Json) -> Any:
    """A value of a schema: the example it gives itself, else one made of its parts."""
    for said in ("examples", "enum"):
        if said in schema:
            return schema[said][0]
    if "const" in schema:
        return schema["const"]
    for meant in schema.get("anyOf", ()):
        return example_of(meant, schemas)
    if "$ref" in schema:
        return example_of(schemas[schema["$ref"].rsplit("/", 1)[1]], schemas)
    return _made(schema, schemas)


def _made(schema: Json, schemas: Json) -> Any:
    if schema["type"] == "array":
        return [example_of(schema["items"], schemas)]
    if schema["type"] == "object":
        fields = schema.get("properties", {})
        return {name: example_of(field, schemas) for name, field in fields.items()}
    return _FORMATS.get(schema.get("format", ""), _PLAIN[schema["type"]])
