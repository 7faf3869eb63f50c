"""What becomes of an attempt: its value, another attempt, or an error. Does no input or output.

One ``Exchange`` accompanies one call; the synchronous and the asynchronous transport both ask
it, so that they cannot differ in what they retry.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Generic, TypeVar

import httpx

from vendue_sdk._generated.problems import BY_CODE, BY_STATUS
from vendue_sdk._generated.types import UNSET
from vendue_sdk.calls import Call, Upload, wire
from vendue_sdk.errors import (
    ApiProblem,
    AuthenticationFailed,
    ConnectionFailed,
    TimedOut,
    UnexpectedAnswer,
    VendueError,
)

T = TypeVar("T")

_RETRIED_STATUSES = frozenset({408, 429, 500, 502, 503, 504})
#: The first attempt with this key is still at work; its answer will be ours.
_STILL_RUNNING = "request_in_progress"
#: Nothing was sent, so even a call with effects may be tried again.
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


@dataclass(frozen=True, slots=True)
class Policy:
    """How often, and how patiently, a call is tried again. Times in seconds."""

    max_retries: int = 2
    first_pause_seconds: float = 0.25
    longest_pause_seconds: float = 8.0
    #: Asked to wait longer than this, the call fails instead.
    longest_wait_seconds: float = 60.0
    chance: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The call succeeded."""

    value: T


@dataclass(frozen=True, slots=True)
class Again:
    """Wait, then try again; first with a fresh token, where the old one was refused."""

    after_seconds: float = 0.0
    renew_token: bool = False


@dataclass(slots=True)
class Exchange(Generic[T]):
    """One call and its attempts so far."""

    call: Call[T]
    policy: Policy
    can_renew: bool
    attempts: int = 0
    _renewed: bool = field(default=False, init=False)

    def request(
        self, client: httpx.Client | httpx.AsyncClient, token: str | None, device_id: str | None
    ) -> httpx.Request:
        """The request of the next attempt."""
        call = self.call
        headers = dict(call.headers)
        if device_id is not None:
            headers["X-Device-Id"] = device_id
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        if call.idempotency_key is not None:
            headers["Idempotency-Key"] = call.idempotency_key
        uploads = {n: u for n, u in call.files.items() if isinstance(u, Upload)}
        body = None if call.body is None else wire(call.body)
        return client.build_request(
            call.method,
            call.path,
            params=_query(wire(call.query)),
            headers=headers,
            json=None if uploads else body,
            data=_form(body) if uploads else None,
            files={n: (u.name, u.content, u.content_type) for n, u in uploads.items()} or None,
            timeout=httpx.USE_CLIENT_DEFAULT
            if call.timeout_seconds is None
            else call.timeout_seconds,
        )

    def judge(self, outcome: httpx.Response | httpx.TransportError) -> Done[T] | Again:
        """What to make of an attempt. Raises ``VendueError`` where there is nothing to try."""
        self.attempts += 1
        if isinstance(outcome, httpx.TransportError):
            may_repeat = self.call.is_safe or isinstance(outcome, _NEVER_SENT)
            return self._again(self._unanswered(outcome), may_repeat=may_repeat)
        if outcome.is_success:
            return Done(self._value(outcome))
        failure = _failure(outcome)
        if isinstance(failure, AuthenticationFailed) and self.can_renew and not self._renewed:
            self._renewed = True
            return Again(renew_token=True)
        passes = outcome.status_code in _RETRIED_STATUSES or (
            isinstance(failure, ApiProblem) and failure.code == _STILL_RUNNING
        )
        return self._again(failure, may_repeat=passes and self.call.is_safe)

    def _again(self, failure: VendueError, *, may_repeat: bool) -> Again:
        if not may_repeat or self.attempts > self.policy.max_retries:
            raise failure
        asked = failure.retry_after_seconds if isinstance(failure, ApiProblem) else None
        if asked is not None and asked > self.policy.longest_wait_seconds:
            raise failure
        pause = self.policy.first_pause_seconds * 2 ** (self.attempts - 1)
        # Jitter: clients that failed together must not come back together.
        pause = min(pause, self.policy.longest_pause_seconds) * (0.5 + self.policy.chance() / 2)
        return Again(after_seconds=pause if asked is None else asked + pause)

    def _unanswered(self, error: httpx.TransportError) -> ConnectionFailed:
        kind = TimedOut if isinstance(error, httpx.TimeoutException) else ConnectionFailed
        what = str(error) or type(error).__name__
        failure = kind(
            f"{self.call.method} {self.call.path} got no answer: {what}",
            idempotency_key=self.call.idempotency_key,
        )
        failure.__cause__ = error
        return failure

    def _value(self, response: httpx.Response) -> T:
        if response.status_code == HTTPStatus.NO_CONTENT:
            return self.call.read(None)
        if not _is_json(response):
            raise _unexpected(response, "is not JSON")
        try:
            return self.call.read(response.json())
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise _unexpected(response, "is not as the contract says") from error


def _failure(response: httpx.Response) -> ApiProblem | UnexpectedAnswer:
    members: Any = None
    if _is_json(response):
        try:
            members = response.json()
        except ValueError:
            return _unexpected(response, "is not JSON")
    if not isinstance(members, dict) or "code" not in members or "status" not in members:
        return _unexpected(response, "is not a problem")
    cause = BY_CODE.get(members["code"]) or BY_STATUS.get(response.status_code, ApiProblem)
    return cause(members, retry_after_seconds=_seconds(response.headers.get("Retry-After")))


def _unexpected(response: httpx.Response, what: str) -> UnexpectedAnswer:
    request = response.request
    return UnexpectedAnswer(
        f"The answer {response.status_code} to {request.method} {request.url} {what}.",
        status=response.status_code,
        request_id=response.headers.get("X-Request-Id"),
    )


def _is_json(response: httpx.Response) -> bool:
    media_type = str(response.headers.get("Content-Type", "")).partition(";")[0].strip()
    return media_type == "application/json" or media_type.endswith("+json")


def _seconds(header: str | None) -> float | None:
    return float(header) if header is not None and header.isdecimal() else None


def _query(values: dict[str, Any]) -> httpx.QueryParams:
    pairs = [
        (name, _text(part))
        for name, value in values.items()
        if value is not None
        for part in (value if isinstance(value, list) else [value])
    ]
    return httpx.QueryParams(tuple(pairs))


def _form(values: dict[str, Any] | None) -> dict[str, Any]:
    return {n: _text(v) for n, v in (values or {}).items() if v is not None and v is not UNSET}


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
