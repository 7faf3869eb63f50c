from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.costs import Costs
    from ..models.lot_state import LotState


T = TypeVar("T", bound="BidPreview")


@_attrs_define
class BidPreview:
    """What a bid would be. Depends on public facts and your own maximum alone (rule 2.13).

    Attributes:
        is_valid (bool):
        refusal_code (None | str): Why it would be refused now, else null.
        minimum_bid_minor (int): The least you would have to offer now.
        currency (str):
        highest_hammer_minor (int): The highest price it could lead to.
        highest_total_minor (int): That price with premium, VAT and shipping.
        costs (Costs): Everything a buyer pays for a lot at a hammer price. The lines add up to the total.
        state (LotState): Everything public about a lot's bidding at one moment.
        server_time (datetime.datetime):
    """

    is_valid: bool
    refusal_code: None | str
    minimum_bid_minor: int
    currency: str
    highest_hammer_minor: int
    highest_total_minor: int
    costs: Costs
    state: LotState
    server_time: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        is_valid = self.is_valid

        refusal_code: None | str
        refusal_code = self.refusal_code

        minimum_bid_minor = self.minimum_bid_minor

        currency = self.currency

        highest_hammer_minor = self.highest_hammer_minor

        highest_total_minor = self.highest_total_minor

        costs = self.costs.to_dict()

        state = self.state.to_dict()

        server_time = self.server_time.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "is_valid": is_valid,
                "refusal_code": refusal_code,
                "minimum_bid_minor": minimum_bid_minor,
                "currency": currency,
                "highest_hammer_minor": highest_hammer_minor,
                "highest_total_minor": highest_total_minor,
                "costs": costs,
                "state": state,
                "server_time": server_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.costs import Costs  # noqa: PLC0415
        from ..models.lot_state import LotState  # noqa: PLC0415

        d = dict(src_dict)
        is_valid = d.pop("is_valid")

        def _parse_refusal_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        refusal_code = _parse_refusal_code(d.pop("refusal_code"))

        minimum_bid_minor = d.pop("minimum_bid_minor")

        currency = d.pop("currency")

        highest_hammer_minor = d.pop("highest_hammer_minor")

        highest_total_minor = d.pop("highest_total_minor")

        costs = Costs.from_dict(d.pop("costs"))

        state = LotState.from_dict(d.pop("state"))

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        bid_preview = cls(
            is_valid=is_valid,
            refusal_code=refusal_code,
            minimum_bid_minor=minimum_bid_minor,
            currency=currency,
            highest_hammer_minor=highest_hammer_minor,
            highest_total_minor=highest_total_minor,
            costs=costs,
            state=state,
            server_time=server_time,
        )

        return bid_preview
