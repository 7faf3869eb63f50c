from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.edition import Edition

if TYPE_CHECKING:
    from ..models.currency_premium import CurrencyPremium


T = TypeVar("T", bound="PriceRule")


@_attrs_define
class PriceRule:
    """One version of what buyers pay beside the hammer price: enough to recompute any total.

    Attributes:
        price_rule_id (UUID):
        name (str):
        number (int): Its version among the price rules of this name.
        premiums (list[CurrencyPremium]): By currency.
        is_one_stop_shop (bool): Whether a trader's lot that is sent to another member state takes the VAT of that
            state; otherwise that of where it stands.
        edition (Edition): A draft may change; a published version never does.
        published_at (datetime.datetime | None):
        version (int): Grows with each change.
        created_at (datetime.datetime):
    """

    price_rule_id: UUID
    name: str
    number: int
    premiums: list[CurrencyPremium]
    is_one_stop_shop: bool
    edition: Edition
    published_at: datetime.datetime | None
    version: int
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        price_rule_id = str(self.price_rule_id)

        name = self.name

        number = self.number

        premiums = []
        for premiums_item_data in self.premiums:
            premiums_item = premiums_item_data.to_dict()
            premiums.append(premiums_item)

        is_one_stop_shop = self.is_one_stop_shop

        edition = self.edition.value

        published_at: None | str
        if isinstance(self.published_at, datetime.datetime):
            published_at = self.published_at.isoformat()
        else:
            published_at = self.published_at

        version = self.version

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "price_rule_id": price_rule_id,
                "name": name,
                "number": number,
                "premiums": premiums,
                "is_one_stop_shop": is_one_stop_shop,
                "edition": edition,
                "published_at": published_at,
                "version": version,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.currency_premium import CurrencyPremium  # noqa: PLC0415

        d = dict(src_dict)
        price_rule_id = UUID(d.pop("price_rule_id"))

        name = d.pop("name")

        number = d.pop("number")

        premiums = []
        _premiums = d.pop("premiums")
        for premiums_item_data in _premiums:
            premiums_item = CurrencyPremium.from_dict(premiums_item_data)

            premiums.append(premiums_item)

        is_one_stop_shop = d.pop("is_one_stop_shop")

        edition = Edition(d.pop("edition"))

        def _parse_published_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                published_at_type_0 = datetime.datetime.fromisoformat(data)

                return published_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        published_at = _parse_published_at(d.pop("published_at"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        price_rule = cls(
            price_rule_id=price_rule_id,
            name=name,
            number=number,
            premiums=premiums,
            is_one_stop_shop=is_one_stop_shop,
            edition=edition,
            published_at=published_at,
            version=version,
            created_at=created_at,
        )

        return price_rule
