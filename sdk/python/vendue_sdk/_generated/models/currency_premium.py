from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.premium_band import PremiumBand


T = TypeVar("T", bound="CurrencyPremium")


@_attrs_define
class CurrencyPremium:
    """The buyer's premium in one currency.

    Attributes:
        currency (str):
        bands (list[PremiumBand]):
        minimum_minor (int | None): The least premium there is; null for none.
    """

    currency: str
    bands: list[PremiumBand]
    minimum_minor: int | None

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency

        bands = []
        for bands_item_data in self.bands:
            bands_item = bands_item_data.to_dict()
            bands.append(bands_item)

        minimum_minor: int | None
        minimum_minor = self.minimum_minor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "currency": currency,
                "bands": bands,
                "minimum_minor": minimum_minor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.premium_band import PremiumBand  # noqa: PLC0415

        d = dict(src_dict)
        currency = d.pop("currency")

        bands = []
        _bands = d.pop("bands")
        for bands_item_data in _bands:
            bands_item = PremiumBand.from_dict(bands_item_data)

            bands.append(bands_item)

        def _parse_minimum_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        minimum_minor = _parse_minimum_minor(d.pop("minimum_minor"))

        currency_premium = cls(
            currency=currency,
            bands=bands,
            minimum_minor=minimum_minor,
        )

        return currency_premium
