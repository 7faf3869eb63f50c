"""What is followed, and how far each lot has come. Does no input or output.

Both clients ask it, so that they cannot differ in what they drop, resume or give up.
"""

import json
import random
from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from vendue_sdk._generated.events import BY_TYPE, Message
from vendue_sdk._generated.problems import BY_CODE
from vendue_sdk.errors import ApiProblem, ConnectionFailed, NotPermitted, UnexpectedAnswer

#: Of this channel one may not hear; anything else that ends a connection passes.
CHANNEL_REFUSED = 4403
_PASSES = frozenset({"unavailable", "rate_limited"})
_STATUSES = {"unauthenticated": 401, "not_allowed": 403, "not_found": 404, "invalid_request": 422}
_REMEMBERED_IDS = 1_000
#: After so many gaps in a row the whole state is asked for.
_PATIENCE = 3


class Position(NamedTuple):
    """The last that was seen of a lot."""

    epoch: int
    sequence: int


class Taken(NamedTuple):
    """What a text comes to: news, or something to say to the market, or neither."""

    message: Message | None = None
    reply: str | None = None


@dataclass(slots=True)
class _Lot:
    """How far a lot has come, and what is done about a gap."""

    position: Position | None = None
    gaps: int = 0
    #: It was asked for anew, and the answer has not begun.
    is_resuming: bool = False


@dataclass(slots=True)
class Following:
    """Channels, and what has been seen of them over all connections."""

    channels: Sequence[str]
    _lots: dict[str, _Lot] = field(default_factory=lambda: defaultdict(_Lot))
    _seen: deque[str] = field(default_factory=lambda: deque(maxlen=_REMEMBERED_IDS))

    def requests(self) -> list[str]:
        """What to say on a new connection: go on from where the last one ended."""
        for lot in self._lots.values():
            lot.is_resuming = False
        return [self._subscription(channel) for channel in self.channels]

    def take(self, text: str | bytes) -> Taken:
        """Take in what was told: each fact once, in order; what nobody knows yet is left out.

        Raises ``ApiProblem`` for a channel that is refused, ``ConnectionFailed`` where the market
        asks to come back later.
        """
        try:
            told = json.loads(text)
            kind = told["type"]
        except (ValueError, LookupError, TypeError) as error:
            raise _unreadable() from error
        if kind == "problem":
            raise _failure(told)
        if kind == "subscribed":
            self._lots[str(told.get("channel"))].is_resuming = False
        if kind not in BY_TYPE:
            return Taken()
        if "lot_id" in told and kind.startswith("lot."):
            return self._take_of_lot(f"lots.{told['lot_id']}", told)
        if told["id"] in self._seen:
            return Taken()
        self._seen.append(told["id"])
        return Taken(_message(told))

    def _take_of_lot(self, channel: str, told: Mapping[str, Any]) -> Taken:
        last = told.get("last_sequence", told.get("sequence"))
        if last is None:
            return Taken(_message(told))
        lot, here = self._lots[channel], Position(told["epoch"], last)
        if lot.position is not None:
            if told["type"] == "lot.snapshot":
                if here < lot.position:
                    return Taken()
            elif last <= lot.position.sequence:
                return Taken()
            elif told.get("first_sequence", last) > lot.position.sequence + 1:
                return self._resume(channel, lot)
        lot.position, lot.gaps = here, 0
        return Taken(_message(told))

    def _resume(self, channel: str, lot: _Lot) -> Taken:
        """Ask for what is missing: once, however many messages come behind the gap."""
        if lot.is_resuming:
            return Taken()
        lot.is_resuming = True
        lot.gaps += 1
        return Taken(reply=self._subscription(channel))

    def _subscription(self, channel: str) -> str:
        lot = self._lots[channel]
        seen = {}
        if lot.position is not None and lot.gaps < _PATIENCE:
            seen = lot.position._asdict()
        return json.dumps({"type": "subscribe", "channel": channel, **seen})


@dataclass(slots=True)
class Pauses:
    """How long to wait before connecting again; longer each time, until something is heard."""

    first_seconds: float = 0.25
    longest_seconds: float = 15.0
    chance: Callable[[], float] = random.random
    _attempts: int = 0

    def next(self) -> float:
        """Seconds to wait now. With jitter: those who were cut off together come back apart."""
        pause: float = min(self.first_seconds * 2**self._attempts, self.longest_seconds)
        self._attempts = min(self._attempts + 1, 16)
        return pause * (0.5 + self.chance() / 2)

    def reset(self) -> None:
        """Begin anew: the market was heard."""
        self._attempts = 0


def refusal_of_close(code: int | None) -> ApiProblem | None:
    """The error of a close that connecting again would not mend."""
    if code != CHANNEL_REFUSED:
        return None
    members = {"code": "not_allowed", "status": 403, "title": "This channel is not open to you"}
    return NotPermitted(members, retry_after_seconds=None)


def _message(told: Mapping[str, Any]) -> Message:
    try:
        return BY_TYPE[told["type"]].from_dict(told)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise _unreadable() from error


def _failure(told: Mapping[str, Any]) -> ApiProblem | ConnectionFailed:
    code, detail = str(told.get("code")), str(told.get("detail", ""))
    if code in _PASSES:
        return ConnectionFailed(detail)
    channel = told.get("channel")
    members = {"code": code, "status": _STATUSES.get(code, 400), "detail": detail}
    members |= {"title": "The channel is refused", "instance": channel or ""}
    return BY_CODE.get(code, ApiProblem)(members, retry_after_seconds=None)


def _unreadable() -> UnexpectedAnswer:
    return UnexpectedAnswer(
        "A live message is not as the contract says.", status=101, request_id=None
    )
