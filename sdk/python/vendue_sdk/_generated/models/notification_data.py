from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.lot_result import LotResult

T = TypeVar("T", bound="NotificationData")


@_attrs_define
class NotificationData:
    """The figures that the text of a notification is made of; null where they say nothing.

    Attributes:
        price_minor (int | None): The lot's price then; of a won lot the hammer price.
        minimum_bid_minor (int | None): The least that would have taken part again then.
        currency (None | str): ISO 4217 code of both amounts.
        ends_at (datetime.datetime | None): When the lot ends, as known then.
        is_leading (bool | None): Of a lot that ends soon: whether you led then.
        result (LotResult | None): How a lot ended.
        saved_search_name (None | str): The name you gave the search.
        lot_count (int | None): How many new lots a saved search has found since you last looked.
    """

    price_minor: int | None
    minimum_bid_minor: int | None
    currency: None | str
    ends_at: datetime.datetime | None
    is_leading: bool | None
    result: LotResult | None
    saved_search_name: None | str
    lot_count: int | None

    def to_dict(self) -> dict[str, Any]:
        price_minor: int | None
        price_minor = self.price_minor

        minimum_bid_minor: int | None
        minimum_bid_minor = self.minimum_bid_minor

        currency: None | str
        currency = self.currency

        ends_at: None | str
        if isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        is_leading: bool | None
        is_leading = self.is_leading

        result: None | str
        if isinstance(self.result, LotResult):
            result = self.result.value
        else:
            result = self.result

        saved_search_name: None | str
        saved_search_name = self.saved_search_name

        lot_count: int | None
        lot_count = self.lot_count

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "price_minor": price_minor,
                "minimum_bid_minor": minimum_bid_minor,
                "currency": currency,
                "ends_at": ends_at,
                "is_leading": is_leading,
                "result": result,
                "saved_search_name": saved_search_name,
                "lot_count": lot_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_price_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        price_minor = _parse_price_minor(d.pop("price_minor"))

        def _parse_minimum_bid_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        minimum_bid_minor = _parse_minimum_bid_minor(d.pop("minimum_bid_minor"))

        def _parse_currency(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        currency = _parse_currency(d.pop("currency"))

        def _parse_ends_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ends_at = _parse_ends_at(d.pop("ends_at"))

        def _parse_is_leading(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        is_leading = _parse_is_leading(d.pop("is_leading"))

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

        def _parse_saved_search_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        saved_search_name = _parse_saved_search_name(d.pop("saved_search_name"))

        def _parse_lot_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        lot_count = _parse_lot_count(d.pop("lot_count"))

        notification_data = cls(
            price_minor=price_minor,
            minimum_bid_minor=minimum_bid_minor,
            currency=currency,
            ends_at=ends_at,
            is_leading=is_leading,
            result=result,
            saved_search_name=saved_search_name,
            lot_count=lot_count,
        )

        return notification_data
