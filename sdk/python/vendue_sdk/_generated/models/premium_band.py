from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PremiumBand")


@_attrs_define
class PremiumBand:
    """The share of the part of a hammer price that lies in this band.

    Attributes:
        from_minor (int): Where the band begins, the first at 0; it ends where the next does.
        basis_points (int):
    """

    from_minor: int
    basis_points: int

    def to_dict(self) -> dict[str, Any]:
        from_minor = self.from_minor

        basis_points = self.basis_points

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from_minor": from_minor,
                "basis_points": basis_points,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_minor = d.pop("from_minor")

        basis_points = d.pop("basis_points")

        premium_band = cls(
            from_minor=from_minor,
            basis_points=basis_points,
        )

        return premium_band
