from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="TermsOutdatedData")


@_attrs_define
class TermsOutdatedData:
    """The terms accepted are not those in force.

    Show the terms in force to the person and register again with their version.

        Attributes:
            terms_version (str): The version of the terms in force.
    """

    terms_version: str

    def to_dict(self) -> dict[str, Any]:
        terms_version = self.terms_version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "terms_version": terms_version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        terms_version = d.pop("terms_version")

        terms_outdated_data = cls(
            terms_version=terms_version,
        )

        return terms_outdated_data
