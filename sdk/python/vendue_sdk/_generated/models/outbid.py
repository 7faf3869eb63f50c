from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.lot_state import LotState


T = TypeVar("T", bound="Outbid")


@_attrs_define
class Outbid:
    """The account leads a lot no longer, or bid and does not lead.

    Attributes:
        type_ (Literal['me.outbid']): What this message is.
        id (UUID): Stable over redeliveries.
        occurred_at (datetime.datetime): When it happened, by the database's clock.
        account_id (UUID): Whose this is: the account that reads it.
        lot_id (UUID): The lot.
        lot_title (str): Its title.
        sequence (int): The lot's fact that moved it.
        state (LotState): Everything public about a lot's bidding at one moment.
        server_time (datetime.datetime): The server's clock when this was sent.
    """

    type_: Literal["me.outbid"]
    id: UUID
    occurred_at: datetime.datetime
    account_id: UUID
    lot_id: UUID
    lot_title: str
    sequence: int
    state: LotState
    server_time: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        id = str(self.id)

        occurred_at = self.occurred_at.isoformat()

        account_id = str(self.account_id)

        lot_id = str(self.lot_id)

        lot_title = self.lot_title

        sequence = self.sequence

        state = self.state.to_dict()

        server_time = self.server_time.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
                "id": id,
                "occurred_at": occurred_at,
                "account_id": account_id,
                "lot_id": lot_id,
                "lot_title": lot_title,
                "sequence": sequence,
                "state": state,
                "server_time": server_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lot_state import LotState  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast(Literal["me.outbid"], d.pop("type"))
        if type_ != "me.outbid":
            raise ValueError(f"type must match const 'me.outbid', got '{type_}'")

        id = UUID(d.pop("id"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        account_id = UUID(d.pop("account_id"))

        lot_id = UUID(d.pop("lot_id"))

        lot_title = d.pop("lot_title")

        sequence = d.pop("sequence")

        state = LotState.from_dict(d.pop("state"))

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        outbid = cls(
            type_=type_,
            id=id,
            occurred_at=occurred_at,
            account_id=account_id,
            lot_id=lot_id,
            lot_title=lot_title,
            sequence=sequence,
            state=state,
            server_time=server_time,
        )

        return outbid
