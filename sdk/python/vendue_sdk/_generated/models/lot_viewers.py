from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="LotViewers")


@_attrs_define
class LotViewers:
    """How many connections watch the lot; it has no place in the sequence.

    Attributes:
        type_ (Literal['lot.viewers']): What this message is.
        id (UUID): Stable over redeliveries.
        occurred_at (datetime.datetime): When it happened, by the server's clock.
        lot_id (UUID): The lot.
        viewers (int): Connections that have the lot open.
        server_time (datetime.datetime): The server's clock when this was sent.
    """

    type_: Literal["lot.viewers"]
    id: UUID
    occurred_at: datetime.datetime
    lot_id: UUID
    viewers: int
    server_time: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        id = str(self.id)

        occurred_at = self.occurred_at.isoformat()

        lot_id = str(self.lot_id)

        viewers = self.viewers

        server_time = self.server_time.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
                "id": id,
                "occurred_at": occurred_at,
                "lot_id": lot_id,
                "viewers": viewers,
                "server_time": server_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["lot.viewers"], d.pop("type"))
        if type_ != "lot.viewers":
            raise ValueError(f"type must match const 'lot.viewers', got '{type_}'")

        id = UUID(d.pop("id"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        lot_id = UUID(d.pop("lot_id"))

        viewers = d.pop("viewers")

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        lot_viewers = cls(
            type_=type_,
            id=id,
            occurred_at=occurred_at,
            lot_id=lot_id,
            viewers=viewers,
            server_time=server_time,
        )

        return lot_viewers
