from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="StepBand")


@_attrs_define
class StepBand:
    """A band of one step, or of a pattern of steps that repeats from the band's start.

    Attributes:
        from_minor (int): Where the band begins; it ends where the next does.
        steps_minor (list[int]):
    """

    from_minor: int
    steps_minor: list[int]

    def to_dict(self) -> dict[str, Any]:
        from_minor = self.from_minor

        steps_minor = self.steps_minor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from_minor": from_minor,
                "steps_minor": steps_minor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_minor = d.pop("from_minor")

        steps_minor = cast(list[int], d.pop("steps_minor"))

        step_band = cls(
            from_minor=from_minor,
            steps_minor=steps_minor,
        )

        return step_band
