from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ClientFlag")


@_attrs_define
class ClientFlag:
    """A feature that a client may have to show or hide.

    Attributes:
        name (str):
        enabled (bool):
    """

    name: str
    enabled: bool

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        enabled = self.enabled

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "enabled": enabled,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        enabled = d.pop("enabled")

        client_flag = cls(
            name=name,
            enabled=enabled,
        )

        return client_flag
