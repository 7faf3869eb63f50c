from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="UnreadCount")


@_attrs_define
class UnreadCount:
    """How many notifications are unread. Exact up to 100.

    Attributes:
        count (int): At most 100.
        is_capped (bool): There are more than `count`.
    """

    count: int
    is_capped: bool

    def to_dict(self) -> dict[str, Any]:
        count = self.count

        is_capped = self.is_capped

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "count": count,
                "is_capped": is_capped,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        count = d.pop("count")

        is_capped = d.pop("is_capped")

        unread_count = cls(
            count=count,
            is_capped=is_capped,
        )

        return unread_count
