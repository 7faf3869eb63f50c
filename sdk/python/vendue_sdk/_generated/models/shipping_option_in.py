from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.shipping_area import ShippingArea
from ..models.shipping_method import ShippingMethod
from ..types import UNSET, Unset

T = TypeVar("T", bound="ShippingOptionIn")


@_attrs_define
class ShippingOptionIn:
    """One way for the lot to reach its buyer.

    Attributes:
        method (ShippingMethod): How the thing may reach its buyer.
        area (ShippingArea): How far a way of shipping reaches.
        price_minor (int | None): Null: by arrangement.
        note (str | Unset):  Default: ''.
    """

    method: ShippingMethod
    area: ShippingArea
    price_minor: int | None
    note: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        method = self.method.value

        area = self.area.value

        price_minor: int | None
        price_minor = self.price_minor

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "method": method,
                "area": area,
                "price_minor": price_minor,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        method = ShippingMethod(d.pop("method"))

        area = ShippingArea(d.pop("area"))

        def _parse_price_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        price_minor = _parse_price_minor(d.pop("price_minor"))

        note = d.pop("note", UNSET)

        shipping_option_in = cls(
            method=method,
            area=area,
            price_minor=price_minor,
            note=note,
        )

        return shipping_option_in
