from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.notification_kind import NotificationKind

T = TypeVar("T", bound="NotificationChannels")


@_attrs_define
class NotificationChannels:
    """How one kind of notification reaches you.

    Attributes:
        kind (NotificationKind): What a notification is about. Kinds may be added.
        in_app (bool): Whether it stands in the bell.
        email (bool): Whether a letter is sent.
    """

    kind: NotificationKind
    in_app: bool
    email: bool

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        in_app = self.in_app

        email = self.email

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "in_app": in_app,
                "email": email,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = NotificationKind(d.pop("kind"))

        in_app = d.pop("in_app")

        email = d.pop("email")

        notification_channels = cls(
            kind=kind,
            in_app=in_app,
            email=email,
        )

        return notification_channels
