from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="CategoryRef")


@_attrs_define
class CategoryRef:
    """A category, as a lot names it.

    Attributes:
        category_id (UUID):
        slug (str):
        path (str): The slugs from the root, joined by `/`.
        name_lv (str):
        name_en (str):
        name_ru (str):
    """

    category_id: UUID
    slug: str
    path: str
    name_lv: str
    name_en: str
    name_ru: str

    def to_dict(self) -> dict[str, Any]:
        category_id = str(self.category_id)

        slug = self.slug

        path = self.path

        name_lv = self.name_lv

        name_en = self.name_en

        name_ru = self.name_ru

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "category_id": category_id,
                "slug": slug,
                "path": path,
                "name_lv": name_lv,
                "name_en": name_en,
                "name_ru": name_ru,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        category_id = UUID(d.pop("category_id"))

        slug = d.pop("slug")

        path = d.pop("path")

        name_lv = d.pop("name_lv")

        name_en = d.pop("name_en")

        name_ru = d.pop("name_ru")

        category_ref = cls(
            category_id=category_id,
            slug=slug,
            path=path,
            name_lv=name_lv,
            name_en=name_en,
            name_ru=name_ru,
        )

        return category_ref
