from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.notification import Notification


T = TypeVar("T", bound="Notified")


@_attrs_define
class Notified:
    """An entry of the bell is new, has changed, or was read on another device.

    Attributes:
        type_ (Literal['me.notification']): What this message is.
        id (UUID): Stable over redeliveries.
        occurred_at (datetime.datetime): When it happened, by the database's clock.
        account_id (UUID): Whose this is: the account that reads it.
        notification (Notification): One entry of the bell. Its text is the client's, in the reader's language.

            About a lot there is one entry on where you stand and one on its end; news of the same matter
            replaces it under the same id and makes it unread again.
        server_time (datetime.datetime): The server's clock when this was sent.
    """

    type_: Literal["me.notification"]
    id: UUID
    occurred_at: datetime.datetime
    account_id: UUID
    notification: Notification
    server_time: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        id = str(self.id)

        occurred_at = self.occurred_at.isoformat()

        account_id = str(self.account_id)

        notification = self.notification.to_dict()

        server_time = self.server_time.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
                "id": id,
                "occurred_at": occurred_at,
                "account_id": account_id,
                "notification": notification,
                "server_time": server_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.notification import Notification  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast(Literal["me.notification"], d.pop("type"))
        if type_ != "me.notification":
            raise ValueError(f"type must match const 'me.notification', got '{type_}'")

        id = UUID(d.pop("id"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        account_id = UUID(d.pop("account_id"))

        notification = Notification.from_dict(d.pop("notification"))

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        notified = cls(
            type_=type_,
            id=id,
            occurred_at=occurred_at,
            account_id=account_id,
            notification=notification,
            server_time=server_time,
        )

        return notified
