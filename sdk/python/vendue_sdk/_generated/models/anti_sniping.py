from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.extension_mode import ExtensionMode

T = TypeVar("T", bound="AntiSniping")


@_attrs_define
class AntiSniping:
    """When a late bid extends a lot, and by how much (rule 5.2).

    Attributes:
        trigger_seconds (int): 0 where extensions are off.
        extend_seconds (int):
        mode (ExtensionMode): How a late bid moves the end (rule 5.2).
        max_extensions (int | None): Null for no limit.
    """

    trigger_seconds: int
    extend_seconds: int
    mode: ExtensionMode
    max_extensions: int | None

    def to_dict(self) -> dict[str, Any]:
        trigger_seconds = self.trigger_seconds

        extend_seconds = self.extend_seconds

        mode = self.mode.value

        max_extensions: int | None
        max_extensions = self.max_extensions

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "trigger_seconds": trigger_seconds,
                "extend_seconds": extend_seconds,
                "mode": mode,
                "max_extensions": max_extensions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        trigger_seconds = d.pop("trigger_seconds")

        extend_seconds = d.pop("extend_seconds")

        mode = ExtensionMode(d.pop("mode"))

        def _parse_max_extensions(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        max_extensions = _parse_max_extensions(d.pop("max_extensions"))

        anti_sniping = cls(
            trigger_seconds=trigger_seconds,
            extend_seconds=extend_seconds,
            mode=mode,
            max_extensions=max_extensions,
        )

        return anti_sniping
