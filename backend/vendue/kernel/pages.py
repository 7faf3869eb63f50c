"""Keyset pages for every list: opaque cursors, bounded sizes, no offsets."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any, Generic, TypeVar

import orjson
from ninja import Schema
from pydantic import ConfigDict, Field

from vendue.kernel.errors import invalid_field
from vendue.kernel.fields import QueryNumber

MAXIMUM_CURSOR = 512

Cursor = Annotated[
    str,
    Field(
        max_length=MAXIMUM_CURSOR,
        pattern=r"^[A-Za-z0-9_-]+$",
        description="`next_cursor` of the page before; leave it out for the first page.",
    ),
]

Row = TypeVar("Row")


class PageQuery(Schema):
    """Which page of a list. Filters of a list extend it."""

    model_config = ConfigDict(extra="forbid")

    cursor: Cursor | None = None
    limit: QueryNumber = Field(24, ge=1, le=100, description="How many items at most.")


class PageOut(Schema):
    """What every page says beside its ``items``."""

    next_cursor: str | None = Field(description="Send it as `cursor` for more; null at the end.")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of rows; ``next_cursor`` is ``None`` on the last."""

    items: Sequence[Row]
    next_cursor: str | None


def encode_cursor(*position: str | int | float | None) -> str:
    """The opaque form of a position in a list."""
    return urlsafe_b64encode(orjson.dumps(position)).rstrip(b"=").decode()


def decode_cursor(cursor: str, *kinds: Callable[[Any], Any]) -> list[Any]:
    """The position a cursor stands for, each part read by its kind (``int``, ``UUID``, …).

    Refuses one that no list of this shape gave out.
    """
    try:
        position = orjson.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        parts = zip(kinds, _listed(position), strict=True)
        return [_read(kind, part) for kind, part in parts]
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        raise invalid_field(
            "cursor", "invalid_cursor", "Use the next_cursor of a page of this list, unchanged."
        ) from error


def _listed(position: Any) -> list[Any]:
    if not isinstance(position, list):
        raise TypeError("no position")
    return position


def _read(kind: Callable[[Any], Any], part: Any) -> Any:
    """One part of a position. What we would not have written ourselves raises ``ValueError``."""
    if kind is int and not (type(part) is int and 0 <= part < 2**31):
        raise ValueError("not a number of a row")
    value = kind(part)
    if isinstance(value, datetime) and value.utcoffset() != timedelta(0):
        raise ValueError("not a time in UTC")
    return value


def page_of(
    rows: Sequence[Row], limit: int, position: Callable[[Row], tuple[str | int | float | None, ...]]
) -> Page[Row]:
    """Cut ``limit + 1`` fetched rows to a page, with a cursor where there are more."""
    more = len(rows) > limit
    kept = rows[:limit]
    return Page(kept, encode_cursor(*position(kept[-1])) if more else None)
