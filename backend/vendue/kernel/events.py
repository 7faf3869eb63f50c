"""The base of every published event. Subclasses live in ``<module>/events.py``."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from vendue.kernel.ids import new_id


class Event(BaseModel):
    """Something that happened, as everybody may know it. Carries ids and public facts only.

    An event without a ``channel`` is internal: reactions hear it, no client does.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: ClassVar[str]  # "lot.bid_placed": the message's name in the AsyncAPI contract
    channel: ClassVar[str] = ""  # "lots.{lot_id}": the address in the AsyncAPI contract

    id: UUID = Field(default_factory=new_id, description="Stable over redeliveries.")
    occurred_at: AwareDatetime = Field(description="When it happened, by the database's clock.")

    def address(self) -> str:
        """The channel this event goes to, with its ids filled in; empty for an internal one."""
        return self.channel.format_map(self.__dict__)


class PersonalEvent(Event):
    """Something for one account alone: it goes out on that account's own channel, ``me``.

    The one kind of event that may say what only its account may know.
    """

    channel: ClassVar[str] = "me.{account_id}"

    account_id: UUID = Field(description="Whose this is: the account that reads it.")
