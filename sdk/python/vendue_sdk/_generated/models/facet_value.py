from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FacetValue")


@_attrs_define
class FacetValue:
    """How many lots have one value of a facet.

    Attributes:
        value (str):
        count (int): At most 1,000.
        is_capped (bool): There are more than `count`.
    """

    value: str
    count: int
    is_capped: bool

    def to_dict(self) -> dict[str, Any]:
        value = self.value

        count = self.count

        is_capped = self.is_capped

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "value": value,
                "count": count,
                "is_capped": is_capped,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        value = d.pop("value")

        count = d.pop("count")

        is_capped = d.pop("is_capped")

        facet_value = cls(
            value=value,
            count=count,
            is_capped=is_capped,
        )

        return facet_value
