from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.costs import Costs


T = TypeVar("T", bound="LotCosts")


@_attrs_define
class LotCosts:
    """What a lot would cost at each hammer price, in the order asked for.

    Attributes:
        items (list[Costs]):
    """

    items: list[Costs]

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.costs import Costs  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = Costs.from_dict(items_item_data)

            items.append(items_item)

        lot_costs = cls(
            items=items,
        )

        return lot_costs
