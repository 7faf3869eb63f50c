from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.local_name import LocalName


T = TypeVar("T", bound="FacetTitle")


@_attrs_define
class FacetTitle:
    """A facet that lots of a category can be narrowed down by.

    Attributes:
        name (str): The attribute; search takes `attribute=name:value`.
        title (LocalName): A name in the market's languages.
        values (list[str]):
    """

    name: str
    title: LocalName
    values: list[str]

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        title = self.title.to_dict()

        values = self.values

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "title": title,
                "values": values,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.local_name import LocalName  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        title = LocalName.from_dict(d.pop("title"))

        values = cast(list[str], d.pop("values"))

        facet_title = cls(
            name=name,
            title=title,
            values=values,
        )

        return facet_title
