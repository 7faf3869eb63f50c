"""The rules a lot was published under, as far as its history shows them at work."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Increments:
    """The table of steps (rule 3). Amounts in minor units."""

    bands: Sequence[Json]

    def step(self, amount: int) -> int:
        """The step at an amount; below the first band the first one holds."""
        band = self.bands[0]
        for candidate in self.bands:
            if candidate["from_minor"] > amount:
                break
            band = candidate
        return _step_within(band, amount)

    def above(self, amount: int) -> int:
        """One step above an amount."""
        return amount + self.step(amount)

    def is_one_above_some(self, price: int, least: int) -> bool:
        """Whether ``price`` is one step above any amount that is at least ``least``."""
        return any(
            least <= price - step and self.step(price - step) == step for step in self._steps(price)
        )

    def _steps(self, price: int) -> Iterator[int]:
        """Every step that could have led to a price."""
        for band in self.bands:
            if "basis_points" in band:
                near = price * 10_000 // (10_000 + band["basis_points"])
                yield band["floor_minor"]
                yield from (self.step(max(amount, 0)) for amount in range(near - 2, near + 3))
            else:
                yield from band["steps_minor"]


def _step_within(band: Json, amount: int) -> int:
    if "basis_points" in band:
        share: int = amount * band["basis_points"]
        return max(int(band["floor_minor"]), -(-share // 10_000))
    steps: Sequence[int] = band["steps_minor"]
    beyond: int = max(0, amount - band["from_minor"]) % sum(steps)
    end = 0
    for step in steps:
        end += step
        if beyond < end:
            return step
    return steps[-1]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a lot was published under."""

    lot_id: str
    start: int
    buy_now: int | None
    has_reserve: bool
    starts_at: datetime
    ends_at: datetime
    hard_end: datetime | None
    increments: Increments
    sniping: Json
    raise_recomputes: bool
    shows_maximum_below_reserve: bool

    @classmethod
    def of(cls, document: Json) -> "Terms":
        """Read the published document. Raises ``LookupError``, ``TypeError``, ``ValueError``."""
        rules = document["rules"]
        hard_end = document["hard_end"]
        return cls(
            lot_id=document["lot_id"],
            start=document["start_price_minor"],
            buy_now=document["buy_now_minor"],
            has_reserve=document["reserve_commitment"] is not None,
            starts_at=datetime.fromisoformat(document["starts_at"]),
            ends_at=datetime.fromisoformat(document["ends_at"]),
            hard_end=None if hard_end is None else datetime.fromisoformat(hard_end),
            increments=Increments(rules["increments"]),
            sniping=rules["anti_sniping"],
            raise_recomputes=rules["own_raise_recompute"],
            shows_maximum_below_reserve=rules["below_reserve"] == "full_maximum",
        )

    def end_after(self, bid_at: datetime, ends_at: datetime, extensions: int) -> datetime:
        """Where a bid that moved the price or the leader puts the end (rule 5.2)."""
        trigger = timedelta(seconds=self.sniping["trigger_seconds"])
        if not trigger or extensions == self.sniping["max_extensions"]:
            return ends_at
        if ends_at - bid_at > trigger:
            return ends_at
        longer = timedelta(seconds=self.sniping["extend_seconds"])
        later = (ends_at if self.sniping["mode"] == "add" else bid_at) + longer
        if self.hard_end is not None:
            later = min(later, self.hard_end)
        return max(later, ends_at)
