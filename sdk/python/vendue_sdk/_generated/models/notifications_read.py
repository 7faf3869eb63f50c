from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="NotificationsRead")


@_attrs_define
class NotificationsRead:
    """Every entry of the bell was marked as read, up to and including this moment.

    Attributes:
        type_ (Literal['me.notifications_read']): What this message is.
        id (UUID): Stable over redeliveries.
        occurred_at (datetime.datetime): When it happened, by the database's clock.
        account_id (UUID): Whose this is: the account that reads it.
        read_at (datetime.datetime): Entries made until then are read.
        server_time (datetime.datetime): The server's clock when this was sent.
    """

    type_: Literal["me.notifications_read"]
    id: UUID
    occurred_at: datetime.datetime
    account_id: UUID
    read_at: datetime.datetime
    server_time: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        id = str(self.id)

        occurred_at = self.occurred_at.isoformat()

        account_id = str(self.account_id)

        read_at = self.read_at.isoformat()

        server_time = self.server_time.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
                "id": id,
                "occurred_at": occurred_at,
                "account_id": account_id,
                "read_at": read_at,
                "server_time": server_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["me.notifications_read"], d.pop("type"))
        if type_ != "me.notifications_read":
            raise ValueError(f"type must match const 'me.notifications_read', got '{type_}'")

        id = UUID(d.pop("id"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        account_id = UUID(d.pop("account_id"))

        read_at = datetime.datetime.fromisoformat(d.pop("read_at"))

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        notifications_read = cls(
            type_=type_,
            id=id,
            occurred_at=occurred_at,
            account_id=account_id,
            read_at=read_at,
            server_time=server_time,
        )

        return notifications_read
