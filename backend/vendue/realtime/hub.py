"""Everything that this process tells, to everybody who is connected to it.

One subscription for each channel; what comes in is made into bytes once and written to every
connection of the channel. Runs in one event loop, so that between two awaits nothing changes.
"""

import asyncio
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID

import orjson
import structlog

from vendue.auctions.services import live
from vendue.identity.services import tickets
from vendue.kernel import clock
from vendue.kernel.errors import NotFound, Unavailable
from vendue.platform.services.subscribers import MISSED
from vendue.realtime.bus import VIEWERS, Bus
from vendue.realtime.errors import CloseCode
from vendue.realtime.frames import Message, event_message, message
from vendue.realtime.listeners import Listener, Position, auction_channel, lot_channel
from vendue.realtime.lot_channel import LotChannel
from vendue.realtime.lot_log import MOST_MISSED, Fact, fact_of
from vendue.realtime.reading import read
from vendue.realtime.schemas import Subscribed
from vendue.realtime.viewers import Viewers

#: How often the database is asked for facts that nobody told of.
_CHECK_SECONDS = 15.0
_CHECK_WITHOUT_BUS_SECONDS = 1.0
_VIEWERS_SECONDS = 2.0
_OPENING_SECONDS = 0.25
#: Most ended sessions are told of at once; this finds the rest, and revoked keys.
_CREDENTIALS_SECONDS = 30.0
#: A lot that nobody watches any more is remembered for those who come straight back.
_KEPT_SECONDS = 30.0
_REMEMBERED_IDS = 1_000

log = structlog.get_logger(__name__)


class AuctionChannel:
    """The hub's side of ``auctions.{auction_id}``: what comes goes on, once."""

    def __init__(self) -> None:
        self.members: dict[Listener, None] = {}
        self._seen: deque[str] = deque(maxlen=_REMEMBERED_IDS)

    def hear(self, texts: Iterable[bytes]) -> None:
        """Send events on that were not sent before."""
        for text in texts:
            told = orjson.loads(text)
            if told["id"] in self._seen:
                continue
            self._seen.append(told["id"])
            sent = event_message(told["type"], text)
            for listener in list(self.members):
                listener.deliver(sent)


class Hub:
    """The channels that somebody listens to, and what keeps them right."""

    def __init__(self, redis_url: str) -> None:
        self.listeners: set[Listener] = set()
        self.bus = Bus(
            redis_url, heard=self._heard, came_up=self._came_up, came_late=self._came_late
        )
        self.viewers = Viewers(self.bus)
        self._lots: dict[UUID, LotChannel] = {}
        self._auctions: dict[UUID, AuctionChannel] = {}
        #: Lots that are being opened, with what was heard of each since it was asked for.
        self._opening: dict[UUID, asyncio.Task[LotChannel]] = {}
        self._early: dict[UUID, list[Fact]] = {}
        self._mending: dict[UUID, asyncio.Task[bool]] = {}
        self._reaching_back: dict[UUID, asyncio.Task[None]] = {}
        self._left_at: dict[UUID, float] = {}
        self._check_now = asyncio.Event()

    async def run(self) -> None:
        """Work until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.bus.run())
            tasks.create_task(self._check())
            tasks.create_task(self._count_viewers())
            tasks.create_task(self._open_lots())
            tasks.create_task(self._end_ended())

    async def watch_lot(self, listener: Listener, lot_id: UUID, position: Position | None) -> None:
        """Let a listener follow a lot, from a position or from now.

        Raises ``NotFound``, or ``Unavailable`` where the lot has to be read and cannot be.
        """
        channel = await self._lot(lot_id)
        self._left_at[lot_id] = _now()
        if position is not None and channel.log.is_behind(*position):
            # Another process told it more: nobody is sent back to an older state. One reading may
            # have begun before that; the next one has not.
            for _ in range(2):
                self._begin_to_mend(channel)
                if not await asyncio.shield(self._mending[lot_id]):
                    raise Unavailable
                if not channel.log.is_behind(*position):
                    break
        elif position is not None and channel.log.is_within_reach(position.sequence):
            await self._reach_back(channel)
        name = lot_channel(lot_id)
        listener.channels.add(name)
        listener.insist(subscribed(name))
        channel.join(listener, position)

    async def watch_auction(self, listener: Listener, auction_id: UUID) -> None:
        """Let a listener follow an auction. Raises ``NotFound`` or ``Unavailable``."""
        name = auction_channel(auction_id)
        if auction_id not in self._auctions:
            await read(live.require_auction, auction_id)
            await self.bus.subscribe(name)
        channel = self._auctions.setdefault(auction_id, AuctionChannel())
        listener.channels.add(name)
        channel.members[listener] = None
        listener.insist(subscribed(name))

    def leave(self, listener: Listener, channel: str) -> None:
        """Let a listener follow a channel no longer."""
        if channel not in listener.channels:
            return
        listener.channels.remove(channel)
        kind, _, text = channel.partition(".")
        if kind == "lots" and (lot := self._lots.get(UUID(text))) is not None:
            lot.leave(listener)
            self._left_at[lot.lot_id] = _now()
        if kind == "auctions" and (auction := self._auctions.get(UUID(text))) is not None:
            auction.members.pop(listener, None)

    def leave_all(self, listener: Listener) -> None:
        """Forget a listener that is gone."""
        for channel in list(listener.channels):
            self.leave(listener, channel)
        self.listeners.discard(listener)

    def catch_up(self, listener: Listener) -> None:
        """Let a listener that fell behind go on: each lot as it is now, the rest to be read."""
        for name in listener.channels:
            kind, _, text = name.partition(".")
            lot = self._lots.get(UUID(text)) if kind == "lots" else None
            if lot is None:
                listener.insist(subscribed(name))
            else:
                lot.catch_up(listener)

    async def _lot(self, lot_id: UUID) -> LotChannel:
        if (known := self._lots.get(lot_id)) is not None:
            return known
        opening = self._opening.get(lot_id)
        if opening is None:
            opening = self._opening[lot_id] = asyncio.create_task(self._open(lot_id))
        # Whoever goes away meanwhile does not take it from the others.
        return await asyncio.shield(opening)

    async def _open(self, lot_id: UUID) -> LotChannel:
        """Listen first, then read: what happens in between is heard."""
        self._early[lot_id] = []
        try:
            await self.bus.subscribe(lot_channel(lot_id))
            channel = LotChannel(lot_id, await read(live.state_now, lot_id))
        except (NotFound, Unavailable):
            await self.bus.unsubscribe(lot_channel(lot_id))
            raise
        finally:
            del self._opening[lot_id]
            early = self._early.pop(lot_id)
        self._lots[lot_id] = channel
        self._left_at[lot_id] = _now()
        self._tell(channel, early)
        return channel

    def _heard(self, channel: str, data: bytes) -> None:
        """What Valkey told: the texts of events, one to a line."""
        kind, _, text = channel.partition(".")
        if channel == VIEWERS:
            self.viewers.heard(data)
        elif channel == MISSED:
            self._came_up()
        elif kind == "auctions":
            auction = self._auctions.get(UUID(text))
            if auction is not None:
                auction.hear(data.split(b"\n"))
        elif kind == "lots":
            facts = [fact_of(line) for line in data.split(b"\n")]
            lot = self._lots.get(UUID(text))
            if lot is not None:
                self._tell(lot, facts)
            elif UUID(text) in self._early:
                self._early[UUID(text)] += facts

    def _tell(self, lot: LotChannel, facts: list[Fact]) -> None:
        lot.hear(facts)
        if lot.log.has_gap:
            self._begin_to_mend(lot)

    def _begin_to_mend(self, lot: LotChannel) -> None:
        """Have read what a lot has missed; however many ask at once, once."""
        if lot.lot_id not in self._mending:
            self._mending[lot.lot_id] = asyncio.create_task(self._mend(lot))

    async def _mend(self, lot: LotChannel) -> bool:
        """Read what was missed, from the history; of too much only where the lot is now.

        Returns whether it could be read.
        """
        try:
            missed = await _facts_after(lot, lot.log.sequence)
            while len(missed) == MOST_MISSED:
                lot.restart(await read(live.state_now, lot.lot_id))
                missed = await _facts_after(lot, lot.log.sequence)
            lot.hear(missed)
        except (NotFound, Unavailable):
            log.warning("lot_not_mended", lot_id=str(lot.lot_id))
            self._check_soon()
            return False
        else:
            return True
        finally:
            del self._mending[lot.lot_id]

    async def _reach_back(self, lot: LotChannel) -> None:
        """Have the last facts at hand; however many ask at once, they are read once."""
        reading = self._reaching_back.get(lot.lot_id)
        if reading is None:
            reading = asyncio.create_task(self._remember(lot))
            self._reaching_back[lot.lot_id] = reading
        await asyncio.shield(reading)

    async def _remember(self, lot: LotChannel) -> None:
        try:
            lot.log.remember(await _facts_after(lot, max(lot.log.sequence - MOST_MISSED, 0)))
        finally:
            del self._reaching_back[lot.lot_id]

    def _came_late(self, channel: str) -> None:
        """A channel is heard now that somebody was told of already."""
        self._check_now.set()
        kind, _, text = channel.partition(".")
        if kind == "auctions" and (auction := self._auctions.get(UUID(text))) is not None:
            for listener in list(auction.members):
                listener.deliver(subscribed(channel))

    def _came_up(self) -> None:
        """From now on everything is heard, and what was told before may not have been."""
        self._check_now.set()
        # What was told meanwhile on channels without a sequence is lost: who listens reads again.
        for listener in list(self.listeners):
            for name in listener.channels:
                if not name.startswith("lots."):
                    listener.deliver(subscribed(name))

    async def _check(self) -> None:
        """Look for facts that nobody told of: often while Valkey is down, now and then always."""
        while True:
            pause = _CHECK_SECONDS if self.bus.is_up else _CHECK_WITHOUT_BUS_SECONDS
            with suppress(TimeoutError):
                await asyncio.wait_for(self._check_now.wait(), pause)
            self._check_now.clear()
            await self._forget_unwatched()
            try:
                known = await read(live.sequences_of, list(self._lots))
            except Unavailable:
                self._check_soon()
                continue
            for lot_id, sequence in known.items():
                lot = self._lots.get(lot_id)
                if lot is not None and sequence > lot.log.sequence:
                    self._begin_to_mend(lot)

    def _check_soon(self) -> None:
        """Look again in a moment: what was asked for could not be read."""
        asyncio.get_running_loop().call_later(_CHECK_WITHOUT_BUS_SECONDS, self._check_now.set)

    async def _forget_unwatched(self) -> None:
        for lot_id, lot in list(self._lots.items()):
            if not lot.count and _now() - self._left_at[lot_id] > _KEPT_SECONDS:
                lot.close()
                del self._lots[lot_id], self._left_at[lot_id]
                await self.bus.unsubscribe(lot_channel(lot_id))
        for auction_id, auction in list(self._auctions.items()):
            if not auction.members:
                del self._auctions[auction_id]
                await self.bus.unsubscribe(auction_channel(auction_id))

    async def _count_viewers(self) -> None:
        while True:
            await asyncio.sleep(_VIEWERS_SECONDS)
            counts = {lot.lot_id: lot.count for lot in self._lots.values()}
            for lot_id, total in (await self.viewers.totals(counts)).items():
                if (lot := self._lots.get(lot_id)) is not None:
                    lot.tell_viewers(total)

    async def _end_ended(self) -> None:
        """Close connections whose session or key does not count any more."""
        while True:
            await asyncio.sleep(_CREDENTIALS_SECONDS)
            with suppress(Unavailable):
                ended = await read(tickets.ended, [each.actor for each in self.listeners])
                for listener in list(self.listeners):
                    if tickets.holder_of(listener.actor) in ended:
                        _end(listener)

    async def _open_lots(self) -> None:
        """Show lots as live when their time has come: opening is no fact, so nobody tells of it."""
        while True:
            await asyncio.sleep(_OPENING_SECONDS)
            now = clock.now()
            for lot in list(self._lots.values()):
                if lot.opens_at is not None and lot.opens_at <= now:
                    with suppress(NotFound, Unavailable):
                        lot.restart(await read(live.state_now, lot.lot_id))


def _end(listener: Listener) -> None:
    try:
        listener.end(CloseCode.TICKET)
    except Exception:  # whatever it is: one connection must not end all the others
        log.exception("listener_not_ended")


def subscribed(channel: str) -> Message:
    """The message that from now on everything of a channel is sent."""
    return message(Subscribed.name, Subscribed(channel=channel).text(clock.now()))


async def _facts_after(lot: LotChannel, sequence: int) -> list[Fact]:
    return await read(_read_facts, lot.lot_id, sequence)


def _read_facts(lot_id: UUID, sequence: int) -> list[Fact]:
    texts = live.texts_after(lot_id, sequence, limit=MOST_MISSED)
    return [fact_of(text.encode()) for text in texts]


def _now() -> float:
    return asyncio.get_running_loop().time()
