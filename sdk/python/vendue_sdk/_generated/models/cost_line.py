from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.cost_kind import CostKind

T = TypeVar("T", bound="CostLine")


@_attrs_define
class CostLine:
    """One amount of a total, rounded half up to the minor unit.

    Attributes:
        kind (CostKind): What one amount of a total is for.
        amount_minor (int):
        basis_points (int | None): The share that was taken; null for a sum.
        base_minor (int | None): Of what the share was taken; null for a sum.
    """

    kind: CostKind
    amount_minor: int
    basis_points: int | None
    base_minor: int | None

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        amount_minor = self.amount_minor

        basis_points: int | None
        basis_points = self.basis_points

        base_minor: int | None
        base_minor = self.base_minor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "amount_minor": amount_minor,
                "basis_points": basis_points,
                "base_minor": base_minor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = CostKind(d.pop("kind"))

        amount_minor = d.pop("amount_minor")

        def _parse_basis_points(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        basis_points = _parse_basis_points(d.pop("basis_points"))

        def _parse_base_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        base_minor = _parse_base_minor(d.pop("base_minor"))

        cost_line = cls(
            kind=kind,
            amount_minor=amount_minor,
            basis_points=basis_points,
            base_minor=base_minor,
        )

        return cost_line
