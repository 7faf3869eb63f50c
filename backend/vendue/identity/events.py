"""What happens to accounts, as the rest of the market may hear it."""

from typing import ClassVar
from uuid import UUID

from pydantic import Field

from vendue.kernel.events import Event, PersonalEvent


class LetterRequested(Event):
    """A letter waits to be sent. Internal; the letter's link is made from its id when it is sent,
    so that no secret passes through the outbox."""

    name: ClassVar[str] = "identity.letter_requested"

    letter_id: UUID = Field(description="The letter to send.")


class SessionEnded(PersonalEvent):
    """One of the account's sessions ended; whoever holds it must sign in again."""

    name: ClassVar[str] = "me.session_ended"

    session_id: UUID = Field(description="The session that ended.")
