"""Valid, boring things of the platform for its tests."""

from typing import ClassVar
from uuid import UUID

from vendue.kernel import clock
from vendue.kernel.actor import Actor, ActorKind, Origin
from vendue.kernel.events import Event
from vendue.kernel.ids import new_id


class BellRung(Event):
    """A bell was rung in a room."""

    name: ClassVar[str] = "test.bell_rung"
    channel: ClassVar[str] = "rooms.{room_id}"

    room_id: UUID
    times: int


class DoorShut(Event):
    """Nobody outside hears of it."""

    name: ClassVar[str] = "test.door_shut"

    room_id: UUID


def a_bell_rung(*, times: int = 1, room_id: UUID | None = None) -> BellRung:
    return BellRung(room_id=room_id or new_id(), times=times, occurred_at=clock.now())


def a_door_shut() -> DoorShut:
    return DoorShut(room_id=new_id(), occurred_at=clock.now())


def a_member_of_staff(*scopes: str) -> Actor:
    return Actor(
        kind=ActorKind.STAFF,
        account_id=new_id(),
        scopes=frozenset(scopes or {"staff:flags", "staff:settings", "staff:audit"}),
        origin=Origin(ip="192.0.2.7", device="tests", request_id="request-1"),
    )
