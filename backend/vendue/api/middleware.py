"""What happens to every request once: its id, its caller, its limits, its conditions."""

import re
import time
from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from prometheus_client import Histogram

from vendue.api import problems
from vendue.identity.services import authentication
from vendue.kernel.actor import Actor, ActorKind, Origin
from vendue.kernel.errors import (
    BodyTooLarge,
    InternalError,
    MethodNotAllowed,
    NotFound,
    Unauthenticated,
    UnreadableBody,
)
from vendue.kernel.ids import new_id
from vendue.kernel.problems import MEDIA_TYPE

MAXIMUM_BODY = 1024 * 1024
MAXIMUM_UPLOAD = 21 * 1024 * 1024
_DIGITS = 15  # of a length: more than that is too much, whatever it says

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_DEVICE = re.compile(r"[A-Za-z0-9._-]{8,64}")
_ADDRESS_KEY = "HTTP_" + settings.VENDUE.vendue_address_header.upper().replace("-", "_")
_SECONDS = Histogram(
    "vendue_request_seconds",
    "Time to answer, by operation and status class.",
    ["operation", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
#: Their length would be that of a body which is not sent (RFC 9110, 8.6).
_WITHOUT_BODY = {204, 304}
_READS = {"GET", "HEAD"}
_FALLBACKS = {400: UnreadableBody, 404: NotFound, 405: MethodNotAllowed, 413: BodyTooLarge}

log = structlog.get_logger(__name__)


class RequestMiddleware:
    """The only middleware: each layer costs time on the bid path."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        started = request.arrived = time.perf_counter()  # type: ignore[attr-defined]
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        request_id = given if _REQUEST_ID.fullmatch(given) else str(new_id())
        request.request_id = request_id  # type: ignore[attr-defined]
        request.actor = Caller(request)  # type: ignore[attr-defined]
        if request.encoding is not None:
            # Django reads the address, too, in the charset that a body claims: some raise.
            request.encoding = "utf-8"
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)

        response = self._answer(request)
        response["X-Request-Id"] = request_id
        if isinstance(response, HttpResponse) and response.status_code not in _WITHOUT_BODY:
            response["Content-Length"] = str(len(response.content))
        for name, value in _HEADERS.items():
            response.setdefault(name, value)
        if request.method in _READS and "HTTP_AUTHORIZATION" in request.META:
            # What one caller may read is nobody else's, whatever a shared cache makes of it.
            response.setdefault("Cache-Control", "private, no-cache")
        self._account_for(request, response, time.perf_counter() - started)
        return response

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length == "0" and "HTTP_TRANSFER_ENCODING" in request.META:
            # WSGI would show it as empty.
            return problems.answer(request, UnreadableBody("Say the body's length, unchunked."))
        limit = MAXIMUM_UPLOAD if request.path.endswith("/photographs") else MAXIMUM_BODY
        if not (length.isascii() and length.isdigit()):
            return problems.answer(request, UnreadableBody())
        if len(length) > _DIGITS or int(length) > limit:
            return problems.answer(request, BodyTooLarge())
        response = self.get_response(request)
        if response.status_code >= 400:
            return _as_problem(request, response)
        if request.method in _READS and isinstance(response, HttpResponse):
            return _conditional(request, response)
        return response

    def _account_for(
        self, request: HttpRequest, response: HttpResponseBase, seconds: float
    ) -> None:
        operation = getattr(request, "operation_id", "other")
        _SECONDS.labels(operation, f"{response.status_code // 100}xx").observe(seconds)
        # Nothing on the bid path logs: its history is the record.
        if operation != "place_bid":
            log.info(
                "answered",
                operation=operation,
                method=request.method,
                path=request.path,
                status=response.status_code,
                milliseconds=round(seconds * 1000, 1),
            )


class Caller:
    """Finds out who is calling, once, when somebody asks."""

    __slots__ = ("_actor", "_request")

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self._actor: Actor | None = None

    def __call__(self) -> Actor:
        """The actor. Raises ``Unauthenticated`` or ``TokenExpired`` for a bad credential."""
        if self._actor is None:
            self._actor = self._find()
        return self._actor

    def _find(self) -> Actor:
        origin = origin_of(self._request)
        header = self._request.META.get("HTTP_AUTHORIZATION", "")
        if not header:
            return Actor(kind=ActorKind.GUEST, origin=origin)
        scheme, _, token = header.partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Unauthenticated
        return replace(authentication.authenticate(token.strip()), origin=origin)


def origin_of(request: HttpRequest) -> Origin:
    """Where a request came from, as far as the proxy in front is trusted to say."""
    meta = request.META
    device = meta.get("HTTP_X_DEVICE_ID", "")
    return Origin(
        ip=(meta.get(_ADDRESS_KEY) or meta.get("REMOTE_ADDR", ""))[:45],
        device=device if _DEVICE.fullmatch(device) else "",
        request_id=request.request_id,  # type: ignore[attr-defined]
        arrived=request.arrived,  # type: ignore[attr-defined]
    )


def _as_problem(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Django's own refusals of unknown paths, methods and hosts, in our form."""
    if response.get("Content-Type", "").startswith(MEDIA_TYPE):
        return response
    if not request.path.startswith("/api/") and response.status_code in {404, 503}:
        return response  # a page about problems, a picture that is gone, a market that is not ready
    error = _FALLBACKS.get(response.status_code, InternalError)
    answer = problems.answer(request, error())
    if response.has_header("Allow"):
        answer["Allow"] = response["Allow"]
    return answer


def _conditional(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Tag what was read, and spare the body where the reader has it already."""
    if response.status_code != 200 or response.streaming:
        return response
    if not response.has_header("ETag"):
        digest = blake2b(response.content, digest_size=12).hexdigest()
        version = getattr(request, "version_read", None)
        response["ETag"] = f'"{digest}"' if version is None else f'"{version}-{digest}"'
    wanted = request.META.get("HTTP_IF_NONE_MATCH", "")
    if wanted and response["ETag"] in (tag.strip().removeprefix("W/") for tag in wanted.split(",")):
        fresh = HttpResponse(status=304)
        fresh["ETag"] = response["ETag"]
        return fresh
    return response
