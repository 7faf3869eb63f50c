from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="RealtimeTicket")


@_attrs_define
class RealtimeTicket:
    """A ticket for one live connection.

    Attributes:
        ticket (str): Goes into the address as `?ticket=…`; good once.
        expires_at (datetime.datetime): Connect before this moment.
        realtime_url (None | str): Where to connect, as in the meta; null while there is no realtime process.
    """

    ticket: str
    expires_at: datetime.datetime
    realtime_url: None | str

    def to_dict(self) -> dict[str, Any]:
        ticket = self.ticket

        expires_at = self.expires_at.isoformat()

        realtime_url: None | str
        realtime_url = self.realtime_url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ticket": ticket,
                "expires_at": expires_at,
                "realtime_url": realtime_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ticket = d.pop("ticket")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        def _parse_realtime_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        realtime_url = _parse_realtime_url(d.pop("realtime_url"))

        realtime_ticket = cls(
            ticket=ticket,
            expires_at=expires_at,
            realtime_url=realtime_url,
        )

        return realtime_ticket
