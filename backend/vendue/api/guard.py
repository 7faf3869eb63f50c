"""What stands before every operation: its name, its parameters, its limits, its kept answers."""

import functools
import re
from collections.abc import Callable
from typing import Any

from django.core.exceptions import SuspiciousOperation, TooManyFieldsSent
from django.db import InterfaceError, OperationalError, transaction
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from ninja import NinjaAPI
from ninja.operation import Operation

from vendue.api.middleware import origin_of
from vendue.kernel.actor import Actor
from vendue.kernel.errors import (
    DomainError,
    InvalidField,
    InvalidRequest,
    TokenExpired,
    Unauthenticated,
    UnsupportedMediaType,
    invalid_field,
)
from vendue.kernel.http import fingerprint_of
from vendue.platform.errors import IdempotencyKeyRequired
from vendue.platform.services import idempotency, limits
from vendue.platform.services.limits import LimitClass

Run = Callable[..., HttpResponseBase]

_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_LONGEST_CONDITION = 400
_KEPT_HEADERS = ("Location", "ETag")
#: What may come up before the operation runs: the caller, the limits and the kept answers are in
#: the database too, and a form is read here.
_REFUSALS = (
    DomainError,
    OperationalError,
    InterfaceError,
    MultiPartParserError,
    SuspiciousOperation,
)
_BODY_TYPES = {
    "body": "application/json",
    "file": "multipart/form-data",
    "form": "application/x-www-form-urlencoded",
}


def install(api: NinjaAPI) -> None:
    """Put the guard before every operation of an API."""
    api.add_decorator(_guarded, mode="view")


def _guarded(run: Run) -> Run:
    operation: Operation = run.__self__  # type: ignore[attr-defined]  # ninja hands a bound method
    known = _names(operation, "query")
    fields = _names(operation, "form", "file")
    body_type = _body_type(operation)
    keep = _keeps(operation)
    operation_id = operation.operation_id or ""

    @functools.wraps(run)
    def guarded(request: HttpRequest, **path: Any) -> HttpResponseBase:
        request.operation_id = operation_id  # type: ignore[attr-defined]
        try:
            _authenticate(operation, request)
            actor: Actor = request.actor()  # type: ignore[attr-defined]
            quota = limits.spend_for(actor, operation_id, request.method or "")
            _check_path(path)
            _check_query(request, known)
            _check_condition(request)
            if body_type:
                _check_type(request, body_type)
            if fields:
                _check_form(request, fields)
            response = keep(run, request, path) if keep else run(request, **path)
        except _REFUSALS as refusal:
            return operation.api.on_exception(request, refusal)
        for name, value in quota.headers():
            response[name] = value
        return response

    return guarded


def _authenticate(operation: Operation, request: HttpRequest) -> None:
    """Let in whom the operation lets in. Trying credentials out counts against the address."""
    try:
        for authenticated in operation.auth_callbacks:
            authenticated(request)
    except (Unauthenticated, TokenExpired):
        address = limits.network_of(origin_of(request).ip)
        limits.spend(LimitClass.READ, f"stranger:{address}")
        raise


def _names(operation: Operation, *sources: str) -> frozenset[str]:
    return frozenset(
        name
        for model in operation.models
        if model.__ninja_param_source__ in sources
        for name in getattr(model, "__ninja_flatten_map__", model.model_fields)
    )


def _body_type(operation: Operation) -> str | None:
    sources = {model.__ninja_param_source__ for model in operation.models}
    return next((_BODY_TYPES[s] for s in ("file", "form", "body") if s in sources), None)


def _check_path(path: dict[str, Any]) -> None:
    """One spelling for an id: without braces, with its hyphens, in letters of any case."""
    for name, value in path.items():
        if name.endswith("_id") and not _ID.fullmatch(value):
            raise invalid_field(name, "uuid_parsing", "Write the id as answers write it.")


def _check_type(request: HttpRequest, body_type: str) -> None:
    charset = (request.content_params or {}).get("charset", "utf-8")
    if request.content_type != body_type or charset.lower() != "utf-8":
        raise UnsupportedMediaType(f"Send {body_type} in UTF-8.")


def _check_form(request: HttpRequest, fields: frozenset[str]) -> None:
    # The body first: once Django has parsed it from the stream, its bytes cannot be had for the
    # fingerprint of a repetition.
    sent = {*request.POST, *request.FILES} if request.body else set()
    unknown = sorted(sent - fields)
    if unknown:
        raise invalid_field(f"/{unknown[0][:80]}", "extra_forbidden", "Leave it out.")


def _check_condition(request: HttpRequest) -> None:
    if len(request.META.get("HTTP_IF_NONE_MATCH", "")) > _LONGEST_CONDITION:
        raise invalid_field("If-None-Match", "string_too_long", "Name fewer ETags.")


def _check_query(request: HttpRequest, known: frozenset[str]) -> None:
    if not request.META.get("QUERY_STRING"):
        return
    try:
        unknown = sorted(set(request.GET) - known)
    except TooManyFieldsSent as error:
        raise invalid_field("query", "too_many_parameters", "Send fewer.") from error
    if unknown:
        raise InvalidRequest(
            errors=[
                InvalidField(pointer=name[:80], code="unknown_parameter", detail="Leave it out.")
                for name in unknown[:20]
            ]
        )


def idempotency_rule(operation: Operation) -> str | None:
    """``required``, ``optional``, ``never``, or ``None`` where a repetition does no harm."""
    if "POST" not in operation.methods:
        return None
    rule = (operation.openapi_extra or {}).get("x-idempotency", "optional")
    assert isinstance(rule, str)
    return rule


def _keeps(operation: Operation) -> Callable[[Run, HttpRequest, dict[str, Any]], Any] | None:
    rule = idempotency_rule(operation)
    if rule is None or rule == "never":
        return None
    own = getattr(operation.view_func, "keeps_its_answer", False)

    def keep(run: Run, request: HttpRequest, path: dict[str, Any]) -> HttpResponseBase:
        key = request.META.get("HTTP_IDEMPOTENCY_KEY")
        if key is None:
            if rule == "required":
                raise IdempotencyKeyRequired
            return run(request, **path)
        if not _KEY.fullmatch(key):
            raise invalid_field(
                "Idempotency-Key", "invalid_key", "Use 1 to 255 visible ASCII characters."
            )
        return run(request, **path) if own else _once(run, request, path, key)

    return keep


def _once(run: Run, request: HttpRequest, path: dict[str, Any], key: str) -> HttpResponseBase:
    """Run an operation at most once for a key; its answer is kept beside its effect."""
    principal = request.actor().principal  # type: ignore[attr-defined]
    operation: str = request.operation_id  # type: ignore[attr-defined]
    fingerprint = fingerprint_of(request)
    with transaction.atomic():
        kept = idempotency.begin(principal, key, operation, fingerprint)
        if kept is not None:
            return _replayed(kept)
        response = run(request, **path)
        assert isinstance(response, HttpResponse)
        if response.status_code not in idempotency.TRANSIENT_STATUSES | {500}:
            answer = idempotency.StoredAnswer(
                status=response.status_code,
                content_type=response.get("Content-Type", ""),
                headers={n: response[n] for n in _KEPT_HEADERS if response.has_header(n)},
                body=response.content,
            )
            idempotency.finish(principal, key, operation, fingerprint, answer)
        else:
            # What leaves no answer for a repetition may leave no effect either.
            transaction.set_rollback(True)
    return response


def _replayed(kept: idempotency.StoredAnswer) -> HttpResponse:
    response = HttpResponse(kept.body, status=kept.status, content_type=kept.content_type or None)
    for name, value in kept.headers.items():
        response[name] = value
    return response
