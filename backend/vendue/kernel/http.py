"""What every ``routes.py`` shares: the typed request, its scopes, its refusals."""

from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from django.http import HttpRequest, HttpResponse
from ninja import Schema
from ninja.security.base import AuthBase
from pydantic import ConfigDict, Field, create_model

from vendue.kernel.actor import Actor, ActorKind
from vendue.kernel.errors import (
    DomainError,
    PreconditionRequired,
    Stale,
    Unauthenticated,
)

if TYPE_CHECKING:

    class ApiRequest(HttpRequest):
        """A request that passed authentication."""

        auth: Actor
else:
    ApiRequest = HttpRequest


class Body(Schema):
    """Base of every request body: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid")


class ProblemOut(Schema):
    """A refusal (RFC 9457). Branch on ``code``, show ``detail``, report ``request_id``."""

    type: str = Field(description="Address of a page that says what happened and what to do.")
    title: str
    status: int
    code: str = Field(description="Stable cause.")
    detail: str = Field(description="What happened, for a person.")
    instance: str = Field(description="The path that was asked.")
    request_id: str = Field(description="Name it when you report the problem.")


def problem_schema(error: type[DomainError]) -> type[ProblemOut]:
    """The schema of a refusal: its code and status as constants, and its own data."""
    if error not in _SCHEMAS:
        bases: Any = (ProblemOut,) if error.Data is None else (ProblemOut, error.Data)
        constants: Any = {
            "status": (Literal[error.status], ...),
            "code": (Literal[error.code], ...),
        }
        _SCHEMAS[error] = create_model(
            f"{error.__name__}Problem",
            __base__=bases,
            __doc__=f"{error.__doc__}\n\n{error.advice}",
            **constants,
        )
    return _SCHEMAS[error]


_SCHEMAS: dict[type[DomainError], type[ProblemOut]] = {}


def problems(*errors: type[DomainError]) -> dict[int, Any]:
    """Declare the refusals of an operation, so that clients get them typed."""
    by_status: dict[int, Any] = {}
    for error in errors:
        schema = problem_schema(error)
        known = by_status.get(error.status)
        by_status[error.status] = schema if known is None else known | schema
    return by_status


class Scopes(AuthBase):
    """Who may call an operation. ``api`` has put the caller on the request."""

    openapi_type = "http"
    openapi_scheme = "bearer"

    def __init__(self, *scopes: str, guests: bool = False, staff: bool = False) -> None:
        super().__init__()
        self.scopes = scopes
        self.guests = guests
        self.staff = staff

    def __call__(self, request: HttpRequest) -> Actor:
        actor: Actor = request.actor()  # type: ignore[attr-defined]  # set by api.middleware
        if actor.kind is ActorKind.GUEST:
            if self.guests:
                return actor
            raise Unauthenticated
        if self.staff != (actor.kind is ActorKind.STAFF):
            # A token of the other audience is no credential here, however valid it is there.
            raise Unauthenticated
        for scope in self.scopes:
            actor.require(scope)
        return actor


Route = TypeVar("Route", bound=Callable[..., Any])

#: Anybody may call this; a credential that is sent must still be valid.
anybody = Scopes(guests=True)
#: The same in the staff API, where only a staff credential is one.
any_staff = Scopes(guests=True, staff=True)


def signed_in(*scopes: str) -> Scopes:
    """A person, or a program for one, holding every scope named."""
    return Scopes(*scopes)


def staff(*scopes: str) -> Scopes:
    """A member of staff with every permission named."""
    return Scopes(*scopes, staff=True)


#: For ``openapi_extra``: this operation is refused without an Idempotency-Key.
KEY_REQUIRED = {"x-idempotency": "required"}
#: For ``openapi_extra``: its answer holds secrets, so it is never kept for a repetition.
KEY_NEVER = {"x-idempotency": "never"}

#: For ``openapi_extra``: this operation takes an If-Match, and goes on without one.
VERSION_NAMED = {"x-if-match": "optional"}


def keeps_its_answer(route: Route) -> Route:
    """Mark a route whose service keeps its own answers, in the transaction of the effect."""
    route.keeps_its_answer = True  # type: ignore[attr-defined]  # read by api.guard
    return route


def fingerprint_of(request: HttpRequest) -> bytes:
    """What makes two requests with one Idempotency-Key the same: method, path and body."""
    return sha256(f"{request.method} {request.path}\n".encode() + request.body).digest()


def expected_version(request: HttpRequest) -> int:
    """The version that If-Match names. Raises ``PreconditionRequired`` or ``Stale``."""
    version = named_version(request) if request.headers.get("If-Match", "").strip() else None
    if version is None:
        raise PreconditionRequired
    return version


def named_version(request: HttpRequest) -> int | None:
    """The same where naming a version is the caller's choice. Raises ``Stale``."""
    tag = request.headers.get("If-Match")
    if tag is None:
        return None
    version, _, _ = tag.strip().removeprefix("W/").strip('"').partition("-")
    if not (version.isascii() and version.isdigit() and len(version) < 10):
        raise Stale
    return int(version)


def created(response: HttpResponse, location: str) -> None:
    """Name where the thing just created can be read."""
    response["Location"] = location
