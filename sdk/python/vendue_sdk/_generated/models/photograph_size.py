from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PhotographSize")


@_attrs_define
class PhotographSize:
    """One size of a photograph.

    Attributes:
        width (int):
        height (int):
        webp_url (str):
        avif_url (str):
    """

    width: int
    height: int
    webp_url: str
    avif_url: str

    def to_dict(self) -> dict[str, Any]:
        width = self.width

        height = self.height

        webp_url = self.webp_url

        avif_url = self.avif_url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "width": width,
                "height": height,
                "webp_url": webp_url,
                "avif_url": avif_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        width = d.pop("width")

        height = d.pop("height")

        webp_url = d.pop("webp_url")

        avif_url = d.pop("avif_url")

        photograph_size = cls(
            width=width,
            height=height,
            webp_url=webp_url,
            avif_url=avif_url,
        )

        return photograph_size
