from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.lot_result import LotResult

if TYPE_CHECKING:
    from ..models.lot_state import LotState


T = TypeVar("T", bound="LotClosed")


@_attrs_define
class LotClosed:
    """The lot came to its end.

    Attributes:
        type_ (Literal['lot.closed']): What this message is.
        id (UUID): Stable over redeliveries.
        occurred_at (datetime.datetime): When it happened, by the database's clock.
        lot_id (UUID): The lot.
        epoch (int): Grows when staff void bids.
        sequence (int): The fact's number; a gap means that something was missed.
        state (LotState): Everything public about a lot's bidding at one moment.
        result (LotResult): How a lot ended.
        winner (None | str): The winner's pseudonym, null where it is not sold.
        server_time (datetime.datetime): The server's clock when this was sent.
    """

    type_: Literal["lot.closed"]
    id: UUID
    occurred_at: datetime.datetime
    lot_id: UUID
    epoch: int
    sequence: int
    state: LotState
    result: LotResult
    winner: None | str
    server_time: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        id = str(self.id)

        occurred_at = self.occurred_at.isoformat()

        lot_id = str(self.lot_id)

        epoch = self.epoch

        sequence = self.sequence

        state = self.state.to_dict()

        result = self.result.value

        winner: None | str
        winner = self.winner

        server_time = self.server_time.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
                "id": id,
                "occurred_at": occurred_at,
                "lot_id": lot_id,
                "epoch": epoch,
                "sequence": sequence,
                "state": state,
                "result": result,
                "winner": winner,
                "server_time": server_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lot_state import LotState  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast(Literal["lot.closed"], d.pop("type"))
        if type_ != "lot.closed":
            raise ValueError(f"type must match const 'lot.closed', got '{type_}'")

        id = UUID(d.pop("id"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        lot_id = UUID(d.pop("lot_id"))

        epoch = d.pop("epoch")

        sequence = d.pop("sequence")

        state = LotState.from_dict(d.pop("state"))

        result = LotResult(d.pop("result"))

        def _parse_winner(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        winner = _parse_winner(d.pop("winner"))

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        lot_closed = cls(
            type_=type_,
            id=id,
            occurred_at=occurred_at,
            lot_id=lot_id,
            epoch=epoch,
            sequence=sequence,
            state=state,
            result=result,
            winner=winner,
            server_time=server_time,
        )

        return lot_closed
