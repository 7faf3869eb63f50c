from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.count import Count
    from ..models.facet import Facet


T = TypeVar("T", bound="LotCounts")


@_attrs_define
class LotCounts:
    """How many lots match, and what they can be narrowed down by.

    Attributes:
        total (Count): How many. Exact up to 1,000.
        facets (list[Facet]):
    """

    total: Count
    facets: list[Facet]

    def to_dict(self) -> dict[str, Any]:
        total = self.total.to_dict()

        facets = []
        for facets_item_data in self.facets:
            facets_item = facets_item_data.to_dict()
            facets.append(facets_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "total": total,
                "facets": facets,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.count import Count  # noqa: PLC0415
        from ..models.facet import Facet  # noqa: PLC0415

        d = dict(src_dict)
        total = Count.from_dict(d.pop("total"))

        facets = []
        _facets = d.pop("facets")
        for facets_item_data in _facets:
            facets_item = Facet.from_dict(facets_item_data)

            facets.append(facets_item)

        lot_counts = cls(
            total=total,
            facets=facets,
        )

        return lot_counts
