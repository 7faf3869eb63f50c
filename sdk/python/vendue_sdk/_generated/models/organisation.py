from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="Organisation")


@_attrs_define
class Organisation:
    """An organisation, as its members see it.

    Attributes:
        organisation_id (UUID):
        name (str):
        country (str): ISO 3166-1 code of two letters.
        registration_no (None | str): Null if it has none.
        vat_no (None | str): Null if it has none.
        is_trader (bool):
        created_at (datetime.datetime):
        version (int):
    """

    organisation_id: UUID
    name: str
    country: str
    registration_no: None | str
    vat_no: None | str
    is_trader: bool
    created_at: datetime.datetime
    version: int

    def to_dict(self) -> dict[str, Any]:
        organisation_id = str(self.organisation_id)

        name = self.name

        country = self.country

        registration_no: None | str
        registration_no = self.registration_no

        vat_no: None | str
        vat_no = self.vat_no

        is_trader = self.is_trader

        created_at = self.created_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "organisation_id": organisation_id,
                "name": name,
                "country": country,
                "registration_no": registration_no,
                "vat_no": vat_no,
                "is_trader": is_trader,
                "created_at": created_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        organisation_id = UUID(d.pop("organisation_id"))

        name = d.pop("name")

        country = d.pop("country")

        def _parse_registration_no(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        registration_no = _parse_registration_no(d.pop("registration_no"))

        def _parse_vat_no(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        vat_no = _parse_vat_no(d.pop("vat_no"))

        is_trader = d.pop("is_trader")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        version = d.pop("version")

        organisation = cls(
            organisation_id=organisation_id,
            name=name,
            country=country,
            registration_no=registration_no,
            vat_no=vat_no,
            is_trader=is_trader,
            created_at=created_at,
            version=version,
        )

        return organisation
