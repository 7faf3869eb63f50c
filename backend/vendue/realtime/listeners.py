"""Who listens: the one thing that a socket and a stream have in common for the hub."""

from typing import NamedTuple, Protocol
from uuid import UUID

from vendue.kernel.actor import Actor
from vendue.realtime.errors import CloseCode
from vendue.realtime.frames import Message


class Listener(Protocol):
    """A connection that channels deliver to."""

    #: Who listens; a guest may.
    actor: Actor
    #: What it has subscribed to.
    channels: set[str]

    def deliver(self, message: Message) -> None:
        """Send a message on. Never waits: whoever does not keep up is sent nothing until it does,
        and then a snapshot of each of its lots."""

    def insist(self, message: Message) -> None:
        """Send a message on, even to one that is behind: the first of what it will go on from."""

    def end(self, code: CloseCode) -> None:
        """Close the connection."""


class Position(NamedTuple):
    """What a client says it has seen of a lot."""

    epoch: int
    sequence: int


def lot_channel(lot_id: UUID) -> str:
    """The name of a lot's channel."""
    return f"lots.{lot_id}"


def auction_channel(auction_id: UUID) -> str:
    """The name of an auction's channel."""
    return f"auctions.{auction_id}"
