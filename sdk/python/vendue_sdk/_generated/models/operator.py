from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="Operator")


@_attrs_define
class Operator:
    """Who runs the market, as the law wants it shown. Null: not filled in yet.

    Attributes:
        name (None | str):
        registration_number (None | str): Number in the commercial register.
        address (None | str): Registered office, in one line.
        email (None | str):
        phone (None | str): Where people can call, with the country's code.
        vat_number (None | str): VAT identification number, with its country.
    """

    name: None | str
    registration_number: None | str
    address: None | str
    email: None | str
    phone: None | str
    vat_number: None | str

    def to_dict(self) -> dict[str, Any]:
        name: None | str
        name = self.name

        registration_number: None | str
        registration_number = self.registration_number

        address: None | str
        address = self.address

        email: None | str
        email = self.email

        phone: None | str
        phone = self.phone

        vat_number: None | str
        vat_number = self.vat_number

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "registration_number": registration_number,
                "address": address,
                "email": email,
                "phone": phone,
                "vat_number": vat_number,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        def _parse_registration_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        registration_number = _parse_registration_number(d.pop("registration_number"))

        def _parse_address(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        address = _parse_address(d.pop("address"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        def _parse_vat_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        vat_number = _parse_vat_number(d.pop("vat_number"))

        operator = cls(
            name=name,
            registration_number=registration_number,
            address=address,
            email=email,
            phone=phone,
            vat_number=vat_number,
        )

        return operator
