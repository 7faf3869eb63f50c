from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PhotographTooLargeData")


@_attrs_define
class PhotographTooLargeData:
    """The picture has more bytes or pixels than is sensible.

    Send a smaller file, or one with fewer pixels.

        Attributes:
            maximum_bytes (int): How large the file may be.
            maximum_pixels (int): How many pixels it may decode to.
    """

    maximum_bytes: int
    maximum_pixels: int

    def to_dict(self) -> dict[str, Any]:
        maximum_bytes = self.maximum_bytes

        maximum_pixels = self.maximum_pixels

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "maximum_bytes": maximum_bytes,
                "maximum_pixels": maximum_pixels,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        maximum_bytes = d.pop("maximum_bytes")

        maximum_pixels = d.pop("maximum_pixels")

        photograph_too_large_data = cls(
            maximum_bytes=maximum_bytes,
            maximum_pixels=maximum_pixels,
        )

        return photograph_too_large_data
