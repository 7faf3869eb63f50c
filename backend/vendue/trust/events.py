"""What the rest of the market hears about trust."""

from typing import ClassVar
from uuid import UUID

from pydantic import Field

from vendue.kernel.events import Event


class AccountSuspended(Event):
    """An account may not bid for the time being. Internal."""

    name: ClassVar[str] = "trust.account_suspended"

    suspension_id: UUID = Field(description="The suspension.")
    account_id: UUID = Field(description="The account that may not bid.")
