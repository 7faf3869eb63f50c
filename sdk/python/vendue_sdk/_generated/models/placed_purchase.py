from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.lot_state import LotState
    from ..models.purchase import Purchase


T = TypeVar("T", bound="PlacedPurchase")


@_attrs_define
class PlacedPurchase:
    """The answer to Buy Now: the lot is yours and closed.

    Attributes:
        purchase (Purchase): A purchase at the Buy Now price.
        state (LotState): Everything public about a lot's bidding at one moment.
        server_time (datetime.datetime):
    """

    purchase: Purchase
    state: LotState
    server_time: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        purchase = self.purchase.to_dict()

        state = self.state.to_dict()

        server_time = self.server_time.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "purchase": purchase,
                "state": state,
                "server_time": server_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lot_state import LotState  # noqa: PLC0415
        from ..models.purchase import Purchase  # noqa: PLC0415

        d = dict(src_dict)
        purchase = Purchase.from_dict(d.pop("purchase"))

        state = LotState.from_dict(d.pop("state"))

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        placed_purchase = cls(
            purchase=purchase,
            state=state,
            server_time=server_time,
        )

        return placed_purchase
