from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="Category")


@_attrs_define
class Category:
    """A node of the category tree.

    Attributes:
        category_id (UUID):
        slug (str):
        path (str): The slugs from the root, joined by `/`.
        name_lv (str):
        name_en (str):
        name_ru (str):
        parent (None | str): Slug of the category above; null for a root.
        position (int): Place among its siblings, lowest first.
        lot_count (int): Live lots here and below, up to ten seconds ago.
        version (int):
    """

    category_id: UUID
    slug: str
    path: str
    name_lv: str
    name_en: str
    name_ru: str
    parent: None | str
    position: int
    lot_count: int
    version: int

    def to_dict(self) -> dict[str, Any]:
        category_id = str(self.category_id)

        slug = self.slug

        path = self.path

        name_lv = self.name_lv

        name_en = self.name_en

        name_ru = self.name_ru

        parent: None | str
        parent = self.parent

        position = self.position

        lot_count = self.lot_count

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "category_id": category_id,
                "slug": slug,
                "path": path,
                "name_lv": name_lv,
                "name_en": name_en,
                "name_ru": name_ru,
                "parent": parent,
                "position": position,
                "lot_count": lot_count,
                "version": version,
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

        def _parse_parent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent = _parse_parent(d.pop("parent"))

        position = d.pop("position")

        lot_count = d.pop("lot_count")

        version = d.pop("version")

        category = cls(
            category_id=category_id,
            slug=slug,
            path=path,
            name_lv=name_lv,
            name_en=name_en,
            name_ru=name_ru,
            parent=parent,
            position=position,
            lot_count=lot_count,
            version=version,
        )

        return category
