from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Limits")


@_attrs_define
class Limits:
    """What the market takes at once.

    Attributes:
        body_bytes (int):
        upload_bytes (int):
        amount_minor (int):
        page_items (int): The highest `limit` of a list.
    """

    body_bytes: int
    upload_bytes: int
    amount_minor: int
    page_items: int

    def to_dict(self) -> dict[str, Any]:
        body_bytes = self.body_bytes

        upload_bytes = self.upload_bytes

        amount_minor = self.amount_minor

        page_items = self.page_items

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "body_bytes": body_bytes,
                "upload_bytes": upload_bytes,
                "amount_minor": amount_minor,
                "page_items": page_items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        body_bytes = d.pop("body_bytes")

        upload_bytes = d.pop("upload_bytes")

        amount_minor = d.pop("amount_minor")

        page_items = d.pop("page_items")

        limits = cls(
            body_bytes=body_bytes,
            upload_bytes=upload_bytes,
            amount_minor=amount_minor,
            page_items=page_items,
        )

        return limits
