from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="LetterNotice")


@_attrs_define
class LetterNotice:
    """A letter is on its way, if there is a reason for one. Says nothing about accounts.

    Attributes:
        email (str): The address as it was given.
    """

    email: str

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        letter_notice = cls(
            email=email,
        )

        return letter_notice
