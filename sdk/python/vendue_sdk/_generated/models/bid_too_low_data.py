from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.lot_state import LotState


T = TypeVar("T", bound="BidTooLowData")


@_attrs_define
class BidTooLowData:
    """The amount is below the minimum bid in force when the bid was decided.

    Offer at least the minimum bid. Somebody may have bid in the meantime.

        Attributes:
            minimum_bid_minor (int): The least a new bidder must offer.
            currency (str): ISO 4217 code of the minimum bid.
            state (LotState): Everything public about a lot's bidding at one moment.
    """

    minimum_bid_minor: int
    currency: str
    state: LotState

    def to_dict(self) -> dict[str, Any]:
        minimum_bid_minor = self.minimum_bid_minor

        currency = self.currency

        state = self.state.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "minimum_bid_minor": minimum_bid_minor,
                "currency": currency,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lot_state import LotState  # noqa: PLC0415

        d = dict(src_dict)
        minimum_bid_minor = d.pop("minimum_bid_minor")

        currency = d.pop("currency")

        state = LotState.from_dict(d.pop("state"))

        bid_too_low_data = cls(
            minimum_bid_minor=minimum_bid_minor,
            currency=currency,
            state=state,
        )

        return bid_too_low_data
