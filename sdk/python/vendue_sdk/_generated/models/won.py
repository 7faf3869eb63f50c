from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.lot_result import LotResult

T = TypeVar("T", bound="Won")


@_attrs_define
class Won:
    """The account bought the lot.

    Attributes:
        type_ (Literal['me.won']): What this message is.
        id (UUID): Stable over redeliveries.
        occurred_at (datetime.datetime): When it happened, by the database's clock.
        account_id (UUID): Whose this is: the account that reads it.
        lot_id (UUID): The lot.
        lot_title (str): Its title.
        result (LotResult): How a lot ended.
        hammer_price_minor (int | None): The hammer price; null where the lot was not sold.
        currency (str): ISO 4217 code of the hammer price.
        server_time (datetime.datetime): The server's clock when this was sent.
    """

    type_: Literal["me.won"]
    id: UUID
    occurred_at: datetime.datetime
    account_id: UUID
    lot_id: UUID
    lot_title: str
    result: LotResult
    hammer_price_minor: int | None
    currency: str
    server_time: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        id = str(self.id)

        occurred_at = self.occurred_at.isoformat()

        account_id = str(self.account_id)

        lot_id = str(self.lot_id)

        lot_title = self.lot_title

        result = self.result.value

        hammer_price_minor: int | None
        hammer_price_minor = self.hammer_price_minor

        currency = self.currency

        server_time = self.server_time.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
                "id": id,
                "occurred_at": occurred_at,
                "account_id": account_id,
                "lot_id": lot_id,
                "lot_title": lot_title,
                "result": result,
                "hammer_price_minor": hammer_price_minor,
                "currency": currency,
                "server_time": server_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["me.won"], d.pop("type"))
        if type_ != "me.won":
            raise ValueError(f"type must match const 'me.won', got '{type_}'")

        id = UUID(d.pop("id"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        account_id = UUID(d.pop("account_id"))

        lot_id = UUID(d.pop("lot_id"))

        lot_title = d.pop("lot_title")

        result = LotResult(d.pop("result"))

        def _parse_hammer_price_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        hammer_price_minor = _parse_hammer_price_minor(d.pop("hammer_price_minor"))

        currency = d.pop("currency")

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        won = cls(
            type_=type_,
            id=id,
            occurred_at=occurred_at,
            account_id=account_id,
            lot_id=lot_id,
            lot_title=lot_title,
            result=result,
            hammer_price_minor=hammer_price_minor,
            currency=currency,
            server_time=server_time,
        )

        return won
