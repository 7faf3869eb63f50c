"""The habits of the contracts as rules: each takes a contract and names what breaks it."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from tests.contract.documents import (
    Json,
    inputs,
    operations,
    outputs,
    parameters,
    properties,
    scalars,
    schemas_of,
)

Complaints = Iterator[str]
Rule = Callable[[Json], Complaints]

_SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_SEGMENT = re.compile(r"[a-z]+(-[a-z]+)*")
_WORD = re.compile(r"[a-z0-9]+([_:-][a-z0-9]+)*")
_BASE = re.compile(r"/api(/admin)?/v1")
#: What there is one of.
_SINGULAR_ROOTS = {"me", "meta", "audit", "realtime", "sandbox"}
#: Times that are no moment of the thing itself: a clock, and the limits of a search.
_TIMES = {"server_time", "ends_before", "after", "before", "hard_end", "at"}
#: The currency stands in the published terms, which are no fixed shape: their hash is.
_CURRENCY_IN_TERMS = {"list_lot_history"}
_LISTS_WITHOUT_PAGES = {
    "CategoryTree",
    "FeatureFlagList",
    "LotCosts",
    "PriceTrial",
    "SettingList",
}
#: Names that say all there is to say, in every schema that has them.
_OBVIOUS = re.compile(
    r".*_(id|at|by|minor|count|seconds|hash|url|name|email|bytes|price|total|version|gone|salt)"
    r"|(name|title)_(lv|en|ru)|is_(active|trader|valid)|(led|leads)_(before|after)"
    r"|(name|title|email|status|code|items|version|currency|kind|language|time_zone|country|city"
    r"|description|note|reason|role|roles|scopes|state|terms|server_time|enabled|condition|category"
    r"|seller|position|number|sequence|epoch|width|height|count|total|value|values|method|area"
    r"|alt_text|prefix|organisations|shipping|photographs|photograph|attributes|standing|bid|receipt"
    r"|purchase|commitments|currencies|languages|limits|legal|flags|result|stage|detail|instance"
    r"|type|slug|at|basis_points|ends_before|seller_kind|actor_kind|expires_in_days|vat_no"
    r"|registration_no|reaction|attempts|error|lots|rules|overrides|increments|bands|before|after"
    r"|lv|en|ru|ip|default|path"
    r"|privacy|bidders|bidder|edition|facets|lot|facts|steps|decision|events|action|subject|actor)"
)


def paths_are_plural_nouns(document: Json) -> Complaints:
    """Collections are plural; what stands before an id is a collection."""
    for path, _, _ in operations(document):
        if not _BASE.match(path):
            yield f"{path} stands outside of the API's base"
            continue
        segments = _BASE.sub("", path).strip("/").split("/")
        words = [segment for segment in segments if not segment.startswith("{")]
        yield from (f"{path}: {word}" for word in words if not _SEGMENT.fullmatch(word))
        if segments[0] not in _SINGULAR_ROOTS and not segments[0].endswith("s"):
            yield f"{path} does not begin with a plural noun"
        for word, following in pairwise(segments):
            is_collection = word.endswith("s") or word == "failed"
            if following.startswith("{") and not word.startswith("{") and not is_collection:
                yield f"{path}: {word} holds many things and is not plural"


def names_are_snake_case(document: Json) -> Complaints:
    """Fields and parameters."""
    for component, name, _ in properties(document["components"]["schemas"]):
        if not _SNAKE.fullmatch(name):
            yield f"{component}.{name}"
    for operation, parameter in parameters(document):
        if not _SNAKE.fullmatch(parameter["name"]):
            yield f"{operation}({parameter['name']})"


def names_tell_the_type(document: Json) -> Complaints:
    """Ids, times, amounts and switches are known by their names."""
    fields = [(f"{c}.{n}", n, s) for c, n, s in properties(document["components"]["schemas"])]
    fields += [(f"{o}({p['name']})", p["name"], p["schema"]) for o, p in parameters(document)]
    for place, name, schema in fields:
        for scalar in scalars(schema):
            shape = scalar.get("format")
            if shape == "uuid" and not name.endswith(("_id", "_ids", "_by")):
                yield f"{place} is an id"
            if shape == "date-time" and not name.endswith("_at") and name not in _TIMES:
                yield f"{place} is a time"
            if name.endswith("_minor") and scalar.get("type") not in {"integer", "array"}:
                yield f"{place} is an amount and no integer"
            if scalar.get("type") == "number":
                yield f"{place} is a float"
            if scalar.get("type") == "boolean" and re.match(r"(not|no|disable|un)_", name):
                yield f"{place} is a switch that says no"


def amounts_have_a_currency(document: Json) -> Complaints:
    """An answer with amounts says of which currency."""
    for _, _, operation in operations(document):
        for status, response in operation["responses"].items():
            if not status.startswith("2") or operation["operationId"] in _CURRENCY_IN_TERMS:
                continue
            names = {name for _, name, _ in properties(schemas_of(document, response))}
            amounts = {name for name in names if name.endswith("_minor")} - {"amount_minor"}
            if amounts and "currency" not in names:
                yield f"{operation['operationId']}: {', '.join(sorted(amounts))}"


def enums_are_named(document: Json) -> Complaints:
    """An enum is a component, so that every client has a name for it; its members are words."""
    components = document["components"]["schemas"]
    for name, schema in components.items():
        yield from (f"{name}: {v}" for v in schema.get("enum", []) if not _WORD.fullmatch(v))
    for component, name, field in properties(components):
        if any("enum" in scalar for scalar in scalars(field)):
            yield f"{component}.{name}"
    for operation, parameter in parameters(document):
        if any("enum" in scalar for scalar in scalars(parameter["schema"])):
            yield f"{operation}({parameter['name']})"


def operations_are_named(document: Json) -> Complaints:
    """An explicit verb_noun, one tag, a sentence; and each says who may call it."""
    for path, method, operation in operations(document):
        name = operation["operationId"]
        if not _SNAKE.fullmatch(name) or name.startswith("vendue"):
            yield f"{name} is no verb_noun"
        if len(operation.get("tags", [])) != 1:
            yield f"{name} has not one tag"
        if not operation.get("summary"):
            yield f"{method} {path} says nothing of itself"
        if "security" not in operation:
            yield f"{name} does not say who may call it"


def everything_is_described(document: Json) -> Complaints:
    """Fields and parameters are described, unless the name says it all."""
    for component, schema in document["components"]["schemas"].items():
        if not schema.get("description"):
            yield component
    for component, name, field in properties(document["components"]["schemas"]):
        refers = any("$ref" in scalar for scalar in scalars(field))
        if not field.get("description") and not refers and not _OBVIOUS.fullmatch(name):
            yield f"{component}.{name}"
    for operation, parameter in parameters(document):
        described = parameter.get("description") or parameter["schema"].get("description")
        if not described and not _OBVIOUS.fullmatch(parameter["name"]):
            yield f"{operation}({parameter['name']})"


def input_is_bounded(document: Json) -> Complaints:
    """Every number, text and list that a client sends has its bounds."""
    fields = [(f"{c}.{n}", s) for c, n, s in properties(inputs(document))]
    fields += [(f"{o}({p['name']})", p["schema"]) for o, p in parameters(document)]
    for place, schema in fields:
        for scalar in scalars(schema):
            if not _is_bounded(scalar):
                yield place


def _is_bounded(scalar: Json) -> bool:
    if scalar.get("type") == "integer":
        return {"minimum", "exclusiveMinimum"} & set(scalar) != set() and "maximum" in scalar
    if scalar.get("type") == "string":
        named = scalar.get("format") in {"uuid", "date-time", "date", "binary"}
        # A pattern without an open repetition is as long as it says.
        closed = "pattern" in scalar and not re.search(r"[*+](?![^\[]*\])", scalar["pattern"])
        return named or closed or "maxLength" in scalar or "const" in scalar
    return scalar.get("type") != "array" or "maxItems" in scalar


def output_is_whole(document: Json) -> Complaints:
    """Every field of an answer is always there, has no default, and others may be added."""
    given = inputs(document)
    for component, schema in outputs(document).items():
        if component in given or "properties" not in schema:
            continue
        missing = set(schema["properties"]) - set(schema.get("required", []))
        yield from (f"{component}.{name} may be missing" for name in sorted(missing))
        if schema.get("additionalProperties") is False:
            yield f"{component} promises never to grow"
        for name, field in schema["properties"].items():
            if "default" in field:
                yield f"{component}.{name} has a default"


def refusals_are_problems(document: Json) -> Complaints:
    """Problem details with a schema of its own for each code; answers are named."""
    for _, _, operation in operations(document):
        name = operation["operationId"]
        for status, response in operation["responses"].items():
            content = response.get("content", {})
            if int(status) >= 400:
                if set(content) != {"application/problem+json"}:
                    yield f"{name} {status} is no problem"
                found = schemas_of(document, content)
                codes = [s["properties"]["code"] for s in found.values() if _is_problem(s)]
                if not codes or not all("const" in code for code in codes):
                    yield f"{name} {status} has no code"
            elif any("$ref" not in body["schema"] for body in content.values()):
                yield f"{name} {status} answers with something nameless"


def _is_problem(schema: Json) -> bool:
    return {"code", "request_id"} <= set(schema.get("properties", {}))


def headers_are_declared(document: Json) -> Complaints:
    """Request ids everywhere, ETags on reads, and when to come back."""
    for _, method, operation in operations(document):
        for status, response in operation["responses"].items():
            headers = response.get("headers", {})
            wanted = {"X-Request-Id"}
            wanted |= {"ETag"} if method == "get" and status == "200" else set()
            wanted |= {"Retry-After"} if status in {"429", "503"} else set()
            missing = wanted - set(headers)
            if missing:
                yield f"{operation['operationId']} {status} lacks {', '.join(sorted(missing))}"


def lists_are_pages(document: Json) -> Complaints:
    """A list is items with a cursor, and takes both its parameters."""
    for _, method, operation in operations(document):
        if method != "get":
            continue
        reference = str(operation["responses"]["200"].get("content", {}).get("application/json"))
        component = re.search(r"schemas/(\w+)", reference)
        if component is None or component[1] in _LISTS_WITHOUT_PAGES:
            continue
        fields = document["components"]["schemas"][component[1]].get("properties", {})
        taken = {parameter["name"] for parameter in operation["parameters"]}
        is_list = "items" in fields
        if is_list and ("next_cursor" not in fields or not {"cursor", "limit"} <= taken):
            yield operation["operationId"]


def writes_are_conditional(document: Json) -> Complaints:
    """A change names the version it changes, and is refused without or when stale."""
    for _, method, operation in operations(document):
        headers = {p["name"] for p in operation["parameters"] if p["in"] == "header"}
        if method == "patch" and (
            "If-Match" not in headers or not {"412", "428"} <= set(operation["responses"])
        ):
            yield operation["operationId"]


RULES: tuple[Rule, ...] = (
    paths_are_plural_nouns,
    names_are_snake_case,
    names_tell_the_type,
    amounts_have_a_currency,
    enums_are_named,
    operations_are_named,
    everything_is_described,
    input_is_bounded,
    output_is_whole,
    refusals_are_problems,
    headers_are_declared,
    lists_are_pages,
    writes_are_conditional,
)
