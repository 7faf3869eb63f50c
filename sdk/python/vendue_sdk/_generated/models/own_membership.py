from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.member_role import MemberRole

T = TypeVar("T", bound="OwnMembership")


@_attrs_define
class OwnMembership:
    """An organisation the caller belongs to.

    Attributes:
        organisation_id (UUID):
        name (str):
        role (MemberRole): What a member does in an organisation.
    """

    organisation_id: UUID
    name: str
    role: MemberRole

    def to_dict(self) -> dict[str, Any]:
        organisation_id = str(self.organisation_id)

        name = self.name

        role = self.role.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "organisation_id": organisation_id,
                "name": name,
                "role": role,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        organisation_id = UUID(d.pop("organisation_id"))

        name = d.pop("name")

        role = MemberRole(d.pop("role"))

        own_membership = cls(
            organisation_id=organisation_id,
            name=name,
            role=role,
        )

        return own_membership
