from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="Session")


@_attrs_define
class Session:
    """A session as its owner gets it. The access token goes into the Authorization header.

    Attributes:
        session_id (UUID):
        access_token (str): Send it as `Authorization: Bearer …`.
        access_expires_at (datetime.datetime): Refresh the session before this moment.
        refresh_token (None | str): Good for one refresh; null where it travels in a cookie.
        expires_at (datetime.datetime): When the session ends at the latest.
    """

    session_id: UUID
    access_token: str
    access_expires_at: datetime.datetime
    refresh_token: None | str
    expires_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        session_id = str(self.session_id)

        access_token = self.access_token

        access_expires_at = self.access_expires_at.isoformat()

        refresh_token: None | str
        refresh_token = self.refresh_token

        expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "session_id": session_id,
                "access_token": access_token,
                "access_expires_at": access_expires_at,
                "refresh_token": refresh_token,
                "expires_at": expires_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        session_id = UUID(d.pop("session_id"))

        access_token = d.pop("access_token")

        access_expires_at = datetime.datetime.fromisoformat(d.pop("access_expires_at"))

        def _parse_refresh_token(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        refresh_token = _parse_refresh_token(d.pop("refresh_token"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        session = cls(
            session_id=session_id,
            access_token=access_token,
            access_expires_at=access_expires_at,
            refresh_token=refresh_token,
            expires_at=expires_at,
        )

        return session
