from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.percentage_band import PercentageBand
    from ..models.step_band import StepBand


T = TypeVar("T", bound="CurrencyIncrements")


@_attrs_define
class CurrencyIncrements:
    """The increments of a rule set for one currency.

    Attributes:
        currency (str):
        increment_table_id (UUID):
        bands (list[PercentageBand | StepBand]):
    """

    currency: str
    increment_table_id: UUID
    bands: list[PercentageBand | StepBand]

    def to_dict(self) -> dict[str, Any]:
        from ..models.step_band import StepBand  # noqa: PLC0415

        currency = self.currency

        increment_table_id = str(self.increment_table_id)

        bands = []
        for bands_item_data in self.bands:
            bands_item: dict[str, Any]
            if isinstance(bands_item_data, StepBand):
                bands_item = bands_item_data.to_dict()
            else:
                bands_item = bands_item_data.to_dict()

            bands.append(bands_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "currency": currency,
                "increment_table_id": increment_table_id,
                "bands": bands,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.percentage_band import PercentageBand  # noqa: PLC0415
        from ..models.step_band import StepBand  # noqa: PLC0415

        d = dict(src_dict)
        currency = d.pop("currency")

        increment_table_id = UUID(d.pop("increment_table_id"))

        bands = []
        _bands = d.pop("bands")
        for bands_item_data in _bands:

            def _parse_bands_item(data: object) -> PercentageBand | StepBand:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    bands_item_type_0 = StepBand.from_dict(data)

                    return bands_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                bands_item_type_1 = PercentageBand.from_dict(data)

                return bands_item_type_1

            bands_item = _parse_bands_item(bands_item_data)

            bands.append(bands_item)

        currency_increments = cls(
            currency=currency,
            increment_table_id=increment_table_id,
            bands=bands,
        )

        return currency_increments
