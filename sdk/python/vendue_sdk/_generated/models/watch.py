from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="Watch")


@_attrs_define
class Watch:
    """A lot on the watch list.

    Attributes:
        lot_id (UUID):
        created_at (datetime.datetime): Since when it is watched.
    """

    lot_id: UUID
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        lot_id = str(self.lot_id)

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "lot_id": lot_id,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        lot_id = UUID(d.pop("lot_id"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        watch = cls(
            lot_id=lot_id,
            created_at=created_at,
        )

        return watch
