from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="BidReceipt")


@_attrs_define
class BidReceipt:
    """Everything a bidder needs to prove a bid: the receipt, and the salts of its commitments.

    Attributes:
        bid_id (UUID):
        lot_id (UUID):
        sequence (int):
        maximum_minor (int):
        currency (str):
        placed_at (datetime.datetime):
        receipt (str):
        account_id (UUID):
        bidder_salt (str): Hexadecimal; opens `commitments.bidder` of the fact.
        maximum_salt (str): Hexadecimal; opens `commitments.maximum` of the fact.
    """

    bid_id: UUID
    lot_id: UUID
    sequence: int
    maximum_minor: int
    currency: str
    placed_at: datetime.datetime
    receipt: str
    account_id: UUID
    bidder_salt: str
    maximum_salt: str

    def to_dict(self) -> dict[str, Any]:
        bid_id = str(self.bid_id)

        lot_id = str(self.lot_id)

        sequence = self.sequence

        maximum_minor = self.maximum_minor

        currency = self.currency

        placed_at = self.placed_at.isoformat()

        receipt = self.receipt

        account_id = str(self.account_id)

        bidder_salt = self.bidder_salt

        maximum_salt = self.maximum_salt

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bid_id": bid_id,
                "lot_id": lot_id,
                "sequence": sequence,
                "maximum_minor": maximum_minor,
                "currency": currency,
                "placed_at": placed_at,
                "receipt": receipt,
                "account_id": account_id,
                "bidder_salt": bidder_salt,
                "maximum_salt": maximum_salt,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bid_id = UUID(d.pop("bid_id"))

        lot_id = UUID(d.pop("lot_id"))

        sequence = d.pop("sequence")

        maximum_minor = d.pop("maximum_minor")

        currency = d.pop("currency")

        placed_at = datetime.datetime.fromisoformat(d.pop("placed_at"))

        receipt = d.pop("receipt")

        account_id = UUID(d.pop("account_id"))

        bidder_salt = d.pop("bidder_salt")

        maximum_salt = d.pop("maximum_salt")

        bid_receipt = cls(
            bid_id=bid_id,
            lot_id=lot_id,
            sequence=sequence,
            maximum_minor=maximum_minor,
            currency=currency,
            placed_at=placed_at,
            receipt=receipt,
            account_id=account_id,
            bidder_salt=bidder_salt,
            maximum_salt=maximum_salt,
        )

        return bid_receipt
