from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="NamedRuleSet")


@_attrs_define
class NamedRuleSet:
    """Which version of which rule set.

    Attributes:
        rule_set_id (UUID):
        name (str):
        number (int): Its version among the rule sets of this name.
    """

    rule_set_id: UUID
    name: str
    number: int

    def to_dict(self) -> dict[str, Any]:
        rule_set_id = str(self.rule_set_id)

        name = self.name

        number = self.number

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "rule_set_id": rule_set_id,
                "name": name,
                "number": number,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        rule_set_id = UUID(d.pop("rule_set_id"))

        name = d.pop("name")

        number = d.pop("number")

        named_rule_set = cls(
            rule_set_id=rule_set_id,
            name=name,
            number=number,
        )

        return named_rule_set
