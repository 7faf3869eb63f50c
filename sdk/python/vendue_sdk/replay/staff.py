"""The few staff operations a replay needs.

The staff contract is no part of the public SDK, so that no staff operation can reach those who
use it. A replay is the exception that a sandbox market allows: it asks by path, over the same
transport, and knows nothing else of that contract.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx

from vendue_sdk.calls import Call
from vendue_sdk.credentials import Login, MemoryTokenStore, SessionPaths
from vendue_sdk.transport import HEADERS, Transport

_PATHS = SessionPaths(sign_in="/api/admin/v1/sessions", refresh="/api/admin/v1/sessions/refresh")
_MOST_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class TestBidder:
    """A confirmed account of the sandbox, with its key."""

    account_id: str
    api_key: str


def create_test_bidders(
    *, base_url: str, email: str, password: str, count: int, scopes: list[str]
) -> list[TestBidder]:
    """Create that many confirmed accounts. Raises ``VendueError``."""
    with httpx.Client(base_url=base_url, timeout=60, headers=HEADERS) as http:
        login = Login(store=MemoryTokenStore(), email=email, password=password, paths=_PATHS)
        send = Transport(http, login=login)
        return [
            TestBidder(made["account_id"], made["api_key"])
            for number in _portions(count)
            for made in send(_creation(number, scopes))["bidders"]
        ]


def _creation(count: int, scopes: list[str]) -> Call[Any]:
    body = {"count": count, "prefix": "replay", "scopes": scopes}
    return Call("POST", "/api/admin/v1/sandbox/bidders", _as_it_is, body=body)


def _portions(count: int) -> Iterator[int]:
    while count > 0:
        yield min(count, _MOST_AT_ONCE)
        count -= _MOST_AT_ONCE


def _as_it_is(answer: Any) -> Any:
    return answer
