from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="AuctionTooShortData")


@_attrs_define
class AuctionTooShortData:
    """Too little time is left between now, or the start, and the end.

    Set a later end: at least `minimum_seconds` after the start, and from now.

        Attributes:
            minimum_seconds (int): How long bidding lasts at least.
    """

    minimum_seconds: int

    def to_dict(self) -> dict[str, Any]:
        minimum_seconds = self.minimum_seconds

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "minimum_seconds": minimum_seconds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        minimum_seconds = d.pop("minimum_seconds")

        auction_too_short_data = cls(
            minimum_seconds=minimum_seconds,
        )

        return auction_too_short_data
