from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.category_detail_attribute_schema import CategoryDetailAttributeSchema
    from ..models.facet_title import FacetTitle


T = TypeVar("T", bound="CategoryDetail")


@_attrs_define
class CategoryDetail:
    """A category with what it asks of its lots.

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
        attribute_schema (CategoryDetailAttributeSchema): JSON Schema of its lots' attributes.
        facets (list[FacetTitle]):
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
    attribute_schema: CategoryDetailAttributeSchema
    facets: list[FacetTitle]

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

        attribute_schema = self.attribute_schema.to_dict()

        facets = []
        for facets_item_data in self.facets:
            facets_item = facets_item_data.to_dict()
            facets.append(facets_item)

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
                "attribute_schema": attribute_schema,
                "facets": facets,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.category_detail_attribute_schema import CategoryDetailAttributeSchema  # noqa: PLC0415
        from ..models.facet_title import FacetTitle  # noqa: PLC0415

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

        attribute_schema = CategoryDetailAttributeSchema.from_dict(d.pop("attribute_schema"))

        facets = []
        _facets = d.pop("facets")
        for facets_item_data in _facets:
            facets_item = FacetTitle.from_dict(facets_item_data)

            facets.append(facets_item)

        category_detail = cls(
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
            attribute_schema=attribute_schema,
            facets=facets,
        )

        return category_detail
