from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="InvalidRulesData")


@_attrs_define
class InvalidRulesData:
    """A rule set, an increment table or an override does not say what it must.

    Correct the value that `pointer` names.

        Attributes:
            pointer (str): JSON pointer to the value that is wrong.
    """

    pointer: str

    def to_dict(self) -> dict[str, Any]:
        pointer = self.pointer

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "pointer": pointer,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pointer = d.pop("pointer")

        invalid_rules_data = cls(
            pointer=pointer,
        )

        return invalid_rules_data
