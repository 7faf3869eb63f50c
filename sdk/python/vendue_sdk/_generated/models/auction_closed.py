from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="AuctionClosed")


@_attrs_define
class AuctionClosed:
    """Every lot of the auction is closed, or the auction was cancelled.

    Attributes:
        type_ (Literal['auction.closed']): What this message is.
        id (UUID): Stable over redeliveries.
        occurred_at (datetime.datetime): When it happened, by the database's clock.
        auction_id (UUID): The auction.
        server_time (datetime.datetime): The server's clock when this was sent.
    """

    type_: Literal["auction.closed"]
    id: UUID
    occurred_at: datetime.datetime
    auction_id: UUID
    server_time: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        id = str(self.id)

        occurred_at = self.occurred_at.isoformat()

        auction_id = str(self.auction_id)

        server_time = self.server_time.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
                "id": id,
                "occurred_at": occurred_at,
                "auction_id": auction_id,
                "server_time": server_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["auction.closed"], d.pop("type"))
        if type_ != "auction.closed":
            raise ValueError(f"type must match const 'auction.closed', got '{type_}'")

        id = UUID(d.pop("id"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        auction_id = UUID(d.pop("auction_id"))

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        auction_closed = cls(
            type_=type_,
            id=id,
            occurred_at=occurred_at,
            auction_id=auction_id,
            server_time=server_time,
        )

        return auction_closed
