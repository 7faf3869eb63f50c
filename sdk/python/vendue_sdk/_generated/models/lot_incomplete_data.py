from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.invalid_field import InvalidField


T = TypeVar("T", bound="LotIncompleteData")


@_attrs_define
class LotIncompleteData:
    """Something that buyers need to know is missing.

    Fill in the fields named in `errors`, then submit the lot again.

        Attributes:
            errors (list[InvalidField]): One entry for each missing value.
    """

    errors: list[InvalidField]

    def to_dict(self) -> dict[str, Any]:
        errors = []
        for errors_item_data in self.errors:
            errors_item = errors_item_data.to_dict()
            errors.append(errors_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "errors": errors,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.invalid_field import InvalidField  # noqa: PLC0415

        d = dict(src_dict)
        errors = []
        _errors = d.pop("errors")
        for errors_item_data in _errors:
            errors_item = InvalidField.from_dict(errors_item_data)

            errors.append(errors_item)

        lot_incomplete_data = cls(
            errors=errors,
        )

        return lot_incomplete_data
