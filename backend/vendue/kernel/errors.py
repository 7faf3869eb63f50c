"""Refusals: a rule said no.

Raise one from an engine or a service; ``api.problems`` turns it into RFC 9457
``application/problem+json``. A failure that nobody planned for stays a plain exception and
becomes a 500, so that an expected refusal never wakes anybody.
"""

from typing import Any, ClassVar

from pydantic import BaseModel, Field


class DomainError(Exception):
    """Base of every refusal. The class is the cause; ``data`` is what a client may act on."""

    code: ClassVar[str]  # stable on the wire: renaming it is a breaking change of the API
    title: ClassVar[str]
    status: ClassVar[int] = 409
    #: What happened and what to do: the text of the page at ``/problems/{code}``.
    advice: ClassVar[str]
    #: The schema of ``data``; ``None`` for a refusal that carries none.
    Data: ClassVar[type[BaseModel] | None] = None

    def __init__(self, detail: str | None = None, **data: Any) -> None:
        self.detail = detail or self.advice
        self.data = data
        super().__init__(self.detail)


class UnreadableBody(DomainError):
    """The body is not JSON, or not JSON that can be trusted."""

    code = "unreadable_body"
    title = "The body could not be read"
    status = 400
    advice = "Send one JSON value in UTF-8, without duplicate keys and at most 64 levels deep."


class Unauthenticated(DomainError):
    """No credential came with the request, or one that is not valid."""

    code = "unauthenticated"
    title = "Sign in first"
    status = 401
    advice = "Send a valid access token or API key in the Authorization header."


class TokenExpired(DomainError):
    """The access token was valid once."""

    code = "token_expired"
    title = "The access token has expired"
    status = 401
    advice = "Refresh the session, or sign in again."


class NotAllowed(DomainError):
    """The caller is known and may not do this."""

    code = "not_allowed"
    title = "You may not do this"
    status = 403
    advice = "Use an account or a key that holds the scope this operation lists."


class NotFound(DomainError):
    """No such thing *for the caller*: another tenant's thing answers the same."""

    code = "not_found"
    title = "There is no such thing"
    status = 404
    advice = "Check the address and the id. Things that are not yours answer like this too."


class MethodNotAllowed(DomainError):
    """The path exists, the method does not."""

    code = "method_not_allowed"
    title = "This path does not know the method"
    status = 405
    advice = "See the contract for the methods of this path; the Allow header names them."


class Stale(DomainError):
    """The thing changed since the caller read it."""

    code = "stale"
    title = "It changed since you read it"
    status = 412
    advice = "Read it again, apply your change to what it says now, and send its new ETag."


class BodyTooLarge(DomainError):
    """The body is over the limit; it was not parsed."""

    code = "body_too_large"
    title = "The body is too large"
    status = 413
    advice = "Send less at once. The limit of each operation is listed under `limits` in the meta."


class UnsupportedMediaType(DomainError):
    """The body has a type that the operation does not take."""

    code = "unsupported_media_type"
    title = "The body has the wrong type"
    status = 415
    advice = "Send the content type that the contract names for this operation."


class InvalidField(BaseModel):
    """One field that did not match the contract."""

    pointer: str = Field(description="JSON pointer to the value, or the parameter's name.")
    code: str = Field(description="Stable cause, such as `missing` or `greater_than`.")
    detail: str = Field(description="What is wrong, in a sentence.")


class InvalidRequest(DomainError):
    """One or more fields do not match the contract."""

    class Data(BaseModel):
        """What each wrong field needs."""

        errors: list[InvalidField] = Field(description="One entry for each wrong field.")

    code = "invalid_request"
    title = "Some fields are not valid"
    status = 422
    advice = "Correct the fields named in `errors` and send the request again."


class PreconditionRequired(DomainError):
    """A change came without saying which version it changes."""

    code = "precondition_required"
    title = "Say which version you are changing"
    status = 428
    advice = "Send the ETag of what you read in the If-Match header."


class RateLimited(DomainError):
    """Too many requests of one class."""

    code = "rate_limited"
    title = "Too many requests"
    status = 429
    advice = "Wait for the seconds named in Retry-After, then go on more slowly."


class Unavailable(DomainError):
    """Something this operation needs does not answer at the moment; nothing was done."""

    code = "unavailable"
    title = "Not available at the moment"
    status = 503
    advice = "Nothing was changed. Try again after the seconds named in Retry-After."


class InternalError(DomainError):
    """A fault of ours."""

    code = "internal_error"
    title = "Something went wrong on our side"
    status = 500
    advice = "Report the request id. Send the request again with the same Idempotency-Key."


def invalid_field(pointer: str, code: str, detail: str) -> InvalidRequest:
    """The refusal of a single field, for a rule that the schema cannot state."""
    return InvalidRequest(errors=[InvalidField(pointer=pointer, code=code, detail=detail)])


def registered() -> dict[str, type[DomainError]]:
    """Every refusal there is, by its code."""
    found: dict[str, type[DomainError]] = {}
    waiting = DomainError.__subclasses__()
    while waiting:
        error = waiting.pop()
        found[error.code] = error
        waiting.extend(error.__subclasses__())
    return dict(sorted(found.items()))
