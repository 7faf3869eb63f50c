from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.buy_now_until import BuyNowUntil

T = TypeVar("T", bound="BuyNowPolicy")


@_attrs_define
class BuyNowPolicy:
    """How long a Buy Now offer stays open (rule 4).

    Attributes:
        until (BuyNowUntil): How long a Buy Now offer stays open (rule 4).
        basis_points (int | None):
    """

    until: BuyNowUntil
    basis_points: int | None

    def to_dict(self) -> dict[str, Any]:
        until = self.until.value

        basis_points: int | None
        basis_points = self.basis_points

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "until": until,
                "basis_points": basis_points,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        until = BuyNowUntil(d.pop("until"))

        def _parse_basis_points(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        basis_points = _parse_basis_points(d.pop("basis_points"))

        buy_now_policy = cls(
            until=until,
            basis_points=basis_points,
        )

        return buy_now_policy
