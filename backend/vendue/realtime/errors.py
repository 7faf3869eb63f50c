"""Why the server ends a connection. What it refuses without ending it has the API's own codes."""

from enum import IntEnum


class CloseCode(IntEnum):
    """The codes a client may see when a socket is closed."""

    RESTARTING = 1012
    TICKET = 4401
    CHANNEL = 4403
    TOO_SLOW = 4408
    TOO_MANY = 4429

    @property
    def meaning(self) -> str:
        """What happened and what a client does about it."""
        return _MEANINGS[self]


_MEANINGS = {
    CloseCode.RESTARTING: "The server is going down or restarting: connect again, and resume.",
    CloseCode.TICKET: "The ticket is not valid, was used before, or its session has ended: "
    "ask for a new ticket, after signing in again where that is refused.",
    CloseCode.CHANNEL: "The channel is not open to this connection, such as `me` for a guest "
    "or for a key without the scope `profile:read`: connect with a ticket of one that may.",
    CloseCode.TOO_SLOW: "The client did not read what it was sent: connect again, and resume.",
    CloseCode.TOO_MANY: "Too many channels, messages or connections: keep fewer.",
}
