from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.lot_state import LotState


T = TypeVar("T", bound="Withdrawal")


@_attrs_define
class Withdrawal:
    """A lot that its seller took back.

    Attributes:
        lot_id (UUID):
        state (LotState | None): Null where the lot was never published.
    """

    lot_id: UUID
    state: LotState | None

    def to_dict(self) -> dict[str, Any]:
        from ..models.lot_state import LotState  # noqa: PLC0415

        lot_id = str(self.lot_id)

        state: dict[str, Any] | None
        if isinstance(self.state, LotState):
            state = self.state.to_dict()
        else:
            state = self.state

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "lot_id": lot_id,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lot_state import LotState  # noqa: PLC0415

        d = dict(src_dict)
        lot_id = UUID(d.pop("lot_id"))

        def _parse_state(data: object) -> LotState | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                state_type_0 = LotState.from_dict(data)

                return state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LotState | None, data)

        state = _parse_state(d.pop("state"))

        withdrawal = cls(
            lot_id=lot_id,
            state=state,
        )

        return withdrawal
