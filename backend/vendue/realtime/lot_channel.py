"""One lot and everybody in this process who watches it.

On a lot that many watch, bids are summed up: at most ten frames a second say the price. What ends,
extends or changes the lot otherwise is never held back.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson

from vendue.auctions.events import BidPlaced
from vendue.kernel import clock
from vendue.kernel.ids import new_id
from vendue.kernel.lots import LotStateOut, LotStatus
from vendue.realtime.frames import Message, event_message, wire_time
from vendue.realtime.listeners import Listener, Position
from vendue.realtime.lot_log import Fact, LotLog
from vendue.realtime.schemas import LotPrices, LotSnapshot, LotViewers

#: With more viewers than this, in this process, bids are summed up.
PACED_ABOVE = 200
PACE_SECONDS = 0.1
#: A lot opens by the clock; a moment later every clock involved agrees that it has.
_OPENING_MARGIN = timedelta(seconds=0.05)


class LotChannel:
    """The hub's side of ``lots.{lot_id}``. Used from one event loop only; nothing here waits."""

    def __init__(self, lot_id: UUID, state: LotStateOut) -> None:
        self.lot_id = lot_id
        self.log = LotLog(state.model_dump(mode="json"))
        #: When the lot opens, while that lies ahead: no fact will tell of it.
        self.opens_at = _opening_of(state)
        self.members: dict[Listener, None] = {}
        #: Connections to all processes, as last heard.
        self.viewers = 0
        self._arriving: list[tuple[Listener, Position | None]] = []
        self._held: list[Fact] = []
        self._next_at = 0.0
        self._timer: asyncio.TimerHandle | None = None

    @property
    def count(self) -> int:
        """How many connections of this process watch."""
        return len(self.members) + len(self._arriving)

    def join(self, listener: Listener, position: Position | None) -> None:
        """Send a listener what it is missing, or a snapshot, and from then on everything."""
        self.leave(listener)
        if self._held:
            # What is held back would come as news to it; with the next frame it starts even.
            self._arriving.append((listener, position))
        else:
            self._admit(listener, position)

    def leave(self, listener: Listener) -> None:
        """Send a listener nothing more."""
        self.members.pop(listener, None)
        self._arriving = [arriving for arriving in self._arriving if arriving[0] is not listener]

    def catch_up(self, listener: Listener) -> None:
        """Let a listener that fell behind go on from the lot as it is now."""
        if listener in self.members:
            self.join(listener, None)

    def hear(self, facts: Sequence[Fact]) -> None:
        """Take in facts as they were told; whoever watches is sent those whose turn it is."""
        for fact in self.log.hear(facts):
            self.opens_at = None
            if fact.kind == BidPlaced.name and len(self.members) > PACED_ABOVE:
                self._held.append(fact)
            else:
                self._send_held()
                self._send(_event(fact))
        if self._held:
            self._keep_pace()
        else:
            self._let_in()

    def restart(self, state: LotStateOut) -> None:
        """Go on from the database's state: everybody is sent a snapshot."""
        if state.sequence < self.log.sequence:
            return  # it was overtaken while it was read
        self._held.clear()
        self.opens_at = _opening_of(state)
        self.log.restart(state.model_dump(mode="json"))
        self._send(self.snapshot())
        self._let_in()

    def tell_viewers(self, viewers: int) -> None:
        """Say how many watch, if that is news."""
        if viewers != self.viewers:
            self.viewers = viewers
            self._send(self._viewers_message())

    def snapshot(self) -> Message:
        """The lot as it is now."""
        log = self.log
        mark = f"{log.epoch}:{log.sequence}"
        said = {"lot_id": self.lot_id, "epoch": log.epoch, "sequence": log.sequence}
        return _own_message(LotSnapshot.name, {**said, "state": log.state}, mark)

    def close(self) -> None:
        """Stop its timer."""
        if self._timer is not None:
            self._timer.cancel()

    def _admit(self, listener: Listener, position: Position | None) -> None:
        missing = None if position is None else self.log.since(position.epoch, position.sequence)
        told = [self.snapshot()] if missing is None else [_event(fact) for fact in missing]
        for message in told:
            listener.insist(message)
        self.members[listener] = None
        if self.viewers:
            listener.deliver(self._viewers_message())

    def _keep_pace(self) -> None:
        if self._timer is not None:
            return
        loop = asyncio.get_running_loop()
        wait = self._next_at - loop.time()
        if wait <= 0:
            self._beat()
        else:
            self._timer = loop.call_later(wait, self._beat)

    def _beat(self) -> None:
        self._timer = None
        self._send_held()
        self._let_in()

    def _send_held(self) -> None:
        """Send what is held back, as one frame."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._held:
            self._next_at = asyncio.get_running_loop().time() + PACE_SECONDS
            held, self._held = self._held, []
            self._send(_event(held[0]) if len(held) == 1 else self._prices(held))

    def _let_in(self) -> None:
        arriving, self._arriving = self._arriving, []
        for listener, position in arriving:
            self._admit(listener, position)

    def _prices(self, held: Sequence[Fact]) -> Message:
        first, last = held[0], held[-1]
        said = {
            "lot_id": self.lot_id,
            "epoch": last.epoch,
            "first_sequence": first.sequence,
            "last_sequence": last.sequence,
            "state": last.state,
        }
        return _own_message(LotPrices.name, said, last.mark)

    def _viewers_message(self) -> Message:
        said = {"lot_id": self.lot_id, "viewers": max(self.viewers, self.count)}
        return _own_message(LotViewers.name, said)

    def _send(self, message: Message) -> None:
        # A copy: who falls behind or goes away while this runs changes who is in it.
        for listener in list(self.members):
            listener.deliver(message)


def _opening_of(state: LotStateOut) -> datetime | None:
    if state.status is not LotStatus.SCHEDULED:
        return None
    return state.starts_at + _OPENING_MARGIN


def _event(fact: Fact) -> Message:
    return event_message(fact.kind, fact.text, fact.mark)


def _own_message(kind: str, said: dict[str, Any], mark: str = "") -> Message:
    """A message of the server's own, from values that are JSON already."""
    now = clock.now()
    head = {"type": kind, "id": new_id(), "occurred_at": wire_time(now).decode()}
    return event_message(kind, orjson.dumps({**head, **said}), mark)
