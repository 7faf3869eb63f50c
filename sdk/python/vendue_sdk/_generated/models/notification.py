from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.notification_kind import NotificationKind

if TYPE_CHECKING:
    from ..models.notification_data import NotificationData


T = TypeVar("T", bound="Notification")


@_attrs_define
class Notification:
    """One entry of the bell. Its text is the client's, in the reader's language.

    About a lot there is one entry on where you stand and one on its end; news of the same matter
    replaces it under the same id and makes it unread again.

        Attributes:
            notification_id (UUID): The entry.
            kind (NotificationKind): What a notification is about. Kinds may be added.
            lot_id (None | UUID): The lot it is about, else null.
            lot_title (None | str): The lot's title, else null.
            saved_search_id (None | UUID): The saved search it is about, else null.
            data (NotificationData): The figures that the text of a notification is made of; null where they say nothing.
            created_at (datetime.datetime): When what it tells happened.
            read_at (datetime.datetime | None): When you read it; null while it is unread.
    """

    notification_id: UUID
    kind: NotificationKind
    lot_id: None | UUID
    lot_title: None | str
    saved_search_id: None | UUID
    data: NotificationData
    created_at: datetime.datetime
    read_at: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        notification_id = str(self.notification_id)

        kind = self.kind.value

        lot_id: None | str
        if isinstance(self.lot_id, UUID):
            lot_id = str(self.lot_id)
        else:
            lot_id = self.lot_id

        lot_title: None | str
        lot_title = self.lot_title

        saved_search_id: None | str
        if isinstance(self.saved_search_id, UUID):
            saved_search_id = str(self.saved_search_id)
        else:
            saved_search_id = self.saved_search_id

        data = self.data.to_dict()

        created_at = self.created_at.isoformat()

        read_at: None | str
        if isinstance(self.read_at, datetime.datetime):
            read_at = self.read_at.isoformat()
        else:
            read_at = self.read_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "notification_id": notification_id,
                "kind": kind,
                "lot_id": lot_id,
                "lot_title": lot_title,
                "saved_search_id": saved_search_id,
                "data": data,
                "created_at": created_at,
                "read_at": read_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.notification_data import NotificationData  # noqa: PLC0415

        d = dict(src_dict)
        notification_id = UUID(d.pop("notification_id"))

        kind = NotificationKind(d.pop("kind"))

        def _parse_lot_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lot_id_type_0 = UUID(data)

                return lot_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        lot_id = _parse_lot_id(d.pop("lot_id"))

        def _parse_lot_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        lot_title = _parse_lot_title(d.pop("lot_title"))

        def _parse_saved_search_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                saved_search_id_type_0 = UUID(data)

                return saved_search_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        saved_search_id = _parse_saved_search_id(d.pop("saved_search_id"))

        data = NotificationData.from_dict(d.pop("data"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_read_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                read_at_type_0 = datetime.datetime.fromisoformat(data)

                return read_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        read_at = _parse_read_at(d.pop("read_at"))

        notification = cls(
            notification_id=notification_id,
            kind=kind,
            lot_id=lot_id,
            lot_title=lot_title,
            saved_search_id=saved_search_id,
            data=data,
            created_at=created_at,
            read_at=read_at,
        )

        return notification
