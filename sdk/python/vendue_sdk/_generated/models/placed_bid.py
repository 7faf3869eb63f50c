from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.placed_standing import PlacedStanding

if TYPE_CHECKING:
    from ..models.bid import Bid
    from ..models.lot_state import LotState


T = TypeVar("T", bound="PlacedBid")


@_attrs_define
class PlacedBid:
    """The answer to a bid: accepted, where it left you, and the lot after it.

    Attributes:
        bid (Bid): An accepted bid.
        standing (PlacedStanding): Where a bid left its bidder.
        state (LotState): Everything public about a lot's bidding at one moment.
        server_time (datetime.datetime):
    """

    bid: Bid
    standing: PlacedStanding
    state: LotState
    server_time: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        bid = self.bid.to_dict()

        standing = self.standing.value

        state = self.state.to_dict()

        server_time = self.server_time.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bid": bid,
                "standing": standing,
                "state": state,
                "server_time": server_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bid import Bid  # noqa: PLC0415
        from ..models.lot_state import LotState  # noqa: PLC0415

        d = dict(src_dict)
        bid = Bid.from_dict(d.pop("bid"))

        standing = PlacedStanding(d.pop("standing"))

        state = LotState.from_dict(d.pop("state"))

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        placed_bid = cls(
            bid=bid,
            standing=standing,
            state=state,
            server_time=server_time,
        )

        return placed_bid
