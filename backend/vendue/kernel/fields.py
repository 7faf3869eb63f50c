"""The bounded types that every schema is built from."""

import re
from datetime import datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, BeforeValidator, Field, StrictBool, StrictInt, StringConstraints

from vendue.kernel.money import CURRENCIES, MAXIMUM_MINOR

# No control characters, no direction overrides, no invisible characters: they make two different
# texts look alike. Written with escapes that Rust's, Python's and JavaScript's engines all read.
_HIDDEN = r"\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF"
LINE_PATTERN = rf"^[^\u0000-\u001F\u007F-\u009F{_HIDDEN}]*$"
PROSE_PATTERN = rf"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F{_HIDDEN}]*$"

_DATE_AND_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:")


def line(maximum: int, *, minimum: int = 1) -> Any:
    """A single line of text of so many characters, without control or invisible characters."""
    return StringConstraints(min_length=minimum, max_length=maximum, pattern=LINE_PATTERN)


def prose(maximum: int, *, minimum: int = 0) -> Any:
    """Text of several lines, bounded, without control or invisible characters."""
    return StringConstraints(min_length=minimum, max_length=maximum, pattern=PROSE_PATTERN)


def _only_text(value: object) -> object:
    # Lax parsing takes a number for a time, in text too: 1e9 would silently be a day in 2001.
    if not isinstance(value, datetime) and not (
        isinstance(value, str) and _DATE_AND_TIME.match(value)
    ):
        raise ValueError("Write a time as RFC 3339 text with an offset.")
    return value


Amount = Annotated[
    StrictInt, Field(gt=0, le=MAXIMUM_MINOR, description="Amount in the currency's minor unit.")
]
Count = Annotated[StrictInt, Field(ge=0, le=2**53 - 1)]
Switch = StrictBool
Timestamp = Annotated[AwareDatetime, BeforeValidator(_only_text)]
Version = Annotated[StrictInt, Field(ge=1, le=2**31 - 1, description="Grows with each change.")]
Reason = Annotated[str, prose(1_000, minimum=3)]
Slug = Annotated[
    str, StringConstraints(min_length=1, max_length=80, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
]
CurrencyCode = Annotated[
    str,
    Field(
        pattern="^(" + "|".join(CURRENCIES) + ")$",
        description="ISO 4217 code of a currency that lots may be sold in.",
        examples=["EUR"],
    ),
]
