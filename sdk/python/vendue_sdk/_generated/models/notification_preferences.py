from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.ending_notice import EndingNotice

if TYPE_CHECKING:
    from ..models.notification_channels import NotificationChannels


T = TypeVar("T", bound="NotificationPreferences")


@_attrs_define
class NotificationPreferences:
    """What you are told, and how.

    Attributes:
        channels (list[NotificationChannels]): One entry for each kind.
        ending_notice (EndingNotice): How long before a lot's end its bidders and watchers are told.
        version (int):
    """

    channels: list[NotificationChannels]
    ending_notice: EndingNotice
    version: int

    def to_dict(self) -> dict[str, Any]:
        channels = []
        for channels_item_data in self.channels:
            channels_item = channels_item_data.to_dict()
            channels.append(channels_item)

        ending_notice = self.ending_notice.value

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "channels": channels,
                "ending_notice": ending_notice,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.notification_channels import NotificationChannels  # noqa: PLC0415

        d = dict(src_dict)
        channels = []
        _channels = d.pop("channels")
        for channels_item_data in _channels:
            channels_item = NotificationChannels.from_dict(channels_item_data)

            channels.append(channels_item)

        ending_notice = EndingNotice(d.pop("ending_notice"))

        version = d.pop("version")

        notification_preferences = cls(
            channels=channels,
            ending_notice=ending_notice,
            version=version,
        )

        return notification_preferences
