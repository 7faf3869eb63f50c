"""A lot with a crowd: bids are summed up, what matters is not held back, all sequences arrive."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from vendue.kernel.actor import Actor, ActorKind
from vendue.kernel.ids import new_id
from vendue.kernel.lots import LotStateOut, LotStatus, ReserveStanding
from vendue.realtime.listeners import Position
from vendue.realtime.lot_channel import PACE_SECONDS, PACED_ABOVE, LotChannel
from vendue.realtime.lot_log import fact_of

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LOT = new_id()


class Listener:
    """Keeps what it is sent, with the time of its coming."""

    def __init__(self):
        self.actor = Actor(kind=ActorKind.GUEST)
        self.channels = set()
        self.told = []

    def deliver(self, message):
        self.told.append((asyncio.get_running_loop().time(), json.loads(message.text)))

    insist = deliver

    def end(self, code):
        raise AssertionError(code)

    def of(self, kind):
        return [told for _, told in self.told if told["type"] == kind]

    def sequences(self):
        """Every sequence it has heard of, alone or in a frame's range, in order."""
        heard = []
        for _, told in self.told:
            if told["type"] == "lot.snapshot":
                heard = list(range(1, told["sequence"] + 1))
            elif "first_sequence" in told:
                heard += range(told["first_sequence"], told["last_sequence"] + 1)
            elif "sequence" in told:
                heard.append(told["sequence"])
        return heard


def a_state(sequence=0, **fields):
    defaults = {
        "lot_id": LOT, "epoch": 0, "sequence": sequence, "status": LotStatus.LIVE,
        "currency": "EUR", "price_minor": 1_000 + sequence, "minimum_bid_minor": 2_000 + sequence,
        "bid_count": sequence, "bidder_count": 1, "reserve": ReserveStanding.NONE, "buy_now": None,
        "leader": None, "starts_at": NOW, "ends_at": NOW + timedelta(hours=1),
        "extension_count": 0, "closed_at": None, "result": None, "hammer_price_minor": None,
    }  # fmt: skip
    return LotStateOut(**{**defaults, **fields})


def a_fact(sequence, kind="lot.bid_placed"):
    state = a_state(sequence).model_dump(mode="json")
    told = {"type": kind, "id": str(new_id()), "lot_id": str(LOT), "epoch": 0}
    return fact_of(json.dumps({**told, "sequence": sequence, "state": state}).encode())


def a_crowd(channel, count=PACED_ABOVE + 1):
    crowd = [Listener() for _ in range(count)]
    for listener in crowd:
        channel.join(listener, None)
    return crowd


async def test_few_viewers_are_sent_every_bid_at_once():
    channel = LotChannel(LOT, a_state())
    crowd = a_crowd(channel, PACED_ABOVE)
    channel.hear([a_fact(n) for n in range(1, 30)])
    assert len(crowd[0].of("lot.bid_placed")) == 29
    assert crowd[0].of("lot.prices") == []


async def test_a_crowd_is_sent_prices_ten_times_a_second_at_most():
    channel = LotChannel(LOT, a_state())
    crowd = a_crowd(channel)
    for sequence in range(1, 61):
        channel.hear([a_fact(sequence)])
        await asyncio.sleep(0.005)
    await asyncio.sleep(2 * PACE_SECONDS)
    frames = [at for at, told in crowd[0].told if told["type"] in {"lot.prices", "lot.bid_placed"}]
    assert all(later - at > 0.9 * PACE_SECONDS for at, later in pairwise(frames))
    assert crowd[0].sequences() == list(range(1, 61))
    assert crowd[-1].sequences() == list(range(1, 61))
    last = crowd[0].told[-1][1]
    assert last["state"]["sequence"] == 60


async def test_the_first_bid_after_a_pause_is_not_held_back():
    channel = LotChannel(LOT, a_state())
    crowd = a_crowd(channel)
    channel.hear([a_fact(1)])
    assert crowd[0].sequences() == [1]


@pytest.mark.parametrize(
    "kind",
    ["lot.extended", "lot.closed", "lot.bought", "lot.bid_voided", "lot.reserve_met",
     "lot.cancelled"],
)  # fmt: skip
async def test_what_is_more_than_a_price_is_never_held_back(kind):
    channel = LotChannel(LOT, a_state())
    crowd = a_crowd(channel)
    channel.hear([a_fact(1), a_fact(2), a_fact(3)])
    channel.hear([a_fact(4), a_fact(5), a_fact(6, kind)])
    assert crowd[0].told[-1][1]["type"] == kind
    assert crowd[0].sequences() == [1, 2, 3, 4, 5, 6]


async def test_whoever_comes_while_bids_are_held_back_hears_each_once():
    channel = LotChannel(LOT, a_state())
    a_crowd(channel)
    late, resuming = Listener(), Listener()
    channel.hear([a_fact(n) for n in range(1, 8)])
    channel.hear([a_fact(n) for n in range(8, 15)])
    channel.join(late, None)
    channel.join(resuming, Position(0, 3))
    channel.hear([a_fact(15), a_fact(16, "lot.extended")])
    await asyncio.sleep(2 * PACE_SECONDS)
    channel.hear([a_fact(17)])
    await asyncio.sleep(2 * PACE_SECONDS)
    assert late.sequences() == list(range(1, 18))
    assert resuming.sequences() == list(range(4, 18))


async def test_whoever_catches_up_while_bids_are_held_back_is_not_told_them_again():
    channel = LotChannel(LOT, a_state())
    slow = a_crowd(channel)[0]
    channel.hear([a_fact(1)])
    slow.told.clear()
    channel.hear([a_fact(2), a_fact(3)])
    channel.catch_up(slow)
    await asyncio.sleep(2 * PACE_SECONDS)
    channel.hear([a_fact(4)])
    await asyncio.sleep(2 * PACE_SECONDS)
    assert [told.get("sequence") for _, told in slow.told] == [3, 4]


async def test_whoever_asks_again_while_bids_are_held_back_is_told_each_once():
    channel = LotChannel(LOT, a_state())
    eager = a_crowd(channel)[0]
    channel.hear([a_fact(1)])
    channel.hear([a_fact(2)])
    eager.told.clear()
    channel.join(eager, Position(0, 1))
    channel.join(eager, Position(0, 1))
    assert channel.count == PACED_ABOVE + 1
    await asyncio.sleep(2 * PACE_SECONDS)
    assert eager.sequences() == [2]


async def test_whoever_leaves_while_waiting_is_sent_nothing():
    channel = LotChannel(LOT, a_state())
    a_crowd(channel)
    channel.hear([a_fact(1)])
    channel.hear([a_fact(2)])
    gone = Listener()
    channel.join(gone, None)
    channel.leave(gone)
    await asyncio.sleep(2 * PACE_SECONDS)
    assert gone.told == []


async def test_a_state_that_was_overtaken_while_it_was_read_changes_nothing():
    channel = LotChannel(LOT, a_state(status=LotStatus.SCHEDULED))
    listener = Listener()
    channel.join(listener, None)
    channel.hear([a_fact(1)])
    channel.restart(a_state(0))
    assert listener.sequences() == [1]
    assert channel.opens_at is None


async def test_the_number_of_viewers_is_told_when_it_is_news():
    channel = LotChannel(LOT, a_state())
    listener = Listener()
    channel.join(listener, None)
    for total in (3, 3, 4):
        channel.tell_viewers(total)
    assert [told["viewers"] for told in listener.of("lot.viewers")] == [3, 4]
