from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.lot_state import LotState


T = TypeVar("T", bound="BidPlaced")


@_attrs_define
class BidPlaced:
    """A bid was accepted, or the leader's proxy answered one.

    Attributes:
        type_ (Literal['lot.bid_placed']): What this message is.
        id (UUID): Stable over redeliveries.
        occurred_at (datetime.datetime): When it happened, by the database's clock.
        lot_id (UUID): The lot.
        epoch (int): Grows when staff void bids.
        sequence (int): The fact's number; a gap means that something was missed.
        state (LotState): Everything public about a lot's bidding at one moment.
        bidder (str): The bidder's pseudonym on this lot.
        amount_minor (int): The amount shown: for whoever leads, the price.
        automatic (bool): Whether the leader's proxy made this bid.
        server_time (datetime.datetime): The server's clock when this was sent.
    """

    type_: Literal["lot.bid_placed"]
    id: UUID
    occurred_at: datetime.datetime
    lot_id: UUID
    epoch: int
    sequence: int
    state: LotState
    bidder: str
    amount_minor: int
    automatic: bool
    server_time: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        id = str(self.id)

        occurred_at = self.occurred_at.isoformat()

        lot_id = str(self.lot_id)

        epoch = self.epoch

        sequence = self.sequence

        state = self.state.to_dict()

        bidder = self.bidder

        amount_minor = self.amount_minor

        automatic = self.automatic

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
                "bidder": bidder,
                "amount_minor": amount_minor,
                "automatic": automatic,
                "server_time": server_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lot_state import LotState  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast(Literal["lot.bid_placed"], d.pop("type"))
        if type_ != "lot.bid_placed":
            raise ValueError(f"type must match const 'lot.bid_placed', got '{type_}'")

        id = UUID(d.pop("id"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        lot_id = UUID(d.pop("lot_id"))

        epoch = d.pop("epoch")

        sequence = d.pop("sequence")

        state = LotState.from_dict(d.pop("state"))

        bidder = d.pop("bidder")

        amount_minor = d.pop("amount_minor")

        automatic = d.pop("automatic")

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        bid_placed = cls(
            type_=type_,
            id=id,
            occurred_at=occurred_at,
            lot_id=lot_id,
            epoch=epoch,
            sequence=sequence,
            state=state,
            bidder=bidder,
            amount_minor=amount_minor,
            automatic=automatic,
            server_time=server_time,
        )

        return bid_placed
