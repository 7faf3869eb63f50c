"""One call of one operation: what goes out, and how its answer is read. Knows no transport."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar
from urllib.parse import quote
from uuid import UUID, uuid4

from vendue_sdk._generated.types import UNSET, Unset

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

#: Methods that may be repeated whatever happened to the first attempt.
_SAFE_METHODS = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to send."""

    content: bytes
    name: str = "file"
    content_type: str = "application/octet-stream"

    @classmethod
    def of(cls, path: Path | str, content_type: str = "application/octet-stream") -> "Upload":
        """The file at a path."""
        path = Path(path)
        return cls(path.read_bytes(), path.name, content_type)


@dataclass(frozen=True, slots=True)
class Call(Generic[T]):
    """A call. ``read`` makes its value from the answer's JSON; ``body`` is sent as JSON."""

    method: str
    path: str
    read: Callable[[Any], T]
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Mapping[str, Any] | None = None
    files: Mapping[str, Upload | Unset] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    idempotency_key: str | None = None
    #: For the rare call that may be repeated although neither method nor key says so.
    is_repeatable: bool = False
    timeout_seconds: float | None = None

    @property
    def is_safe(self) -> bool:
        """Whether a second attempt can have no second effect."""
        return (
            self.method in _SAFE_METHODS or self.idempotency_key is not None or self.is_repeatable
        )

    def on_page(self, cursor: str | Unset) -> "Call[T]":
        """The same call for another page of its list."""
        return replace(self, query={**self.query, "cursor": cursor})


class Send(Protocol):
    """Carries a call out and answers with its value."""

    def __call__(self, call: Call[T]) -> T:
        """The value. Raises ``VendueError``."""


class AsyncSend(Protocol):
    """Carries a call out and answers with its value."""

    async def __call__(self, call: Call[T]) -> T:
        """The value. Raises ``VendueError``."""


def segment(value: object) -> str:
    """A value as one segment of a path."""
    return quote(str(wire(value)), safe="")


def key_or_new(given: str | None) -> str:
    """The key of a call that must have at most one effect, kept over its retries."""
    return given or str(uuid4())


def version_tag(version: int) -> str:
    """The If-Match header that names the version a change is made to."""
    return f'"{version}"'


def nothing(_: Any) -> None:
    """Read an answer without a body."""


def wire(value: Any) -> Any:
    """A value as JSON has it; what was left out of a mapping stays out."""
    if isinstance(value, Mapping):
        return {key: wire(part) for key, part in value.items() if part is not UNSET}
    if isinstance(value, list | tuple | set | frozenset):
        return [wire(part) for part in value]
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
