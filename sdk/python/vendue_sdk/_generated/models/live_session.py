from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="LiveSession")


@_attrs_define
class LiveSession:
    """A session of one's own that has not ended.

    Attributes:
        session_id (UUID):
        device (str): What the device called itself, or nothing.
        ip (None | str): Where it was last refreshed from.
        created_at (datetime.datetime):
        last_used_at (datetime.datetime): When it was last refreshed.
        expires_at (datetime.datetime):
        is_current (bool): Whether this request came with it.
    """

    session_id: UUID
    device: str
    ip: None | str
    created_at: datetime.datetime
    last_used_at: datetime.datetime
    expires_at: datetime.datetime
    is_current: bool

    def to_dict(self) -> dict[str, Any]:
        session_id = str(self.session_id)

        device = self.device

        ip: None | str
        ip = self.ip

        created_at = self.created_at.isoformat()

        last_used_at = self.last_used_at.isoformat()

        expires_at = self.expires_at.isoformat()

        is_current = self.is_current

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "session_id": session_id,
                "device": device,
                "ip": ip,
                "created_at": created_at,
                "last_used_at": last_used_at,
                "expires_at": expires_at,
                "is_current": is_current,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        session_id = UUID(d.pop("session_id"))

        device = d.pop("device")

        def _parse_ip(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ip = _parse_ip(d.pop("ip"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        last_used_at = datetime.datetime.fromisoformat(d.pop("last_used_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        is_current = d.pop("is_current")

        live_session = cls(
            session_id=session_id,
            device=device,
            ip=ip,
            created_at=created_at,
            last_used_at=last_used_at,
            expires_at=expires_at,
            is_current=is_current,
        )

        return live_session
