from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="LotNotEditableData")


@_attrs_define
class LotNotEditableData:
    """The lot has left its seller's hands.

    Only a draft or a returned lot can be changed. Withdraw and relist it to start over.

        Attributes:
            stage (str): How far the lot has come: a `LotStage`.
    """

    stage: str

    def to_dict(self) -> dict[str, Any]:
        stage = self.stage

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "stage": stage,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        stage = d.pop("stage")

        lot_not_editable_data = cls(
            stage=stage,
        )

        return lot_not_editable_data
