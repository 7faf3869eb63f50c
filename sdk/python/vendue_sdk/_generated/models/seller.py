from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.seller_kind import SellerKind

T = TypeVar("T", bound="Seller")


@_attrs_define
class Seller:
    """Who sells.

    Attributes:
        seller_id (UUID): Search takes it as `seller_id`.
        name (str):
        kind (SellerKind): Who sells, in the sense of consumer law.
    """

    seller_id: UUID
    name: str
    kind: SellerKind

    def to_dict(self) -> dict[str, Any]:
        seller_id = str(self.seller_id)

        name = self.name

        kind = self.kind.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "seller_id": seller_id,
                "name": name,
                "kind": kind,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        seller_id = UUID(d.pop("seller_id"))

        name = d.pop("name")

        kind = SellerKind(d.pop("kind"))

        seller = cls(
            seller_id=seller_id,
            name=name,
            kind=kind,
        )

        return seller
