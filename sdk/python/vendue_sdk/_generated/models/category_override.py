from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.category_override_override import CategoryOverrideOverride


T = TypeVar("T", bound="CategoryOverride")


@_attrs_define
class CategoryOverride:
    """What differs for a category and those below it; the narrowest category holds.

    Attributes:
        category_path (str): The category it holds for, and those below it.
        override (CategoryOverrideOverride): The parts that differ, in the form of `rules`; `increments` by currency.
    """

    category_path: str
    override: CategoryOverrideOverride

    def to_dict(self) -> dict[str, Any]:
        category_path = self.category_path

        override = self.override.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "category_path": category_path,
                "override": override,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.category_override_override import CategoryOverrideOverride  # noqa: PLC0415

        d = dict(src_dict)
        category_path = d.pop("category_path")

        override = CategoryOverrideOverride.from_dict(d.pop("override"))

        category_override = cls(
            category_path=category_path,
            override=override,
        )

        return category_override
