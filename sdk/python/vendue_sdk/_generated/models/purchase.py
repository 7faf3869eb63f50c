from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="Purchase")


@_attrs_define
class Purchase:
    """A purchase at the Buy Now price.

    Attributes:
        purchase_id (UUID):
        sequence (int): Its number among all facts of the lot.
        price_minor (int):
        purchased_at (datetime.datetime):
        receipt (str): The market's signature over this purchase (JWS, EdDSA).
    """

    purchase_id: UUID
    sequence: int
    price_minor: int
    purchased_at: datetime.datetime
    receipt: str

    def to_dict(self) -> dict[str, Any]:
        purchase_id = str(self.purchase_id)

        sequence = self.sequence

        price_minor = self.price_minor

        purchased_at = self.purchased_at.isoformat()

        receipt = self.receipt

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "purchase_id": purchase_id,
                "sequence": sequence,
                "price_minor": price_minor,
                "purchased_at": purchased_at,
                "receipt": receipt,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        purchase_id = UUID(d.pop("purchase_id"))

        sequence = d.pop("sequence")

        price_minor = d.pop("price_minor")

        purchased_at = datetime.datetime.fromisoformat(d.pop("purchased_at"))

        receipt = d.pop("receipt")

        purchase = cls(
            purchase_id=purchase_id,
            sequence=sequence,
            price_minor=price_minor,
            purchased_at=purchased_at,
            receipt=receipt,
        )

        return purchase
