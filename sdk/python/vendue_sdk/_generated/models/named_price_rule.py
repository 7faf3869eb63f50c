from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="NamedPriceRule")


@_attrs_define
class NamedPriceRule:
    """Which version of which price rule.

    Attributes:
        price_rule_id (UUID):
        name (str):
        number (int): Its version among the price rules of this name.
    """

    price_rule_id: UUID
    name: str
    number: int

    def to_dict(self) -> dict[str, Any]:
        price_rule_id = str(self.price_rule_id)

        name = self.name

        number = self.number

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "price_rule_id": price_rule_id,
                "name": name,
                "number": number,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        price_rule_id = UUID(d.pop("price_rule_id"))

        name = d.pop("name")

        number = d.pop("number")

        named_price_rule = cls(
            price_rule_id=price_rule_id,
            name=name,
            number=number,
        )

        return named_price_rule
