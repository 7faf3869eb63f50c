from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.api_key import ApiKey


T = TypeVar("T", bound="CreatedApiKey")


@_attrs_define
class CreatedApiKey:
    """A key, the only time it is shown.

    Attributes:
        key (str): Send it as `Authorization: Bearer …`. Keep it now.
        api_key (ApiKey): A key, without what makes it one.
    """

    key: str
    api_key: ApiKey

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        api_key = self.api_key.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "key": key,
                "api_key": api_key,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.api_key import ApiKey  # noqa: PLC0415

        d = dict(src_dict)
        key = d.pop("key")

        api_key = ApiKey.from_dict(d.pop("api_key"))

        created_api_key = cls(
            key=key,
            api_key=api_key,
        )

        return created_api_key
