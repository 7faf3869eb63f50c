"""The bounded types that every schema is built from."""

import re
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
)

from vendue.kernel.money import CURRENCIES, MAXIMUM_MINOR

# No control characters, no direction overrides, no invisible characters: they make two different
# texts look alike. Written with escapes that Rust's, Python's and JavaScript's engines all read.
_HIDDEN = r"\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF"
LINE_PATTERN = rf"^[^\u0000-\u001F\u007F-\u009F{_HIDDEN}]*$"
PROSE_PATTERN = rf"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F{_HIDDEN}]*$"
_DIGITS = re.compile(r"-?[0-9]{1,19}")


def line(maximum: int, *, minimum: int = 1) -> Any:
    """A single line of text of so many characters, without control or invisible characters."""
    return StringConstraints(min_length=minimum, max_length=maximum, pattern=LINE_PATTERN)


def prose(maximum: int, *, minimum: int = 0) -> Any:
    """Text of several lines, bounded, without control or invisible characters."""
    return StringConstraints(min_length=minimum, max_length=maximum, pattern=PROSE_PATTERN)


# Offsets to 15:59 are what PostgreSQL reads; no place on earth is further from UTC than 14 hours.
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?"
    r"([Zz]|[+-](0[0-9]|1[0-5]):[0-5][0-9])"
)


def _only_text(value: object) -> object:
    # Lax parsing takes numbers for times, also as text: "1e9" would silently be a day in 2001.
    if isinstance(value, datetime) or (isinstance(value, str) and _TIME.fullmatch(value)):
        return value
    raise ValueError("Write a time as RFC 3339 text with an offset.")


def _within_reach(value: datetime) -> datetime:
    # Near the years 1 and 9999 another time zone's reader finds no such year.
    if not 1970 <= value.year <= 9998:
        raise ValueError("Name a time between the years 1970 and 9998.")
    return value.astimezone(UTC)


def _only_digits(value: object) -> object:
    # Lax parsing reads "1_000", " 1 " and "1.0" as numbers; no other reader of an address does.
    if isinstance(value, str) and not _DIGITS.fullmatch(value):
        raise ValueError("Write a whole number in digits.")
    return value


#: Goes last in the annotation of a query's integer, because numbers are text there.
DIGITS = BeforeValidator(_only_digits)
QueryNumber = Annotated[int, DIGITS]
Amount = Annotated[
    StrictInt, Field(gt=0, le=MAXIMUM_MINOR, description="Amount in the currency's minor unit.")
]
Count = Annotated[StrictInt, Field(ge=0, le=2**53 - 1)]
Switch = StrictBool
Timestamp = Annotated[AwareDatetime, BeforeValidator(_only_text), AfterValidator(_within_reach)]
Version = Annotated[StrictInt, Field(ge=1, le=2**31 - 1, description="Grows with each change.")]
Reason = Annotated[str, prose(1_000, minimum=3)]
Slug = Annotated[
    str, StringConstraints(min_length=1, max_length=80, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
]
Country = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z]{2}$"),
    Field(description="ISO 3166-1 alpha-2 code.", examples=["LV"]),
]
CurrencyCode = Annotated[
    str,
    Field(
        pattern="^(" + "|".join(CURRENCIES) + ")$",
        description="ISO 4217 code of a currency that lots may be sold in.",
        examples=["EUR"],
    ),
]
