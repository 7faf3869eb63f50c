from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="Commitments")


@_attrs_define
class Commitments:
    """Hashes that bind the market to what it does not show.

    Attributes:
        bidder (None | str): SHA-256 over the account, with a secret salt.
        maximum (None | str): SHA-256 over the maximum, with a secret salt.
    """

    bidder: None | str
    maximum: None | str

    def to_dict(self) -> dict[str, Any]:
        bidder: None | str
        bidder = self.bidder

        maximum: None | str
        maximum = self.maximum

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bidder": bidder,
                "maximum": maximum,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_bidder(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        bidder = _parse_bidder(d.pop("bidder"))

        def _parse_maximum(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        maximum = _parse_maximum(d.pop("maximum"))

        commitments = cls(
            bidder=bidder,
            maximum=maximum,
        )

        return commitments
