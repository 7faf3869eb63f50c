"""The one place where a refusal becomes an answer."""

from typing import Any

import orjson
import psycopg
import structlog
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError
from django.db import OperationalError as DatabaseAway
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from vendue.kernel.errors import (
    BodyTooLarge,
    DomainError,
    InternalError,
    InvalidField,
    InvalidRequest,
    Unauthenticated,
    Unavailable,
    UnreadableBody,
)
from vendue.kernel.problems import MEDIA_TYPE, problem_details

log = structlog.get_logger(__name__)

#: What an answer tells a client to wait where the refusal itself does not know better.
_RETRY_AFTER_SECONDS = {429: 1, 503: 1}
#: An answer names so many wrong fields at most, and so much of a field's name.
_MOST = 50
_POINTER = 200


def install(api: NinjaAPI) -> None:
    """Answer every refusal of an API in one form."""

    @api.exception_handler(DomainError)
    def refused(request: HttpRequest, error: DomainError) -> HttpResponse:
        return answer(request, error)

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return answer(request, InvalidRequest(errors=[_field(e) for e in error.errors[:_MOST]]))

    @api.exception_handler(AuthenticationError)
    def anonymous(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
        return answer(request, Unauthenticated())

    @api.exception_handler(HttpError)
    def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
        too_big = isinstance(error.__cause__, RequestDataTooBig)
        return answer(request, BodyTooLarge() if too_big else UnreadableBody())

    @api.exception_handler(DatabaseAway)
    @api.exception_handler(InterfaceError)
    @api.exception_handler(psycopg.OperationalError)
    def away(request: HttpRequest, error: Exception) -> HttpResponse:
        log.warning("database_away", path=request.path, error=type(error).__name__)
        return answer(request, Unavailable())

    @api.exception_handler(MultiPartParserError)
    @api.exception_handler(SuspiciousOperation)
    @api.exception_handler(UnreadablePostError)
    def malformed(request: HttpRequest, error: Exception) -> HttpResponse:
        too_big = isinstance(error, RequestDataTooBig)
        return answer(request, BodyTooLarge() if too_big else UnreadableBody())

    @api.exception_handler(Exception)
    def unplanned(request: HttpRequest, error: Exception) -> HttpResponse:
        log.error("unplanned", path=request.path, exc_info=error)
        return answer(request, InternalError())


def answer(request: HttpRequest, error: DomainError) -> HttpResponse:
    """The answer that a refusal gets."""
    details = problem_details(
        error,
        instance=request.path,
        request_id=getattr(request, "request_id", ""),
    )
    response = HttpResponse(
        orjson.dumps(details, default=_plain), status=error.status, content_type=MEDIA_TYPE
    )
    wait = getattr(error, "retry_after_seconds", None) or _RETRY_AFTER_SECONDS.get(error.status)
    if wait is not None:
        response["Retry-After"] = str(wait)
    quota = getattr(error, "quota", None)
    for name, value in quota.headers() if quota is not None else ():
        response[name] = value
    if error.status == 401:
        response["WWW-Authenticate"] = 'Bearer realm="vendue"'
    return response


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json")


def _field(error: dict[str, Any]) -> InvalidField:
    source, *path = [str(part) for part in error["loc"]]
    if source in {"body", "form", "file"}:
        # The first step names the function's parameter, which no client knows.
        pointer = "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in path[1:])
    else:
        pointer = path[-1] if path else source
    pointer = pointer[:_POINTER]
    return InvalidField(pointer=pointer, code=str(error["type"]), detail=str(error["msg"]))
