from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.category import Category


T = TypeVar("T", bound="CategoryTree")


@_attrs_define
class CategoryTree:
    """The whole tree.

    Attributes:
        items (list[Category]): Parents before their children, in order.
    """

    items: list[Category]

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
        from ..models.category import Category  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = Category.from_dict(items_item_data)

            items.append(items_item)

        category_tree = cls(
            items=items,
        )

        return category_tree
