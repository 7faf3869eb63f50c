from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Currency")


@_attrs_define
class Currency:
    """A currency that lots may be sold in.

    Attributes:
        code (str):
        decimals (int): How many decimals a major unit has.
    """

    code: str
    decimals: int

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        decimals = self.decimals

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "decimals": decimals,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        decimals = d.pop("decimals")

        currency = cls(
            code=code,
            decimals=decimals,
        )

        return currency
