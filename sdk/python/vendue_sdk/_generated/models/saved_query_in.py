from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.condition import Condition
from ..models.lot_status import LotStatus
from ..models.seller_kind import SellerKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="SavedQueryIn")


@_attrs_define
class SavedQueryIn:
    """What a saved search asks: the filters of `search_lots`, by the same names.

    An alert about new lots does not look at `status`, `ends_before` and `ending_within`.

        Attributes:
            words (None | str | Unset): In Latvian, English or Russian, in any form and without regard to diacritics; the
                last may be begun, unless thousands of lots have it as it is.
            category (None | str | Unset): Slug; the categories below count as well.
            attribute (list[str] | Unset): `name:value` of a facet. Values of one name are alternatives.
            condition (list[Condition] | Unset): Any of these.
            country (None | str | Unset):
            seller_id (None | Unset | UUID):
            seller_kind (None | SellerKind | Unset):
            currency (None | str | Unset):
            price_from_minor (int | None | Unset): Needs `currency`.
            price_to_minor (int | None | Unset): Needs `currency`.
            ends_before (datetime.datetime | None | Unset):
            ending_within (None | str | Unset): Minutes, hours or days from now.
            status (LotStatus | Unset): Where a published lot stands.
    """

    words: None | str | Unset = UNSET
    category: None | str | Unset = UNSET
    attribute: list[str] | Unset = UNSET
    condition: list[Condition] | Unset = UNSET
    country: None | str | Unset = UNSET
    seller_id: None | Unset | UUID = UNSET
    seller_kind: None | SellerKind | Unset = UNSET
    currency: None | str | Unset = UNSET
    price_from_minor: int | None | Unset = UNSET
    price_to_minor: int | None | Unset = UNSET
    ends_before: datetime.datetime | None | Unset = UNSET
    ending_within: None | str | Unset = UNSET
    status: LotStatus | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        words: None | str | Unset
        if isinstance(self.words, Unset):
            words = UNSET
        else:
            words = self.words

        category: None | str | Unset
        if isinstance(self.category, Unset):
            category = UNSET
        else:
            category = self.category

        attribute: list[str] | Unset = UNSET
        if not isinstance(self.attribute, Unset):
            attribute = self.attribute

        condition: list[str] | Unset = UNSET
        if not isinstance(self.condition, Unset):
            condition = []
            for condition_item_data in self.condition:
                condition_item = condition_item_data.value
                condition.append(condition_item)

        country: None | str | Unset
        if isinstance(self.country, Unset):
            country = UNSET
        else:
            country = self.country

        seller_id: None | str | Unset
        if isinstance(self.seller_id, Unset):
            seller_id = UNSET
        elif isinstance(self.seller_id, UUID):
            seller_id = str(self.seller_id)
        else:
            seller_id = self.seller_id

        seller_kind: None | str | Unset
        if isinstance(self.seller_kind, Unset):
            seller_kind = UNSET
        elif isinstance(self.seller_kind, SellerKind):
            seller_kind = self.seller_kind.value
        else:
            seller_kind = self.seller_kind

        currency: None | str | Unset
        if isinstance(self.currency, Unset):
            currency = UNSET
        else:
            currency = self.currency

        price_from_minor: int | None | Unset
        if isinstance(self.price_from_minor, Unset):
            price_from_minor = UNSET
        else:
            price_from_minor = self.price_from_minor

        price_to_minor: int | None | Unset
        if isinstance(self.price_to_minor, Unset):
            price_to_minor = UNSET
        else:
            price_to_minor = self.price_to_minor

        ends_before: None | str | Unset
        if isinstance(self.ends_before, Unset):
            ends_before = UNSET
        elif isinstance(self.ends_before, datetime.datetime):
            ends_before = self.ends_before.isoformat()
        else:
            ends_before = self.ends_before

        ending_within: None | str | Unset
        if isinstance(self.ending_within, Unset):
            ending_within = UNSET
        else:
            ending_within = self.ending_within

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if words is not UNSET:
            field_dict["words"] = words
        if category is not UNSET:
            field_dict["category"] = category
        if attribute is not UNSET:
            field_dict["attribute"] = attribute
        if condition is not UNSET:
            field_dict["condition"] = condition
        if country is not UNSET:
            field_dict["country"] = country
        if seller_id is not UNSET:
            field_dict["seller_id"] = seller_id
        if seller_kind is not UNSET:
            field_dict["seller_kind"] = seller_kind
        if currency is not UNSET:
            field_dict["currency"] = currency
        if price_from_minor is not UNSET:
            field_dict["price_from_minor"] = price_from_minor
        if price_to_minor is not UNSET:
            field_dict["price_to_minor"] = price_to_minor
        if ends_before is not UNSET:
            field_dict["ends_before"] = ends_before
        if ending_within is not UNSET:
            field_dict["ending_within"] = ending_within
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_words(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        words = _parse_words(d.pop("words", UNSET))

        def _parse_category(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        category = _parse_category(d.pop("category", UNSET))

        attribute = cast(list[str], d.pop("attribute", UNSET))

        _condition = d.pop("condition", UNSET)
        condition: list[Condition] | Unset = UNSET
        if _condition is not UNSET:
            condition = []
            for condition_item_data in _condition:
                condition_item = Condition(condition_item_data)

                condition.append(condition_item)

        def _parse_country(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        country = _parse_country(d.pop("country", UNSET))

        def _parse_seller_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                seller_id_type_0 = UUID(data)

                return seller_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        seller_id = _parse_seller_id(d.pop("seller_id", UNSET))

        def _parse_seller_kind(data: object) -> None | SellerKind | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                seller_kind_type_0 = SellerKind(data)

                return seller_kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SellerKind | Unset, data)

        seller_kind = _parse_seller_kind(d.pop("seller_kind", UNSET))

        def _parse_currency(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        currency = _parse_currency(d.pop("currency", UNSET))

        def _parse_price_from_minor(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        price_from_minor = _parse_price_from_minor(d.pop("price_from_minor", UNSET))

        def _parse_price_to_minor(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        price_to_minor = _parse_price_to_minor(d.pop("price_to_minor", UNSET))

        def _parse_ends_before(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_before_type_0 = datetime.datetime.fromisoformat(data)

                return ends_before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        ends_before = _parse_ends_before(d.pop("ends_before", UNSET))

        def _parse_ending_within(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        ending_within = _parse_ending_within(d.pop("ending_within", UNSET))

        _status = d.pop("status", UNSET)
        status: LotStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = LotStatus(_status)

        saved_query_in = cls(
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

        return saved_query_in
