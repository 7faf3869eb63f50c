from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="SessionEnded")


@_attrs_define
class SessionEnded:
    """One of the account's sessions ended; whoever holds it must sign in again.

    Attributes:
        type_ (Literal['me.session_ended']): What this message is.
        id (UUID): Stable over redeliveries.
        occurred_at (datetime.datetime): When it happened, by the database's clock.
        account_id (UUID): Whose this is: the account that reads it.
        session_id (UUID): The session that ended.
        server_time (datetime.datetime): The server's clock when this was sent.
    """

    type_: Literal["me.session_ended"]
    id: UUID
    occurred_at: datetime.datetime
    account_id: UUID
    session_id: UUID
    server_time: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        id = str(self.id)

        occurred_at = self.occurred_at.isoformat()

        account_id = str(self.account_id)

        session_id = str(self.session_id)

        server_time = self.server_time.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
                "id": id,
                "occurred_at": occurred_at,
                "account_id": account_id,
                "session_id": session_id,
                "server_time": server_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["me.session_ended"], d.pop("type"))
        if type_ != "me.session_ended":
            raise ValueError(f"type must match const 'me.session_ended', got '{type_}'")

        id = UUID(d.pop("id"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        account_id = UUID(d.pop("account_id"))

        session_id = UUID(d.pop("session_id"))

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        session_ended = cls(
            type_=type_,
            id=id,
            occurred_at=occurred_at,
            account_id=account_id,
            session_id=session_id,
            server_time=server_time,
        )

        return session_ended
