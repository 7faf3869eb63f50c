from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.bidder_standing import BidderStanding

if TYPE_CHECKING:
    from ..models.lot_state import LotState


T = TypeVar("T", bound="MyBid")


@_attrs_define
class MyBid:
    """Your own standing on a lot.

    Attributes:
        lot_id (UUID):
        bidder (str): Your pseudonym on this lot.
        standing (BidderStanding): Where a bidder stands on a lot.
        maximum_minor (int | None): Your standing maximum; null once voided.
        last_bid_at (datetime.datetime):
        state (LotState): Everything public about a lot's bidding at one moment.
    """

    lot_id: UUID
    bidder: str
    standing: BidderStanding
    maximum_minor: int | None
    last_bid_at: datetime.datetime
    state: LotState

    def to_dict(self) -> dict[str, Any]:
        lot_id = str(self.lot_id)

        bidder = self.bidder

        standing = self.standing.value

        maximum_minor: int | None
        maximum_minor = self.maximum_minor

        last_bid_at = self.last_bid_at.isoformat()

        state = self.state.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "lot_id": lot_id,
                "bidder": bidder,
                "standing": standing,
                "maximum_minor": maximum_minor,
                "last_bid_at": last_bid_at,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lot_state import LotState  # noqa: PLC0415

        d = dict(src_dict)
        lot_id = UUID(d.pop("lot_id"))

        bidder = d.pop("bidder")

        standing = BidderStanding(d.pop("standing"))

        def _parse_maximum_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        maximum_minor = _parse_maximum_minor(d.pop("maximum_minor"))

        last_bid_at = datetime.datetime.fromisoformat(d.pop("last_bid_at"))

        state = LotState.from_dict(d.pop("state"))

        my_bid = cls(
            lot_id=lot_id,
            bidder=bidder,
            standing=standing,
            maximum_minor=maximum_minor,
            last_bid_at=last_bid_at,
            state=state,
        )

        return my_bid
