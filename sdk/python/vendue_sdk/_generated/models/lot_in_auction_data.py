from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="LotInAuctionData")


@_attrs_define
class LotInAuctionData:
    """A lot belongs to one auction only.

    Leave the lot out, or cancel the draft that holds it. Relist a lot that did not sell.

        Attributes:
            lot_id (UUID): The lot that is taken.
    """

    lot_id: UUID

    def to_dict(self) -> dict[str, Any]:
        lot_id = str(self.lot_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "lot_id": lot_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        lot_id = UUID(d.pop("lot_id"))

        lot_in_auction_data = cls(
            lot_id=lot_id,
        )

        return lot_in_auction_data
