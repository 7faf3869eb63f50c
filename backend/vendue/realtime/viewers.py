"""How many watch each lot, over all processes: each tells the others its own counts."""

from time import monotonic
from uuid import UUID

import orjson

from vendue.kernel.ids import new_id
from vendue.realtime.bus import VIEWERS, Bus

#: A process that does not repeat its counts for so long is gone.
_BELIEVED_SECONDS = 25.0
_REPEAT_SECONDS = 10.0


class Viewers:
    """This process's counts, and what it has heard of those of others."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._own_id = str(new_id())
        self._told: dict[str, int] = {}
        self._told_at = 0.0
        self._others: dict[str, tuple[float, dict[str, int]]] = {}

    def heard(self, data: bytes) -> None:
        """Take in what a process tells; its own words too come back to it."""
        said = orjson.loads(data)
        if said["process"] != self._own_id:
            self._others[said["process"]] = (monotonic(), said["counts"])

    async def totals(self, counts: dict[UUID, int]) -> dict[UUID, int]:
        """Tell the others how many watch here; returns the sums for the same lots."""
        own = {str(lot_id): count for lot_id, count in counts.items() if count}
        if own != self._told or monotonic() - self._told_at > _REPEAT_SECONDS:
            self._told, self._told_at = own, monotonic()
            said = {"process": self._own_id, "counts": own}
            await self._bus.publish(VIEWERS, orjson.dumps(said))
        oldest = monotonic() - _BELIEVED_SECONDS
        self._others = {p: told for p, told in self._others.items() if told[0] > oldest}
        return {
            lot_id: count + sum(told.get(str(lot_id), 0) for _, told in self._others.values())
            for lot_id, count in counts.items()
        }
