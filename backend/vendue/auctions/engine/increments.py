"""Increment tables: how large a step is at an amount (rule 3)."""

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class StepBand:
    """A band of one step, or of a pattern of steps that repeats from the start of the band."""

    from_minor: int
    steps_minor: tuple[int, ...]

    def step_at(self, amount_minor: int) -> int:
        """The step of the segment in which the amount lies; the first one below the band."""
        steps = self.steps_minor
        if len(steps) == 1 or amount_minor <= self.from_minor:
            return steps[0]
        offset = (amount_minor - self.from_minor) % sum(steps)
        for step in steps:
            if offset < step:
                return step
            offset -= step
        raise AssertionError("an offset within the pattern lies in one of its segments")


@dataclass(frozen=True, slots=True)
class PercentageBand:
    """A band whose step is a share of the amount, rounded up, and never below a floor."""

    from_minor: int
    basis_points: int
    floor_minor: int

    def step_at(self, amount_minor: int) -> int:
        """The share of the amount, rounded up to the minor unit, or the floor."""
        return max(self.floor_minor, -(-amount_minor * self.basis_points // 10_000))


Band = StepBand | PercentageBand


@dataclass(frozen=True, slots=True)
class IncrementTable:
    """Bands in rising order, each half-open: from its start up to the start of the next."""

    bands: tuple[Band, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(band.from_minor for band in self.bands))

    def increment(self, amount_minor: int) -> int:
        """The step at an amount, in minor units. Below the first band the first one holds."""
        index = bisect_right(self._starts, amount_minor) - 1
        return self.bands[max(index, 0)].step_at(amount_minor)
