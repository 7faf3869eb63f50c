from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.shipping_method import ShippingMethod
from ..models.vat_scheme import VatScheme

if TYPE_CHECKING:
    from ..models.cost_line import CostLine


T = TypeVar("T", bound="Costs")


@_attrs_define
class Costs:
    """Everything a buyer pays for a lot at a hammer price. The lines add up to the total.

    Attributes:
        currency (str): ISO 4217 code of every amount here.
        hammer_minor (int):
        premium_minor (int): The buyer's premium. Under the margin scheme its VAT is in it and is never shown apart.
        premium_vat_minor (int):
        hammer_vat_minor (int):
        shipping_minor (int | None): Postage as the seller names it, taxes included; null: arranged with the seller, and
            not in the total.
        total_minor (int):
        lines (list[CostLine]): In this order: hammer, premium (one line for each band), VAT on the hammer price, VAT on
            the premium, shipping. A line of nothing is left out.
        vat_scheme (VatScheme): How VAT is charged on a lot.
        vat_country (None | str): The country whose VAT is charged; null outside the European Union.
        shipping_method (None | ShippingMethod): The way of shipping in the total; null where none reaches the country.
        destination (str): The country the lot would go to (ISO 3166-1 alpha-2).
        price_rule_id (UUID):
        price_rule_version (int): Number of the price rule's version.
    """

    currency: str
    hammer_minor: int
    premium_minor: int
    premium_vat_minor: int
    hammer_vat_minor: int
    shipping_minor: int | None
    total_minor: int
    lines: list[CostLine]
    vat_scheme: VatScheme
    vat_country: None | str
    shipping_method: None | ShippingMethod
    destination: str
    price_rule_id: UUID
    price_rule_version: int

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency

        hammer_minor = self.hammer_minor

        premium_minor = self.premium_minor

        premium_vat_minor = self.premium_vat_minor

        hammer_vat_minor = self.hammer_vat_minor

        shipping_minor: int | None
        shipping_minor = self.shipping_minor

        total_minor = self.total_minor

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        vat_scheme = self.vat_scheme.value

        vat_country: None | str
        vat_country = self.vat_country

        shipping_method: None | str
        if isinstance(self.shipping_method, ShippingMethod):
            shipping_method = self.shipping_method.value
        else:
            shipping_method = self.shipping_method

        destination = self.destination

        price_rule_id = str(self.price_rule_id)

        price_rule_version = self.price_rule_version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "currency": currency,
                "hammer_minor": hammer_minor,
                "premium_minor": premium_minor,
                "premium_vat_minor": premium_vat_minor,
                "hammer_vat_minor": hammer_vat_minor,
                "shipping_minor": shipping_minor,
                "total_minor": total_minor,
                "lines": lines,
                "vat_scheme": vat_scheme,
                "vat_country": vat_country,
                "shipping_method": shipping_method,
                "destination": destination,
                "price_rule_id": price_rule_id,
                "price_rule_version": price_rule_version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cost_line import CostLine  # noqa: PLC0415

        d = dict(src_dict)
        currency = d.pop("currency")

        hammer_minor = d.pop("hammer_minor")

        premium_minor = d.pop("premium_minor")

        premium_vat_minor = d.pop("premium_vat_minor")

        hammer_vat_minor = d.pop("hammer_vat_minor")

        def _parse_shipping_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        shipping_minor = _parse_shipping_minor(d.pop("shipping_minor"))

        total_minor = d.pop("total_minor")

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = CostLine.from_dict(lines_item_data)

            lines.append(lines_item)

        vat_scheme = VatScheme(d.pop("vat_scheme"))

        def _parse_vat_country(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        vat_country = _parse_vat_country(d.pop("vat_country"))

        def _parse_shipping_method(data: object) -> None | ShippingMethod:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                shipping_method_type_0 = ShippingMethod(data)

                return shipping_method_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ShippingMethod, data)

        shipping_method = _parse_shipping_method(d.pop("shipping_method"))

        destination = d.pop("destination")

        price_rule_id = UUID(d.pop("price_rule_id"))

        price_rule_version = d.pop("price_rule_version")

        costs = cls(
            currency=currency,
            hammer_minor=hammer_minor,
            premium_minor=premium_minor,
            premium_vat_minor=premium_vat_minor,
            hammer_vat_minor=hammer_vat_minor,
            shipping_minor=shipping_minor,
            total_minor=total_minor,
            lines=lines,
            vat_scheme=vat_scheme,
            vat_country=vat_country,
            shipping_method=shipping_method,
            destination=destination,
            price_rule_id=price_rule_id,
            price_rule_version=price_rule_version,
        )

        return costs
