from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.condition import Condition
from ..models.lot_status import LotStatus
from ..models.seller_kind import SellerKind

T = TypeVar("T", bound="SavedQuery")


@_attrs_define
class SavedQuery:
    """What a saved search asks: every filter of `search_lots`, by the same names.

    Attributes:
        words (None | str): Words, in any language; else null.
        category (None | str): Slug of a category, else null.
        attribute (list[str]): `name:value` of each facet chosen.
        condition (list[Condition]):
        country (None | str):
        seller_id (None | UUID):
        seller_kind (None | SellerKind):
        currency (None | str):
        price_from_minor (int | None):
        price_to_minor (int | None):
        ends_before (datetime.datetime | None):
        ending_within (None | str): Minutes, hours or days, such as `1h`.
        status (LotStatus): Where a published lot stands.
    """

    words: None | str
    category: None | str
    attribute: list[str]
    condition: list[Condition]
    country: None | str
    seller_id: None | UUID
    seller_kind: None | SellerKind
    currency: None | str
    price_from_minor: int | None
    price_to_minor: int | None
    ends_before: datetime.datetime | None
    ending_within: None | str
    status: LotStatus

    def to_dict(self) -> dict[str, Any]:
        words: None | str
        words = self.words

        category: None | str
        category = self.category

        attribute = self.attribute

        condition = []
        for condition_item_data in self.condition:
            condition_item = condition_item_data.value
            condition.append(condition_item)

        country: None | str
        country = self.country

        seller_id: None | str
        if isinstance(self.seller_id, UUID):
            seller_id = str(self.seller_id)
        else:
            seller_id = self.seller_id

        seller_kind: None | str
        if isinstance(self.seller_kind, SellerKind):
            seller_kind = self.seller_kind.value
        else:
            seller_kind = self.seller_kind

        currency: None | str
        currency = self.currency

        price_from_minor: int | None
        price_from_minor = self.price_from_minor

        price_to_minor: int | None
        price_to_minor = self.price_to_minor

        ends_before: None | str
        if isinstance(self.ends_before, datetime.datetime):
            ends_before = self.ends_before.isoformat()
        else:
            ends_before = self.ends_before

        ending_within: None | str
        ending_within = self.ending_within

        status = self.status.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "words": words,
                "category": category,
                "attribute": attribute,
                "condition": condition,
                "country": country,
                "seller_id": seller_id,
                "seller_kind": seller_kind,
                "currency": currency,
                "price_from_minor": price_from_minor,
                "price_to_minor": price_to_minor,
                "ends_before": ends_before,
                "ending_within": ending_within,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_words(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        words = _parse_words(d.pop("words"))

        def _parse_category(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        category = _parse_category(d.pop("category"))

        attribute = cast(list[str], d.pop("attribute"))

        condition = []
        _condition = d.pop("condition")
        for condition_item_data in _condition:
            condition_item = Condition(condition_item_data)

            condition.append(condition_item)

        def _parse_country(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        country = _parse_country(d.pop("country"))

        def _parse_seller_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                seller_id_type_0 = UUID(data)

                return seller_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        seller_id = _parse_seller_id(d.pop("seller_id"))

        def _parse_seller_kind(data: object) -> None | SellerKind:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                seller_kind_type_0 = SellerKind(data)

                return seller_kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SellerKind, data)

        seller_kind = _parse_seller_kind(d.pop("seller_kind"))

        def _parse_currency(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        currency = _parse_currency(d.pop("currency"))

        def _parse_price_from_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        price_from_minor = _parse_price_from_minor(d.pop("price_from_minor"))

        def _parse_price_to_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        price_to_minor = _parse_price_to_minor(d.pop("price_to_minor"))

        def _parse_ends_before(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_before_type_0 = datetime.datetime.fromisoformat(data)

                return ends_before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ends_before = _parse_ends_before(d.pop("ends_before"))

        def _parse_ending_within(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ending_within = _parse_ending_within(d.pop("ending_within"))

        status = LotStatus(d.pop("status"))

        saved_query = cls(
            words=words,
            category=category,
            attribute=attribute,
            condition=condition,
            country=country,
            seller_id=seller_id,
            seller_kind=seller_kind,
            currency=currency,
            price_from_minor=price_from_minor,
            price_to_minor=price_to_minor,
            ends_before=ends_before,
            ending_within=ending_within,
            status=status,
        )

        return saved_query
