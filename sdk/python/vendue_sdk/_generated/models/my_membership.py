from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.member_role import MemberRole

T = TypeVar("T", bound="MyMembership")


@_attrs_define
class MyMembership:
    """The caller's place in an organisation, or the offer of one.

    Attributes:
        organisation_id (UUID):
        name (str):
        role (MemberRole): What a member does in an organisation.
        created_at (datetime.datetime): When the place was offered.
        accepted_at (datetime.datetime | None): When the caller agreed. Null: it is an offer, and counts for nothing
            yet.
    """

    organisation_id: UUID
    name: str
    role: MemberRole
    created_at: datetime.datetime
    accepted_at: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        organisation_id = str(self.organisation_id)

        name = self.name

        role = self.role.value

        created_at = self.created_at.isoformat()

        accepted_at: None | str
        if isinstance(self.accepted_at, datetime.datetime):
            accepted_at = self.accepted_at.isoformat()
        else:
            accepted_at = self.accepted_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "organisation_id": organisation_id,
                "name": name,
                "role": role,
                "created_at": created_at,
                "accepted_at": accepted_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        organisation_id = UUID(d.pop("organisation_id"))

        name = d.pop("name")

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

        my_membership = cls(
            organisation_id=organisation_id,
            name=name,
            role=role,
            created_at=created_at,
            accepted_at=accepted_at,
        )

        return my_membership
