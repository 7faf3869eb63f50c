from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="AuctionLotMoved")


@_attrs_define
class AuctionLotMoved:
    """A lot of the auction has a new end.

    Attributes:
        type_ (Literal['auction.lot_moved']): What this message is.
        id (UUID): Stable over redeliveries.
        occurred_at (datetime.datetime): When it happened, by the database's clock.
        auction_id (UUID): The auction.
        lot_id (UUID): The lot.
        ends_at (datetime.datetime): The end now in force.
        server_time (datetime.datetime): The server's clock when this was sent.
    """

    type_: Literal["auction.lot_moved"]
    id: UUID
    occurred_at: datetime.datetime
    auction_id: UUID
    lot_id: UUID
    ends_at: datetime.datetime
    server_time: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        id = str(self.id)

        occurred_at = self.occurred_at.isoformat()

        auction_id = str(self.auction_id)

        lot_id = str(self.lot_id)

        ends_at = self.ends_at.isoformat()

        server_time = self.server_time.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
                "id": id,
                "occurred_at": occurred_at,
                "auction_id": auction_id,
                "lot_id": lot_id,
                "ends_at": ends_at,
                "server_time": server_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["auction.lot_moved"], d.pop("type"))
        if type_ != "auction.lot_moved":
            raise ValueError(f"type must match const 'auction.lot_moved', got '{type_}'")

        id = UUID(d.pop("id"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        auction_id = UUID(d.pop("auction_id"))

        lot_id = UUID(d.pop("lot_id"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        auction_lot_moved = cls(
            type_=type_,
            id=id,
            occurred_at=occurred_at,
            auction_id=auction_id,
            lot_id=lot_id,
            ends_at=ends_at,
            server_time=server_time,
        )

        return auction_lot_moved
