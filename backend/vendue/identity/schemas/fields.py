"""The bounded types that identity's schemas share."""

from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints

from vendue.identity.engine.passwords import MAXIMUM_LENGTH, MINIMUM_LENGTH
from vendue.identity.engine.permissions import Scope
from vendue.kernel.fields import LINE_PATTERN


def visible_line(maximum: int) -> Any:
    """A line of text that begins with something one can see."""
    hidden = LINE_PATTERN.removeprefix("^[^").removesuffix("]*$")
    pattern = rf"^[^\u0020\u00A0\u3000{hidden}][^{hidden}]*$"
    return StringConstraints(min_length=1, max_length=maximum, pattern=pattern)


def _each_once(scopes: list[Scope]) -> list[Scope]:
    if len(set(scopes)) != len(scopes):
        raise ValueError("Name each scope once.")
    return scopes


ScopesChosen = Annotated[
    list[Scope],
    Field(min_length=1, max_length=len(Scope), json_schema_extra={"uniqueItems": True}),
    AfterValidator(_each_once),
]
Email = Annotated[
    str,
    StringConstraints(
        min_length=6,
        max_length=254,
        # ASCII, one @, a dotted domain of labels that begin and end with a letter or digit.
        pattern=r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
        r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
        r"(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$",
    ),
    Field(description="E-mail address; letter case does not count.", examples=["anna@example.com"]),
]
PasswordGiven = Annotated[
    str,
    StringConstraints(min_length=1, max_length=MAXIMUM_LENGTH),
    Field(description="The password of the account.", json_schema_extra={"format": "password"}),
]
PasswordChosen = Annotated[
    str,
    StringConstraints(min_length=MINIMUM_LENGTH, max_length=MAXIMUM_LENGTH),
    Field(
        description="At least 15 characters of any kind, and not a common password.",
        json_schema_extra={"format": "password"},
    ),
]
DisplayName = Annotated[
    str,
    visible_line(80),
    Field(description="How others see the person.", examples=["Anna"]),
]
TimeZone = Annotated[
    str,
    StringConstraints(min_length=3, max_length=64, pattern=r"^[A-Za-z0-9_+/-]+$"),
    Field(description="Name in the IANA time zone database.", examples=["Europe/Riga"]),
]
LinkToken = Annotated[
    str,
    StringConstraints(min_length=16, max_length=100, pattern=r"^[A-Za-z0-9_-]+$"),
    Field(description="The token from the letter."),
]
