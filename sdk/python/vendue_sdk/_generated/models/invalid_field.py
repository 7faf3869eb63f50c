from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="InvalidField")


@_attrs_define
class InvalidField:
    """One field that did not match the contract.

    Attributes:
        pointer (str): JSON pointer to the value, or the parameter's name.
        code (str): Stable cause, such as `missing` or `greater_than`.
        detail (str): What is wrong, in a sentence.
    """

    pointer: str
    code: str
    detail: str

    def to_dict(self) -> dict[str, Any]:
        pointer = self.pointer

        code = self.code

        detail = self.detail

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "pointer": pointer,
                "code": code,
                "detail": detail,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pointer = d.pop("pointer")

        code = d.pop("code")

        detail = d.pop("detail")

        invalid_field = cls(
            pointer=pointer,
            code=code,
            detail=detail,
        )

        return invalid_field
