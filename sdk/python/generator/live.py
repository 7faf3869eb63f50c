"""What the generator needs to know of the contract of events: who is told what."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]

#: The channels that carry news; what is said about a connection itself is not for users.
_CHANNELS = ("lots", "auctions", "me")


@dataclass(frozen=True, slots=True)
class Message:
    """A message with its class name, its type on the wire and its channel."""

    name: str
    type: str
    channel: str


def messages(contract: Json) -> list[Message]:
    """The messages of every channel that carries news, by name."""
    found = [
        Message(name, contract["components"]["messages"][name]["name"], channel)
        for channel in _CHANNELS
        for name in contract["channels"][channel]["messages"]
    ]
    return sorted(found, key=lambda message: message.name)


def schemas_beside(contract: Json, known: Json) -> dict[str, Any]:
    """The schemas of these messages, and of their parts, that another contract does not have.

    Raises ``ValueError`` where both give one name to different things.
    """
    own: Json = contract["components"]["schemas"]
    clashes = {message.name for message in messages(contract)} & set(known)
    if clashes:
        raise ValueError(f"The contracts call different things by one name: {sorted(clashes)}")
    return {name: schema for name, schema in own.items() if name not in known}
