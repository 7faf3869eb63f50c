from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="LegalVersions")


@_attrs_define
class LegalVersions:
    """The versions of the texts in force; registration names the terms it accepts.

    Attributes:
        terms (str):
        privacy (str):
    """

    terms: str
    privacy: str

    def to_dict(self) -> dict[str, Any]:
        terms = self.terms

        privacy = self.privacy

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "terms": terms,
                "privacy": privacy,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        terms = d.pop("terms")

        privacy = d.pop("privacy")

        legal_versions = cls(
            terms=terms,
            privacy=privacy,
        )

        return legal_versions
