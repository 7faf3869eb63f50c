"""The OpenAPI document as clients need it: every refusal declared, every name fit for an SDK.

Ninja documents neither its own refusals nor their media type, writes optional parameters as
nullable, and has no scopes. This is the place that completes its operations.
"""

from collections.abc import Iterator
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from vendue.api.components import tidy
from vendue.api.guard import idempotency_rule
from vendue.kernel import errors as refusals
from vendue.kernel.errors import DomainError
from vendue.kernel.http import Scopes, problem_schema
from vendue.kernel.problems import MEDIA_TYPE
from vendue.platform.errors import (
    IdempotencyKeyRequired,
    IdempotencyKeyReused,
    RequestInProgress,
)

Json = dict[str, Any]

_ALWAYS = (refusals.InvalidRequest, refusals.RateLimited, refusals.Unavailable)
_WITH_BODY = (refusals.UnreadableBody, refusals.BodyTooLarge, refusals.UnsupportedMediaType)
_WITH_KEY = (RequestInProgress, IdempotencyKeyReused)
_HEADER = {"in": "header", "required": False}
_KEY_PARAMETER = {
    **_HEADER,
    "name": "Idempotency-Key",
    "description": "Same key and body, same answer; at most one effect. Kept for 24 hours.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
}
_MATCH_PARAMETER = {
    **_HEADER,
    "name": "If-Match",
    "required": True,
    "description": "The ETag of what you read; the change is refused when it is stale.",
    "schema": {"type": "string", "maxLength": 80, "pattern": '^"[0-9]{1,9}(-[0-9a-f]*)?"$'},
}
_READ_PARAMETER = {
    **_HEADER,
    "name": "If-None-Match",
    "description": "The ETag of what you hold; the answer is 304 while it is still true.",
    "schema": {"type": "string", "maxLength": 400},
}
_HEADERS = {
    "RequestId": {
        "description": "Name it when you report a problem; what you send is kept.",
        "schema": {"type": "string"},
    },
    "ETag": {
        "description": "Stands for this version; send it in If-None-Match or If-Match.",
        "schema": {"type": "string"},
    },
    "RetryAfter": {"description": "Seconds to wait.", "schema": {"type": "integer"}},
}


class VendueAPI(NinjaAPI):
    """An API whose contract is complete."""

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        """The contract: what is served, exported, diffed and generated from."""
        document = super().get_openapi_schema(**kwargs)
        operations = {
            operation.operation_id: operation
            for router in self._get_bound_routers()
            for view in router.path_operations.values()
            for operation in view.operations
        }
        schemas = document["components"]["schemas"]
        for path, methods in document["paths"].items():
            for method, described in methods.items():
                operation = operations[described["operationId"]]
                _complete(described, operation, path, method, schemas)
        document["components"]["securitySchemes"] = {
            "bearer": {
                "type": "http",
                "scheme": "bearer",
                "description": "An access token, or an API key (`vk_…`).",
            }
        }
        document["components"]["headers"] = _HEADERS
        document["servers"] = [{"url": "/", "description": "The market that serves this contract."}]
        tidy(document)
        return document


def _complete(described: Json, operation: Operation, path: str, method: str, schemas: Json) -> None:
    described.pop("x-idempotency", None)
    takes_version = described.pop("x-if-match", None) is not None
    _describe(described, operation)
    described["security"] = _security(operation)
    described["parameters"] = [_not_nullable(p) for p in described["parameters"]]
    responses = {str(status): response for status, response in described["responses"].items()}
    rule = idempotency_rule(operation)
    if rule in {"required", "optional"}:
        described["parameters"].append({**_KEY_PARAMETER, "required": rule == "required"})
    if method == "patch" or takes_version:
        described["parameters"].append({**_MATCH_PARAMETER, "required": not takes_version})
    if method == "get":
        described["parameters"].append(_READ_PARAMETER)
        responses["304"] = {"description": "What you hold is still true."}
    for error in _generic(described, operation, path, method):
        _declare(responses, error, schemas)
    described["responses"] = {
        status: _with_headers(int(status), method, _as_problem(int(status), response))
        for status, response in sorted(responses.items())
    }


def _generic(
    described: Json, operation: Operation, path: str, method: str
) -> Iterator[type[DomainError]]:
    """The refusals that follow from what an operation is, whatever it does."""
    yield from (*_ALWAYS, refusals.Unauthenticated, refusals.TokenExpired)
    if "requestBody" in described:
        yield from _WITH_BODY
    if any(isinstance(a, Scopes) and a.scopes for a in operation.auth_callbacks):
        yield refusals.NotAllowed
    if "{" in path:
        yield refusals.NotFound
    rule = idempotency_rule(operation)
    if rule in {"required", "optional"}:
        yield from _WITH_KEY
    if rule == "required":
        yield IdempotencyKeyRequired
    if method == "patch":
        yield from (refusals.Stale, refusals.PreconditionRequired)


def _with_headers(status: int, method: str, response: Json) -> Json:
    headers = {"X-Request-Id": {"$ref": "#/components/headers/RequestId"}}
    if method == "get" and status < 400:
        headers["ETag"] = {"$ref": "#/components/headers/ETag"}
    if status in {429, 503}:
        headers["Retry-After"] = {"$ref": "#/components/headers/RetryAfter"}
    return {**response, "headers": headers}


def _describe(described: Json, operation: Operation) -> None:
    summary, _, description = (operation.description or "").partition("\n\n")
    described["summary"] = " ".join(summary.split()).rstrip(".")
    described["description"] = "\n\n".join(
        " ".join(paragraph.split()) for paragraph in description.split("\n\n")
    ).strip()
    if not described["description"]:
        del described["description"]


def _security(operation: Operation) -> list[Json]:
    for auth in operation.auth_callbacks:
        assert isinstance(auth, Scopes)
        needed = {"bearer": list(auth.scopes)}
        return [{}, needed] if auth.guests else [needed]
    return []


def _not_nullable(parameter: Json) -> Json:
    """A parameter that is left out is not null: drop the null that Python's default put there."""
    schema = dict(parameter["schema"])
    choices = [c for c in schema.pop("anyOf", []) if c.get("type") != "null"]
    if len(choices) == 1:
        schema = {**choices[0], **schema}
    elif choices:
        schema["anyOf"] = choices
    if schema.get("default", 0) is None:
        del schema["default"]
    # Ninja repeats the schema's examples beside it, where OpenAPI wants them in another form.
    return {name: v for name, v in parameter.items() if name != "examples"} | {"schema": schema}


def _declare(responses: Json, error: type[DomainError], schemas: Json) -> None:
    """Add a refusal to an operation, beside those of the same status that it declares itself."""
    model = problem_schema(error)
    schema = model.model_json_schema(
        mode="serialization", ref_template="#/components/schemas/{model}"
    )
    schemas.update(schema.pop("$defs", {}))
    schemas[model.__name__] = schema
    reference = {"$ref": f"#/components/schemas/{model.__name__}"}
    known = responses.setdefault(str(error.status), {"description": error.title, "content": {}})
    content = known["content"].setdefault("application/json", {"schema": reference})
    choices = content["schema"].get("anyOf", [content["schema"]])
    if reference not in choices:
        content["schema"] = {"anyOf": [*choices, reference]}


def _as_problem(status: int, response: Json) -> Json:
    if status < 400:
        return response
    schema = response["content"]["application/json"]["schema"]
    schema.pop("title", None)
    return {**response, "content": {MEDIA_TYPE: {"schema": schema}}}
