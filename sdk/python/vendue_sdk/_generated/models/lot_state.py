from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.lot_result import LotResult
from ..models.lot_status import LotStatus
from ..models.reserve_standing import ReserveStanding

if TYPE_CHECKING:
    from ..models.buy_now import BuyNow


T = TypeVar("T", bound="LotState")


@_attrs_define
class LotState:
    """Everything public about a lot's bidding at one moment.

    Attributes:
        lot_id (UUID): The lot.
        epoch (int): Grows when staff void bids; the price may then fall.
        sequence (int): Number of the last fact; 0 before the first.
        status (LotStatus): Where a published lot stands.
        currency (str): ISO 4217 code of every amount here.
        price_minor (int): What the leader would pay now, or the start price.
        minimum_bid_minor (int): The least a new bidder must offer.
        bid_count (int): Accepted bids that were not voided.
        bidder_count (int): Different bidders so far.
        reserve (ReserveStanding): Whether a reserve exists and is met; its amount is never public.
        buy_now (BuyNow | None): The Buy Now offer while it is open, else null.
        leader (None | str): The leader's pseudonym on this lot, else null.
        starts_at (datetime.datetime): When bidding begins.
        ends_at (datetime.datetime): Moves later when a late bid extends the lot.
        extension_count (int): How often the end has moved.
        closed_at (datetime.datetime | None): When the lot was closed; null until then.
        result (LotResult | None): How the lot ended; null until then.
        hammer_price_minor (int | None): The price at the close of a sold lot.
    """

    lot_id: UUID
    epoch: int
    sequence: int
    status: LotStatus
    currency: str
    price_minor: int
    minimum_bid_minor: int
    bid_count: int
    bidder_count: int
    reserve: ReserveStanding
    buy_now: BuyNow | None
    leader: None | str
    starts_at: datetime.datetime
    ends_at: datetime.datetime
    extension_count: int
    closed_at: datetime.datetime | None
    result: LotResult | None
    hammer_price_minor: int | None

    def to_dict(self) -> dict[str, Any]:
        from ..models.buy_now import BuyNow  # noqa: PLC0415

        lot_id = str(self.lot_id)

        epoch = self.epoch

        sequence = self.sequence

        status = self.status.value

        currency = self.currency

        price_minor = self.price_minor

        minimum_bid_minor = self.minimum_bid_minor

        bid_count = self.bid_count

        bidder_count = self.bidder_count

        reserve = self.reserve.value

        buy_now: dict[str, Any] | None
        if isinstance(self.buy_now, BuyNow):
            buy_now = self.buy_now.to_dict()
        else:
            buy_now = self.buy_now

        leader: None | str
        leader = self.leader

        starts_at = self.starts_at.isoformat()

        ends_at = self.ends_at.isoformat()

        extension_count = self.extension_count

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        result: None | str
        if isinstance(self.result, LotResult):
            result = self.result.value
        else:
            result = self.result

        hammer_price_minor: int | None
        hammer_price_minor = self.hammer_price_minor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "lot_id": lot_id,
                "epoch": epoch,
                "sequence": sequence,
                "status": status,
                "currency": currency,
                "price_minor": price_minor,
                "minimum_bid_minor": minimum_bid_minor,
                "bid_count": bid_count,
                "bidder_count": bidder_count,
                "reserve": reserve,
                "buy_now": buy_now,
                "leader": leader,
                "starts_at": starts_at,
                "ends_at": ends_at,
                "extension_count": extension_count,
                "closed_at": closed_at,
                "result": result,
                "hammer_price_minor": hammer_price_minor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.buy_now import BuyNow  # noqa: PLC0415

        d = dict(src_dict)
        lot_id = UUID(d.pop("lot_id"))

        epoch = d.pop("epoch")

        sequence = d.pop("sequence")

        status = LotStatus(d.pop("status"))

        currency = d.pop("currency")

        price_minor = d.pop("price_minor")

        minimum_bid_minor = d.pop("minimum_bid_minor")

        bid_count = d.pop("bid_count")

        bidder_count = d.pop("bidder_count")

        reserve = ReserveStanding(d.pop("reserve"))

        def _parse_buy_now(data: object) -> BuyNow | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                buy_now_type_0 = BuyNow.from_dict(data)

                return buy_now_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BuyNow | None, data)

        buy_now = _parse_buy_now(d.pop("buy_now"))

        def _parse_leader(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        leader = _parse_leader(d.pop("leader"))

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        extension_count = d.pop("extension_count")

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        def _parse_result(data: object) -> LotResult | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                result_type_0 = LotResult(data)

                return result_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LotResult | None, data)

        result = _parse_result(d.pop("result"))

        def _parse_hammer_price_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        hammer_price_minor = _parse_hammer_price_minor(d.pop("hammer_price_minor"))

        lot_state = cls(
            lot_id=lot_id,
            epoch=epoch,
            sequence=sequence,
            status=status,
            currency=currency,
            price_minor=price_minor,
            minimum_bid_minor=minimum_bid_minor,
            bid_count=bid_count,
            bidder_count=bidder_count,
            reserve=reserve,
            buy_now=buy_now,
            leader=leader,
            starts_at=starts_at,
            ends_at=ends_at,
            extension_count=extension_count,
            closed_at=closed_at,
            result=result,
            hammer_price_minor=hammer_price_minor,
        )

        return lot_state
