"""What can go wrong, by cause. Catch ``VendueError`` for anything at all.

The market's own refusals have a class for each code in ``vendue_sdk.problems``; all of them are
an ``ApiProblem``, most of them by way of what a caller can do about them.
"""

from collections.abc import Mapping
from typing import Any

#: Members that every refusal has (RFC 9457, and ours); what else it carries is its data.
COMMON_MEMBERS = frozenset({"type", "title", "status", "code", "detail", "instance", "request_id"})


class VendueError(Exception):
    """Base of every error this SDK raises."""


class ConnectionFailed(VendueError):
    """No answer came, after the retries. Whether the request had an effect is unknown.

    Sent again with the same ``idempotency_key`` it has at most one effect.
    """

    def __init__(self, message: str, *, idempotency_key: str | None = None) -> None:
        super().__init__(message)
        self.idempotency_key = idempotency_key


class TimedOut(ConnectionFailed):
    """No answer came in time."""


class UnexpectedAnswer(VendueError):
    """Something answered, but not as the contract says: a proxy perhaps, or another server."""

    def __init__(self, message: str, *, status: int, request_id: str | None) -> None:
        super().__init__(message)
        self.status = status
        self.request_id = request_id


class NotLive(VendueError):
    """This market has no realtime process: ask it again from time to time."""


class HistoryUnreadable(VendueError):
    """A file that should hold a lot's history holds something else."""


class ApiProblem(VendueError):
    """The market refused. Branch on the class or on ``code``; report ``request_id``."""

    def __init__(self, members: Mapping[str, Any], *, retry_after_seconds: float | None) -> None:
        self.members = members
        self.code = str(members["code"])
        self.status = int(members["status"])
        self.title = str(members.get("title", self.code))
        self.detail = str(members.get("detail", ""))
        self.instance = str(members.get("instance", ""))
        self.request_id = str(members.get("request_id", ""))
        #: How long the market asks to wait, where it does.
        self.retry_after_seconds = retry_after_seconds
        wrong = "".join(f" {e['pointer']}: {e['detail']}" for e in members.get("errors", ()))
        super().__init__(
            f"{self.title}. {self.detail}{wrong} [{self.code}, request {self.request_id}]"
        )

    @property
    def data(self) -> Any:
        """What the refusal carries for the caller to act on; typed where its class is known."""
        return {name: v for name, v in self.members.items() if name not in COMMON_MEMBERS}


class AuthenticationFailed(ApiProblem):
    """401: no credential, or one that is not valid."""


class NotPermitted(ApiProblem):
    """403: the caller is known and may not do this."""


class Conflict(ApiProblem):
    """409: the state of things says no. Sending the same again will not help."""


class InvalidInput(ApiProblem):
    """400, 413, 415 or 422: the request itself is wrong."""


class PreconditionFailed(ApiProblem):
    """412 or 428: the thing changed since it was read. Read it again."""


class TryLater(ApiProblem):
    """429 or 503, after the retries: nothing is wrong with the request."""
