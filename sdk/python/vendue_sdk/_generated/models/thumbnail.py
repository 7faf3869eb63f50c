from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Thumbnail")


@_attrs_define
class Thumbnail:
    """A lot's first photograph, in a size for lists.

    Attributes:
        width (int):
        height (int):
        webp_url (str):
        avif_url (str):
        alt_text (str):
    """

    width: int
    height: int
    webp_url: str
    avif_url: str
    alt_text: str

    def to_dict(self) -> dict[str, Any]:
        width = self.width

        height = self.height

        webp_url = self.webp_url

        avif_url = self.avif_url

        alt_text = self.alt_text

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "width": width,
                "height": height,
                "webp_url": webp_url,
                "avif_url": avif_url,
                "alt_text": alt_text,
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

        alt_text = d.pop("alt_text")

        thumbnail = cls(
            width=width,
            height=height,
            webp_url=webp_url,
            avif_url=avif_url,
            alt_text=alt_text,
        )

        return thumbnail
