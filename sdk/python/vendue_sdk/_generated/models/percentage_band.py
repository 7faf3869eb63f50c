from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PercentageBand")


@_attrs_define
class PercentageBand:
    """A band whose step is a share of the amount, rounded up, and never below a floor.

    Attributes:
        from_minor (int): Where the band begins; it ends where the next does.
        basis_points (int):
        floor_minor (int):
    """

    from_minor: int
    basis_points: int
    floor_minor: int

    def to_dict(self) -> dict[str, Any]:
        from_minor = self.from_minor

        basis_points = self.basis_points

        floor_minor = self.floor_minor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from_minor": from_minor,
                "basis_points": basis_points,
                "floor_minor": floor_minor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_minor = d.pop("from_minor")

        basis_points = d.pop("basis_points")

        floor_minor = d.pop("floor_minor")

        percentage_band = cls(
            from_minor=from_minor,
            basis_points=basis_points,
            floor_minor=floor_minor,
        )

        return percentage_band
