from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.edition import Edition

if TYPE_CHECKING:
    from ..models.category_override import CategoryOverride
    from ..models.currency_increments import CurrencyIncrements
    from ..models.rules import Rules


T = TypeVar("T", bound="RuleSet")


@_attrs_define
class RuleSet:
    """One version of a rule set: everything needed to recompute a decision made under it.

    Attributes:
        rule_set_id (UUID):
        name (str):
        number (int): Its version among the rule sets of this name.
        rules (Rules): Every rule where markets differ, but the increments.
        increments (list[CurrencyIncrements]):
        category_overrides (list[CategoryOverride]):
        edition (Edition): A draft may change; a published version never does.
        published_at (datetime.datetime | None):
        version (int): Grows with each change.
        created_at (datetime.datetime):
    """

    rule_set_id: UUID
    name: str
    number: int
    rules: Rules
    increments: list[CurrencyIncrements]
    category_overrides: list[CategoryOverride]
    edition: Edition
    published_at: datetime.datetime | None
    version: int
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        rule_set_id = str(self.rule_set_id)

        name = self.name

        number = self.number

        rules = self.rules.to_dict()

        increments = []
        for increments_item_data in self.increments:
            increments_item = increments_item_data.to_dict()
            increments.append(increments_item)

        category_overrides = []
        for category_overrides_item_data in self.category_overrides:
            category_overrides_item = category_overrides_item_data.to_dict()
            category_overrides.append(category_overrides_item)

        edition = self.edition.value

        published_at: None | str
        if isinstance(self.published_at, datetime.datetime):
            published_at = self.published_at.isoformat()
        else:
            published_at = self.published_at

        version = self.version

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "rule_set_id": rule_set_id,
                "name": name,
                "number": number,
                "rules": rules,
                "increments": increments,
                "category_overrides": category_overrides,
                "edition": edition,
                "published_at": published_at,
                "version": version,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.category_override import CategoryOverride  # noqa: PLC0415
        from ..models.currency_increments import CurrencyIncrements  # noqa: PLC0415
        from ..models.rules import Rules  # noqa: PLC0415

        d = dict(src_dict)
        rule_set_id = UUID(d.pop("rule_set_id"))

        name = d.pop("name")

        number = d.pop("number")

        rules = Rules.from_dict(d.pop("rules"))

        increments = []
        _increments = d.pop("increments")
        for increments_item_data in _increments:
            increments_item = CurrencyIncrements.from_dict(increments_item_data)

            increments.append(increments_item)

        category_overrides = []
        _category_overrides = d.pop("category_overrides")
        for category_overrides_item_data in _category_overrides:
            category_overrides_item = CategoryOverride.from_dict(category_overrides_item_data)

            category_overrides.append(category_overrides_item)

        edition = Edition(d.pop("edition"))

        def _parse_published_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                published_at_type_0 = datetime.datetime.fromisoformat(data)

                return published_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        published_at = _parse_published_at(d.pop("published_at"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        rule_set = cls(
            rule_set_id=rule_set_id,
            name=name,
            number=number,
            rules=rules,
            increments=increments,
            category_overrides=category_overrides,
            edition=edition,
            published_at=published_at,
            version=version,
            created_at=created_at,
        )

        return rule_set
