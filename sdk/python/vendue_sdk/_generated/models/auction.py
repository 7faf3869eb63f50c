from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.auction_status import AuctionStatus

if TYPE_CHECKING:
    from ..models.auction_overrides import AuctionOverrides
    from ..models.named_price_rule import NamedPriceRule
    from ..models.named_rule_set import NamedRuleSet


T = TypeVar("T", bound="Auction")


@_attrs_define
class Auction:
    """A sale: one or many lots under one rule set, of one seller, on one schedule.

    Attributes:
        auction_id (UUID):
        title (str):
        description (str):
        seller_id (UUID): The selling organisation, or the selling account.
        is_organisation (bool): Whether `seller_id` is an organisation.
        currency (str):
        rule_set (NamedRuleSet): Which version of which rule set.
        overrides (AuctionOverrides): Parts of the rules that differ in this auction, in the form of a rule set's.
        price_rule (NamedPriceRule | None): What buyers pay beside the hammer price. It is kept from the moment the
            auction is scheduled; a draft has one only where staff chose it.
        starts_at (datetime.datetime):
        ends_at (datetime.datetime): Planned end of the first lot.
        interval_seconds (int): Seconds between the planned ends of the lots.
        lot_count (int):
        status (AuctionStatus): Where an auction stands.
        closed_at (datetime.datetime | None):
        version (int): Grows with each change.
        created_at (datetime.datetime):
    """

    auction_id: UUID
    title: str
    description: str
    seller_id: UUID
    is_organisation: bool
    currency: str
    rule_set: NamedRuleSet
    overrides: AuctionOverrides
    price_rule: NamedPriceRule | None
    starts_at: datetime.datetime
    ends_at: datetime.datetime
    interval_seconds: int
    lot_count: int
    status: AuctionStatus
    closed_at: datetime.datetime | None
    version: int
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        from ..models.named_price_rule import NamedPriceRule  # noqa: PLC0415

        auction_id = str(self.auction_id)

        title = self.title

        description = self.description

        seller_id = str(self.seller_id)

        is_organisation = self.is_organisation

        currency = self.currency

        rule_set = self.rule_set.to_dict()

        overrides = self.overrides.to_dict()

        price_rule: dict[str, Any] | None
        if isinstance(self.price_rule, NamedPriceRule):
            price_rule = self.price_rule.to_dict()
        else:
            price_rule = self.price_rule

        starts_at = self.starts_at.isoformat()

        ends_at = self.ends_at.isoformat()

        interval_seconds = self.interval_seconds

        lot_count = self.lot_count

        status = self.status.value

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        version = self.version

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "auction_id": auction_id,
                "title": title,
                "description": description,
                "seller_id": seller_id,
                "is_organisation": is_organisation,
                "currency": currency,
                "rule_set": rule_set,
                "overrides": overrides,
                "price_rule": price_rule,
                "starts_at": starts_at,
                "ends_at": ends_at,
                "interval_seconds": interval_seconds,
                "lot_count": lot_count,
                "status": status,
                "closed_at": closed_at,
                "version": version,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.auction_overrides import AuctionOverrides  # noqa: PLC0415
        from ..models.named_price_rule import NamedPriceRule  # noqa: PLC0415
        from ..models.named_rule_set import NamedRuleSet  # noqa: PLC0415

        d = dict(src_dict)
        auction_id = UUID(d.pop("auction_id"))

        title = d.pop("title")

        description = d.pop("description")

        seller_id = UUID(d.pop("seller_id"))

        is_organisation = d.pop("is_organisation")

        currency = d.pop("currency")

        rule_set = NamedRuleSet.from_dict(d.pop("rule_set"))

        overrides = AuctionOverrides.from_dict(d.pop("overrides"))

        def _parse_price_rule(data: object) -> NamedPriceRule | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                price_rule_type_0 = NamedPriceRule.from_dict(data)

                return price_rule_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedPriceRule | None, data)

        price_rule = _parse_price_rule(d.pop("price_rule"))

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        interval_seconds = d.pop("interval_seconds")

        lot_count = d.pop("lot_count")

        status = AuctionStatus(d.pop("status"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        auction = cls(
            auction_id=auction_id,
            title=title,
            description=description,
            seller_id=seller_id,
            is_organisation=is_organisation,
            currency=currency,
            rule_set=rule_set,
            overrides=overrides,
            price_rule=price_rule,
            starts_at=starts_at,
            ends_at=ends_at,
            interval_seconds=interval_seconds,
            lot_count=lot_count,
            status=status,
            closed_at=closed_at,
            version=version,
            created_at=created_at,
        )

        return auction
