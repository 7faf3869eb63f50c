from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.lot_state import LotState


T = TypeVar("T", bound="ReserveReduction")


@_attrs_define
class ReserveReduction:
    """The reserve now in force, which only its seller sees, and the lot after it.

    Attributes:
        reserve_minor (int):
        state (LotState): Everything public about a lot's bidding at one moment.
    """

    reserve_minor: int
    state: LotState

    def to_dict(self) -> dict[str, Any]:
        reserve_minor = self.reserve_minor

        state = self.state.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reserve_minor": reserve_minor,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lot_state import LotState  # noqa: PLC0415

        d = dict(src_dict)
        reserve_minor = d.pop("reserve_minor")

        state = LotState.from_dict(d.pop("state"))

        reserve_reduction = cls(
            reserve_minor=reserve_minor,
            state=state,
        )

        return reserve_reduction
