from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.member_role import MemberRole

T = TypeVar("T", bound="Member")


@_attrs_define
class Member:
    """Somebody who belongs to the organisation, or is asked to.

    Attributes:
        account_id (UUID):
        display_name (str):
        role (MemberRole): What a member does in an organisation.
        created_at (datetime.datetime): When the place was offered.
        accepted_at (datetime.datetime | None): When the person agreed. Null: they have not, and it gives no rights yet.
        version (int):
    """

    account_id: UUID
    display_name: str
    role: MemberRole
    created_at: datetime.datetime
    accepted_at: datetime.datetime | None
    version: int

    def to_dict(self) -> dict[str, Any]:
        account_id = str(self.account_id)

        display_name = self.display_name

        role = self.role.value

        created_at = self.created_at.isoformat()

        accepted_at: None | str
        if isinstance(self.accepted_at, datetime.datetime):
            accepted_at = self.accepted_at.isoformat()
        else:
            accepted_at = self.accepted_at

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "account_id": account_id,
                "display_name": display_name,
                "role": role,
                "created_at": created_at,
                "accepted_at": accepted_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        account_id = UUID(d.pop("account_id"))

        display_name = d.pop("display_name")

        role = MemberRole(d.pop("role"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_accepted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accepted_at_type_0 = datetime.datetime.fromisoformat(data)

                return accepted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        accepted_at = _parse_accepted_at(d.pop("accepted_at"))

        version = d.pop("version")

        member = cls(
            account_id=account_id,
            display_name=display_name,
            role=role,
            created_at=created_at,
            accepted_at=accepted_at,
            version=version,
        )

        return member
