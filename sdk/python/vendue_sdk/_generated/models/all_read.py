from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="AllRead")


@_attrs_define
class AllRead:
    """Until when everything is read.

    Attributes:
        read_at (datetime.datetime): Notifications made until then are read.
    """

    read_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        read_at = self.read_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "read_at": read_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        read_at = datetime.datetime.fromisoformat(d.pop("read_at"))

        all_read = cls(
            read_at=read_at,
        )

        return all_read
