from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="LocalName")


@_attrs_define
class LocalName:
    """A name in the market's languages.

    Attributes:
        lv (str):
        en (str):
        ru (str):
    """

    lv: str
    en: str
    ru: str

    def to_dict(self) -> dict[str, Any]:
        lv = self.lv

        en = self.en

        ru = self.ru

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "lv": lv,
                "en": en,
                "ru": ru,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        lv = d.pop("lv")

        en = d.pop("en")

        ru = d.pop("ru")

        local_name = cls(
            lv=lv,
            en=en,
            ru=ru,
        )

        return local_name
