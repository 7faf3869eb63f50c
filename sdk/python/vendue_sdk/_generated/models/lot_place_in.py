from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="LotPlaceIn")


@_attrs_define
class LotPlaceIn:
    """A lot in a plan.

    Attributes:
        lot_id (UUID):
        hard_end (datetime.datetime | None | Unset): No extension takes the lot's end past this time; null for no limit.
    """

    lot_id: UUID
    hard_end: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        lot_id = str(self.lot_id)

        hard_end: None | str | Unset
        if isinstance(self.hard_end, Unset):
            hard_end = UNSET
        elif isinstance(self.hard_end, datetime.datetime):
            hard_end = self.hard_end.isoformat()
        else:
            hard_end = self.hard_end

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "lot_id": lot_id,
            }
        )
        if hard_end is not UNSET:
            field_dict["hard_end"] = hard_end

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        lot_id = UUID(d.pop("lot_id"))

        def _parse_hard_end(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                hard_end_type_0 = datetime.datetime.fromisoformat(data)

                return hard_end_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        hard_end = _parse_hard_end(d.pop("hard_end", UNSET))

        lot_place_in = cls(
            lot_id=lot_id,
            hard_end=hard_end,
        )

        return lot_place_in
