from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.account_role import AccountRole
from ..models.language import Language

if TYPE_CHECKING:
    from ..models.own_membership import OwnMembership


T = TypeVar("T", bound="Person")


@_attrs_define
class Person:
    """An account with its profile, as its holder sees it.

    Attributes:
        account_id (UUID):
        email (str):
        email_confirmed_at (datetime.datetime | None): Null until the address is confirmed.
        roles (list[AccountRole]):
        terms_version (str): The version of the terms that was accepted.
        display_name (str):
        language (Language): The languages the market speaks.
        time_zone (str):
        currency (str): The currency that amounts are first shown in.
        organisations (list[OwnMembership]):
        created_at (datetime.datetime):
        version (int):
    """

    account_id: UUID
    email: str
    email_confirmed_at: datetime.datetime | None
    roles: list[AccountRole]
    terms_version: str
    display_name: str
    language: Language
    time_zone: str
    currency: str
    organisations: list[OwnMembership]
    created_at: datetime.datetime
    version: int

    def to_dict(self) -> dict[str, Any]:
        account_id = str(self.account_id)

        email = self.email

        email_confirmed_at: None | str
        if isinstance(self.email_confirmed_at, datetime.datetime):
            email_confirmed_at = self.email_confirmed_at.isoformat()
        else:
            email_confirmed_at = self.email_confirmed_at

        roles = []
        for roles_item_data in self.roles:
            roles_item = roles_item_data.value
            roles.append(roles_item)

        terms_version = self.terms_version

        display_name = self.display_name

        language = self.language.value

        time_zone = self.time_zone

        currency = self.currency

        organisations = []
        for organisations_item_data in self.organisations:
            organisations_item = organisations_item_data.to_dict()
            organisations.append(organisations_item)

        created_at = self.created_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "account_id": account_id,
                "email": email,
                "email_confirmed_at": email_confirmed_at,
                "roles": roles,
                "terms_version": terms_version,
                "display_name": display_name,
                "language": language,
                "time_zone": time_zone,
                "currency": currency,
                "organisations": organisations,
                "created_at": created_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.own_membership import OwnMembership  # noqa: PLC0415

        d = dict(src_dict)
        account_id = UUID(d.pop("account_id"))

        email = d.pop("email")

        def _parse_email_confirmed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                email_confirmed_at_type_0 = datetime.datetime.fromisoformat(data)

                return email_confirmed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        email_confirmed_at = _parse_email_confirmed_at(d.pop("email_confirmed_at"))

        roles = []
        _roles = d.pop("roles")
        for roles_item_data in _roles:
            roles_item = AccountRole(roles_item_data)

            roles.append(roles_item)

        terms_version = d.pop("terms_version")

        display_name = d.pop("display_name")

        language = Language(d.pop("language"))

        time_zone = d.pop("time_zone")

        currency = d.pop("currency")

        organisations = []
        _organisations = d.pop("organisations")
        for organisations_item_data in _organisations:
            organisations_item = OwnMembership.from_dict(organisations_item_data)

            organisations.append(organisations_item)

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        version = d.pop("version")

        person = cls(
            account_id=account_id,
            email=email,
            email_confirmed_at=email_confirmed_at,
            roles=roles,
            terms_version=terms_version,
            display_name=display_name,
            language=language,
            time_zone=time_zone,
            currency=currency,
            organisations=organisations,
            created_at=created_at,
            version=version,
        )

        return person
