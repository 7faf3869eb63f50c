"""Bounded types that several of the catalogue's schemas use."""

from typing import Annotated, Any

from pydantic import Field, StrictBool, StrictInt, StringConstraints

from vendue.kernel.fields import line, prose
from vendue.kernel.money import MAXIMUM_MINOR

#: Left out is "unchanged"; null is no value of these, so it is not what stands for it.
UNCHANGED: Any = Field(default_factory=str)

Title = Annotated[str, line(120, minimum=3)]
Description = Annotated[str, prose(10_000)]
Terms = Annotated[str, prose(4_000)]
City = Annotated[str, line(80, minimum=0)]
AltText = Annotated[str, line(300, minimum=0)]
CategoryName = Annotated[str, line(80)]
Postage = Annotated[
    StrictInt, Field(ge=0, le=MAXIMUM_MINOR, description="In the currency's minor unit.")
]
AttributeName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
AttributeText = Annotated[str, line(200, minimum=0)]
AttributeNumber = Annotated[StrictInt, Field(ge=-(10**9), le=10**9)]
Attributes = Annotated[
    dict[AttributeName, StrictBool | AttributeNumber | AttributeText],
    Field(
        max_length=30,
        description="By the attribute schema of the category.",
        examples=[{"material": "oak"}],
    ),
]
