"""Messages as bytes: made once, and the same for everybody who is sent them."""

from datetime import datetime
from struct import pack
from typing import NamedTuple

from vendue.kernel import clock

_TEXT = 0x81  # a whole text message in one frame (RFC 6455, 5.2)


class Message(NamedTuple):
    """One message, ready to be written."""

    kind: str
    text: bytes
    #: The same as one WebSocket frame.
    frame: bytes
    #: Where the lot is after it, ``<epoch>:<sequence>``; empty for what has no place in the order.
    mark: str = ""


def message(kind: str, text: bytes, mark: str = "") -> Message:
    """A message of this text."""
    return Message(kind, text, frame_of(text), mark)


def event_message(kind: str, text: bytes, mark: str = "") -> Message:
    """An event as it was published, with the time at which it is sent."""
    return message(kind, text[:-1] + b',"server_time":"' + wire_time(clock.now()) + b'"}', mark)


def frame_of(text: bytes) -> bytes:
    """A text as one unmasked WebSocket frame."""
    length = len(text)
    if length < 126:
        return bytes((_TEXT, length)) + text
    if length < 65_536:
        return pack("!BBH", _TEXT, 126, length) + text
    return pack("!BBQ", _TEXT, 127, length) + text


def wire_time(at: datetime) -> bytes:
    """RFC 3339 in UTC, as events write it."""
    return at.isoformat().replace("+00:00", "Z").encode()
