from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="Bid")


@_attrs_define
class Bid:
    """An accepted bid.

    Attributes:
        bid_id (UUID):
        sequence (int): Its number among all facts of the lot.
        maximum_minor (int): The maximum it set, in minor units.
        placed_at (datetime.datetime): When it was decided, by the server's clock.
        receipt (str): The market's signature over this acceptance (JWS, EdDSA).
    """

    bid_id: UUID
    sequence: int
    maximum_minor: int
    placed_at: datetime.datetime
    receipt: str

    def to_dict(self) -> dict[str, Any]:
        bid_id = str(self.bid_id)

        sequence = self.sequence

        maximum_minor = self.maximum_minor

        placed_at = self.placed_at.isoformat()

        receipt = self.receipt

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bid_id": bid_id,
                "sequence": sequence,
                "maximum_minor": maximum_minor,
                "placed_at": placed_at,
                "receipt": receipt,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bid_id = UUID(d.pop("bid_id"))

        sequence = d.pop("sequence")

        maximum_minor = d.pop("maximum_minor")

        placed_at = datetime.datetime.fromisoformat(d.pop("placed_at"))

        receipt = d.pop("receipt")

        bid = cls(
            bid_id=bid_id,
            sequence=sequence,
            maximum_minor=maximum_minor,
            placed_at=placed_at,
            receipt=receipt,
        )

        return bid
