"""The few staff operations a replay needs.

The staff contract is no part of the public SDK, so that no staff operation can reach those who
use it. A replay is the exception that a sandbox market allows: it asks by path, over the same
transport, and knows nothing else of that contract.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

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


class Staff:
    """A member of staff at work on one market."""

    def __init__(self, *, base_url: str, email: str, password: str) -> None:
        self._http = httpx.Client(base_url=base_url, timeout=60, headers=HEADERS)
        login = Login(store=MemoryTokenStore(), email=email, password=password, paths=_PATHS)
        self._send = Transport(self._http, login=login)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def create_test_bidders(self, count: int, scopes: list[str]) -> list[TestBidder]:
        """Create that many confirmed accounts. Raises ``VendueError``."""
        made = [
            account
            for number in _portions(count)
            for account in self._create(
                "/sandbox/bidders", {"count": number, "prefix": "replay", "scopes": scopes}
            )["bidders"]
        ]
        return [TestBidder(account["account_id"], account["api_key"]) for account in made]

    def create_category(self, slug: str, names: Mapping[str, str]) -> None:
        """Create a category that asks nothing of its lots. Raises ``VendueError``."""
        schema = {"type": "object", "properties": {}, "additionalProperties": False}
        self._create(
            "/categories",
            {
                "slug": slug,
                **{f"name_{language}": name for language, name in names.items()},
                "attribute_schema": schema,
                "reason": "A replay found no category to put its lots into.",
            },
        )

    def _create(self, path: str, body: Mapping[str, Any]) -> Any:
        return self._send(Call("POST", f"/api/admin/v1{path}", _as_it_is, body=body))


def _portions(count: int) -> Iterator[int]:
    while count > 0:
        yield min(count, _MOST_AT_ONCE)
        count -= _MOST_AT_ONCE


def _as_it_is(answer: Any) -> Any:
    return answer
