from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="BuyNow")


@_attrs_define
class BuyNow:
    """The offer to buy at once.

    Attributes:
        price_minor (int): Price of an immediate purchase, in minor units.
    """

    price_minor: int

    def to_dict(self) -> dict[str, Any]:
        price_minor = self.price_minor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "price_minor": price_minor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        price_minor = d.pop("price_minor")

        buy_now = cls(
            price_minor=price_minor,
        )

        return buy_now
