from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.notification_kind import NotificationKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="NotificationChannelsIn")


@_attrs_define
class NotificationChannelsIn:
    """How one kind is to reach you; what is left out stays.

    Attributes:
        kind (NotificationKind): What a notification is about. Kinds may be added.
        in_app (bool | Unset): Whether it stands in the bell.
        email (bool | Unset): Whether a letter is sent.
    """

    kind: NotificationKind
    in_app: bool | Unset = UNSET
    email: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        in_app = self.in_app

        email = self.email

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )
        if in_app is not UNSET:
            field_dict["in_app"] = in_app
        if email is not UNSET:
            field_dict["email"] = email

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = NotificationKind(d.pop("kind"))

        in_app = d.pop("in_app", UNSET)

        email = d.pop("email", UNSET)

        notification_channels_in = cls(
            kind=kind,
            in_app=in_app,
            email=email,
        )

        return notification_channels_in
