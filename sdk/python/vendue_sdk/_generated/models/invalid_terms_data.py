from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="InvalidTermsData")


@_attrs_define
class InvalidTermsData:
    """The terms of a lot contradict each other.

    Correct the term named in `field`.

        Attributes:
            field (str): The term that cannot stand as it is.
    """

    field: str

    def to_dict(self) -> dict[str, Any]:
        field = self.field

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "field": field,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        field = d.pop("field")

        invalid_terms_data = cls(
            field=field,
        )

        return invalid_terms_data
