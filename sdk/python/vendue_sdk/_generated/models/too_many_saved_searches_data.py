from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="TooManySavedSearchesData")


@_attrs_define
class TooManySavedSearchesData:
    """The account keeps as many searches as it may.

    Remove a saved search before you save another.

        Attributes:
            maximum (int): How many searches an account may keep.
    """

    maximum: int

    def to_dict(self) -> dict[str, Any]:
        maximum = self.maximum

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "maximum": maximum,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        maximum = d.pop("maximum")

        too_many_saved_searches_data = cls(
            maximum=maximum,
        )

        return too_many_saved_searches_data
