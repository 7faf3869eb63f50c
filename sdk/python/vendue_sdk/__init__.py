"""The Python SDK of Vendue: timed auctions with proxy bidding over HTTP.

    with Vendue(api_key=...) as vendue:
        for lot in vendue.lots.search(category="clocks"):
            print(lot.title, lot.state.price_minor)

Answers are in ``vendue_sdk.models``, refusals in ``vendue_sdk.problems``.
"""

from vendue_sdk.calls import Upload
from vendue_sdk.client import AsyncVendue, Vendue
from vendue_sdk.credentials import FileTokenStore, MemoryTokenStore, Tokens, TokenStore
from vendue_sdk.errors import (
    ApiProblem,
    AuthenticationFailed,
    Conflict,
    ConnectionFailed,
    InvalidInput,
    NotLive,
    NotPermitted,
    PreconditionFailed,
    TimedOut,
    TryLater,
    UnexpectedAnswer,
    VendueError,
)
from vendue_sdk.pages import AsyncPages, Pages

__all__ = [
    "ApiProblem",
    "AsyncPages",
    "AsyncVendue",
    "AuthenticationFailed",
    "Conflict",
    "ConnectionFailed",
    "FileTokenStore",
    "InvalidInput",
    "MemoryTokenStore",
    "NotLive",
    "NotPermitted",
    "Pages",
    "PreconditionFailed",
    "TimedOut",
    "TokenStore",
    "Tokens",
    "TryLater",
    "UnexpectedAnswer",
    "Upload",
    "Vendue",
    "VendueError",
]
